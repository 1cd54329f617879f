import { Coverages } from './coverage';
import { convictionsById } from './effects';
import { overallOf } from './overall';
import { changesBetween } from './changes';
import type { ChargeEffect, DisputedDate, DisputeEffect, PardonEffectInput } from './types';

const WORDS: Readonly<Record<string, string>> = {
  offence_committed: 'the day of the offence',
  plea_entered: 'the day of the plea',
  conviction_sentenced: 'the day of the sentence',
  nta_served: 'the day the charges were served',
  pardon_signed: 'the day the pardon was signed',
  pardon_effective: 'the day the pardon took effect',
  pardon_announced: 'the day the pardon was announced',
  admitted: 'the day of the admission',
  became_resident: 'the day of becoming a resident',
  departed: 'the day of leaving',
  returned: 'the day of returning',
  order_decided: 'the day of the removal order',
};

type Read = (input: PardonEffectInput, coverages: Coverages) => ChargeEffect[];

/** What each disputed date does to the charges, against the effects under the recorded dates. */
export function disputeEffects(
  input: PardonEffectInput,
  coverages: Coverages,
  recorded: readonly ChargeEffect[],
  read: Read,
): DisputeEffect[] {
  const before = overallOf(recorded, ({ effect }) => effect);
  return (input.disputed ?? []).map((dispute) => {
    const other = read(dispute.other, underOther(dispute, coverages));
    const after = overallOf(other, ({ effect }) => effect);
    const changed = changesBetween(recorded, other, 'not_applicable');
    const { fact, sourceId, recordedOn, otherOn } = dispute;
    return {
      ...{ fact, sourceId, recordedOn, otherOn, changed },
      ...{ overallRecorded: before.overall, overallOther: after.overall, overallOtherReason: after.reason },
      decides: changed.length > 0 || after.overall !== before.overall,
    };
  });
}

/** The pardons that were only imagined stay beside those of the other reading of the record. */
function underOther({ other }: DisputedDate, { imagined, circuit }: Coverages): Coverages {
  const convictions = convictionsById(other);
  const pardons = [...other.pardons, ...imagined];
  return new Coverages({ convictions, pardons, imagined, circuit, admission: other.admission ?? null });
}

/**
 * A disputed date is a missing fact: what one of its values would take away is not lifted until somebody settles it. What
 * the other value would only better stays as it is, and the question is asked.
 */
export function untilSettled(
  effects: readonly ChargeEffect[],
  disputes: readonly DisputeEffect[],
): ChargeEffect[] {
  return effects.map((effect) => {
    const open = disputes.filter(({ changed }) =>
      changed.some(({ chargeId }) => chargeId === effect.chargeId),
    );
    if (open.length === 0) return effect;
    const missingFacts = [...effect.missingFacts, ...open.map(questionOf)];
    const good = ['lifted', 'contested', 'not_applicable'].includes(effect.effect);
    if (!good) return { ...effect, missingFacts };
    const dates = open.map((one) => `${nameOf(one)} (${bothOf(one)})`).join('; ');
    return {
      ...effect,
      missingFacts,
      effect: 'needs_facts',
      reasonCode: 'disputed_date',
      reason: `The sources disagree about ${dates}, and the answer is another one under the other date. Under the recorded one: ${effect.reason}`,
    };
  });
}

const nameOf = ({ fact }: DisputeEffect): string => WORDS[fact] ?? fact.replaceAll('_', ' ');
const bothOf = ({ recordedOn, otherOn }: DisputeEffect): string =>
  `${recordedOn ?? 'not recorded'} or ${otherOn}`;
const questionOf = (one: DisputeEffect): string =>
  `Which is right, ${bothOf(one)}, for ${nameOf(one)}? Settle it with a certified record.`;
