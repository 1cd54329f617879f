import { Coverages } from './coverage';
import { PartialDays } from './days';
import { disputeEffects, untilSettled } from './disputed';
import { chargeEffect, convictionsById, isActive } from './effects';
import { latentEffects } from './latent';
import type { ChargeEffect, Conviction, DisputeEffect, Pardon, PardonEffectInput } from './types';

/** The instruments of a case read against its convictions. `imagined` ones are still to come. */
export function coveragesOf(
  input: PardonEffectInput,
  pardons: readonly Pardon[] = input.pardons,
  imagined: ReadonlySet<Pardon> = new Set(),
  convictions: ReadonlyMap<string, Conviction> = convictionsById(input),
): Coverages {
  const { circuit = null, admission = null } = input;
  return new Coverages({ convictions, pardons, imagined, circuit, admission });
}

/** The effect on every charge, and on every ground that fits and that nobody charged. */
export function effectsOf(input: PardonEffectInput, coverages: Coverages): ChargeEffect[] {
  const effects = effectsAsRecorded(input, coverages);
  if (!input.disputed?.length) return effects;
  return untilSettled(effects, disputeEffects(input, coverages, effects, effectsAsRecorded));
}

/** What each disputed date would do. */
export function disputesOf(input: PardonEffectInput, coverages: Coverages): DisputeEffect[] {
  if (!input.disputed?.length) return [];
  return disputeEffects(input, coverages, effectsAsRecorded(input, coverages), effectsAsRecorded);
}

function effectsAsRecorded(input: PardonEffectInput, coverages: Coverages): ChargeEffect[] {
  const conflict = orderDatesConflict(input);
  const charges = input.charges
    .map((charge) => chargeEffect(charge, coverages))
    .map((effect) => (conflict ? untilTheOrderIsClear(effect, conflict) : effect));
  const charged = new Map<string, Set<string>>();
  for (const effect of charges) {
    if ((!isActive(effect) && effect.origin !== 'latent') || effect.groundId === null) continue;
    const ids = charged.get(effect.groundId) ?? new Set<string>();
    effect.convictionIds.forEach((id) => ids.add(id));
    charged.set(effect.groundId, ids);
  }
  // Somebody in exclusion proceedings was never admitted, so the grounds of deportability do not lie in wait.
  const latent = input.proceedingKind === 'exclusion' ? [] : latentEffects(coverages, charged);
  return [...charges, ...latent];
}

/** The dates of the order that cannot all be one day, in words; null when they agree as far as they are known. */
export function orderDatesConflict({ orderDates = [] }: PardonEffectInput): string | null {
  const days = new PartialDays();
  const known = orderDates.flatMap((date) => {
    const bounds = days.of(date);
    return bounds ? [{ date: date.trim(), ...bounds }] : [];
  });
  const latest = known.reduce((day, { first }) => (first > day ? first : day), '');
  const apart = known.some(({ last }) => last < latest);
  return apart ? [...new Set(known.map(({ date }) => date))].sort().join(' and ') : null;
}

function untilTheOrderIsClear(effect: ChargeEffect, dates: string): ChargeEffect {
  const inOrder = effect.statusInOrder === 'sustained' || effect.statusInOrder === 'conceded';
  const good = effect.effect === 'lifted' || effect.effect === 'contested';
  if (!inOrder || !good || effect.origin === 'latent') return effect;
  return {
    ...effect,
    effect: 'needs_facts',
    reasonCode: 'order_dates_conflict',
    reason: `The order is recorded under dates that cannot all be right (${dates}), so which charges it rests on is not settled. ${effect.reason}`,
    missingFacts: [
      ...effect.missingFacts,
      `Which day is on the removal order itself: ${dates}? Get a certified copy.`,
    ],
  };
}
