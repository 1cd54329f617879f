import type { ChargeChange, ChargeEffect, Effect } from './types';

/** Every charge whose effect differs. `gone` is the effect on a ground that then needs no thought any more. */
export function changesBetween(
  before: readonly ChargeEffect[],
  after: readonly ChargeEffect[],
  gone: Effect,
): ChargeChange[] {
  const then = new Map(after.map((effect) => [effect.chargeId, effect]));
  const changed = before.flatMap((effect): ChargeChange[] => {
    const now = then.get(effect.chargeId);
    then.delete(effect.chargeId);
    const to = now?.effect ?? gone;
    const reason = now?.reason ?? 'The ground would no longer fit an unpardoned conviction.';
    return to === effect.effect ? [] : [{ ...shown(effect), from: effect.effect, to, reason }];
  });
  const appeared = [...then.values()].map((effect) => ({
    ...shown(effect),
    from: null,
    to: effect.effect,
    reason: effect.reason,
  }));
  return [...changed, ...appeared];
}

function shown({
  chargeId,
  ina,
  groundId,
  origin,
}: ChargeEffect): Omit<ChargeChange, 'from' | 'to' | 'reason'> {
  return { chargeId, ina, groundId, origin };
}
