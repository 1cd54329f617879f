import { coveragesOf } from './assess';
import type { Coverages } from './coverage';
import { isActive } from './effects';
import { sovereignOf } from './instrument';
import { OUTSIDE_THE_WAIVER } from './latent-rules';
import type { ChargeEffect, Conviction, Effect, Overall, PardonEffectInput } from './types';
import { assess, compare, type WhatIfChange, type WhatIfResult } from './what-if';

export interface WhatWouldChange {
  before: Overall;
  /** Every charge, latent ones too, that is not lifted, with what each change would do. */
  charges: Array<{
    chargeId: string;
    ina: string;
    groundId: string | null;
    origin: ChargeEffect['origin'];
    effect: Effect;
    scenarios: WhatIfResult[];
  }>;
  /** Says when convictions were taken together or scenarios left out; null when everything was tried. */
  note: string | null;
}

/** One conviction at a time up to here; above it, convictions alike in what matters are taken together. */
const ONE_BY_ONE = 8;
const MOST_PER_CHARGE = 8;
/** Convictions times scenarios: what is tried in bounded time. */
const BUDGET = 40_000;
const MOST_SCENARIOS = 60;

/**
 * What would change the answer: for every charge that is not lifted, what if one count more were pardoned, what if the
 * instrument were full and unconditional, what if every count were pardoned, and for a question about the facts, what if
 * the answer were no. With many convictions they are taken in groups and the scenarios are capped, which `note` says.
 */
export function whatWouldChange(input: PardonEffectInput): WhatWouldChange {
  const before = assess(input);
  const coverages = coveragesOf(input);
  const most = Math.max(
    3,
    Math.min(MOST_SCENARIOS, Math.floor(BUDGET / Math.max(1, input.convictions.length))),
  );
  const tried = new Map<string, WhatIfResult>();
  let left = 0;
  let grouped = false;
  const run = (change: WhatIfChange): WhatIfResult[] => {
    const key = JSON.stringify(change);
    const known = tried.get(key);
    if (known) return [known];
    if (tried.size >= most) {
      left += 1;
      return [];
    }
    const result = compare(input, change, before);
    tried.set(key, result);
    return [result];
  };
  const open = before.effects.filter(
    (effect) =>
      (isActive(effect) || effect.origin === 'latent') &&
      !['lifted', 'not_applicable'].includes(effect.effect),
  );
  const charges = open.map((effect) => {
    const { changes, together, dropped } = changesFor(effect, coverages);
    grouped ||= together;
    left += dropped;
    const { chargeId, ina, groundId, origin } = effect;
    return { chargeId, ina, groundId, origin, effect: effect.effect, scenarios: changes.flatMap(run) };
  });
  return { before: before.overall, charges, note: noteOf(grouped, left) };
}

interface Changes {
  changes: WhatIfChange[];
  together: boolean;
  dropped: number;
}

/** The wide questions come first, so that a cap never leaves them out. */
function changesFor(effect: ChargeEffect, coverages: Coverages): Changes {
  const open = effect.convictionIds.flatMap((id) => {
    const conviction = coverages.convictions.get(id);
    return conviction && coverages.of(id).state !== 'covered' ? [conviction] : [];
  });
  const groups = open.length > ONE_BY_ONE ? alike(open) : open.map(({ id }) => [id]);
  const single = groups.slice(0, MOST_PER_CHARGE);
  const changes: WhatIfChange[] = [{ kind: 'every_count_pardoned' }];
  if (coverages.pardons.some((pardon) => doubtful(pardon, coverages)))
    changes.push({ kind: 'unconditional' });
  changes.push(...factsOf(effect, coverages));
  changes.push(...single.map((convictionIds) => ({ kind: 'also_pardoned' as const, convictionIds })));
  return { changes, together: open.length > ONE_BY_ONE, dropped: groups.length - single.length };
}

function doubtful(pardon: Coverages['pardons'][number], coverages: Coverages): boolean {
  const { type, full_and_unconditional } = coverages.wholeVerdictsOf(pardon);
  return type.result !== 'pass' || full_and_unconditional.result !== 'pass';
}

function factsOf(effect: ChargeEffect, { convictions }: Coverages): WhatIfChange[] {
  const rule = OUTSIDE_THE_WAIVER.find(({ groundId }) => groundId === effect.groundId);
  if (effect.origin !== 'latent' || effect.effect !== 'needs_facts' || !rule) return [];
  const asked = effect.convictionIds.flatMap((convictionId) =>
    rule.flags
      .filter((flag) => convictions.get(convictionId)?.flags[flag] === 'not_known')
      .map((flag) => ({ kind: 'fact' as const, convictionId, flag, value: 'no' as const })),
  );
  return asked.slice(0, MOST_PER_CHARGE);
}

function alike(convictions: readonly Conviction[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const conviction of convictions) {
    const key = `${sovereignOf(conviction)} ${Object.values(conviction.flags).join()}`;
    const group = groups.get(key);
    if (group) group.push(conviction.id);
    else groups.set(key, [conviction.id]);
  }
  return [...groups.values()];
}

function noteOf(grouped: boolean, left: number): string | null {
  const said = [
    ...(grouped
      ? [
          'Convictions of one jurisdiction with the same recorded features were taken together, because there are many.',
        ]
      : []),
    ...(left > 0 ? [`${left} more scenarios were not tried.`] : []),
  ];
  return said.length > 0 ? said.join(' ') : null;
}
