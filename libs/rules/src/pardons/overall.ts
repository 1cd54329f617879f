import { isActive } from './effects';
import type { ChargeEffect, Effect, Overall } from './types';

export interface OverallAnswer {
  overall: Overall;
  reason: string;
}

/**
 * The overall answer. Termination is expected only if every active charge is lifted and no latent ground is left in any
 * doubt; a charge the order rests on that stays means the pardon is not enough; a latent one means other relief is needed.
 */
export function overallOf(
  effects: readonly ChargeEffect[],
  read: (effect: ChargeEffect) => Effect,
): OverallAnswer {
  const active = effects.filter((effect) => isActive(effect) && read(effect) !== 'not_applicable');
  if (active.length === 0) {
    const vacated = effects.filter(
      (effect) => isActive(effect) && effect.reasonCode === 'conviction_vacated',
    );
    if (vacated.length > 0) {
      return answer(
        'partial_other_relief_needed',
        `${cites(vacated)} rests on vacated convictions: reopening on the vacatur comes first, the pardon second.`,
      );
    }
    return answer('insufficient_facts', 'No charge that the order could rest on is recorded.');
  }
  const inOrder = active.filter(({ statusInOrder }) => statusInOrder !== 'charged');
  const pending = active.filter(({ statusInOrder }) => statusInOrder === 'charged');
  const latent = effects.filter(({ origin }) => origin === 'latent');
  const at = (list: ChargeEffect[], effect: Effect) => list.filter((item) => read(item) === effect);

  const stays = at(inOrder, 'not_lifted');
  if (stays.length > 0)
    return answer(
      'pardon_not_enough',
      `The order also rests on ${cites(stays)}, which the pardon does not lift.`,
    );
  const open = at(active, 'needs_facts');
  if (open.length > 0) return answer('insufficient_facts', `Facts are missing about ${cites(open)}.`);
  const other = [...at(pending, 'not_lifted'), ...at(latent, 'not_lifted')];
  if (other.length > 0)
    return answer(
      'partial_other_relief_needed',
      `${cites(other)} would stay, and other relief is needed for it.`,
    );
  const contested = [...at(active, 'contested'), ...at(latent, 'contested')];
  if (contested.length > 0)
    return answer('partial_other_relief_needed', `The effect on ${cites(contested)} is contested.`);
  const unsure = at(latent, 'needs_facts');
  if (unsure.length > 0)
    return answer('insufficient_facts', `It is not known whether ${cites(unsure)} could be charged too.`);
  return answer(
    'termination_expected',
    'Every charge is lifted, and no other ground that fits the convictions was found.',
  );
}

function answer(overall: Overall, reason: string): OverallAnswer {
  return { overall, reason };
}

function cites(effects: ChargeEffect[]): string {
  return [...new Set(effects.map(({ ina, code }) => ina || code || 'a charge that cannot be read'))].join(
    ', ',
  );
}
