import type { Coverages } from './coverage';
import type { Charge, ChargeEffect, OverrideShown } from './types';

/**
 * Counsel's override of one charge (a 212 charge stays in removal proceedings unless counsel overrides with reasons).
 * It is always shown with what the rules say. To call a charge lifted it needs reasons, a name, every fact, an instrument
 * for every conviction, and a charge that is arguable at all: inadmissibility, or one whose effect is contested.
 */
export function withOverride(effect: ChargeEffect, charge: Charge, coverages: Coverages): ChargeEffect {
  const given = charge.counselOverride;
  if (!given) return effect;
  const why = refusal(effect, given, coverages);
  const { effect: without, reasonCode, reason } = effect;
  const override: OverrideShown = {
    ...given,
    applied: why === null,
    why,
    withoutIt: { effect: without, reasonCode, reason },
  };
  if (why !== null) {
    const note = `Counsel’s override was not applied: ${why}`;
    return { ...effect, override, counterArguments: [...effect.counterArguments, note] };
  }
  return {
    ...effect,
    effect: given.effect,
    reasonCode: 'overridden_by_counsel',
    reason: `Counsel overrides the rules (${given.by}): ${given.reasons}`,
    counterArguments: [...effect.counterArguments, `Without the override: ${reason}`],
    missingFacts:
      given.effect === 'needs_facts' && effect.missingFacts.length === 0
        ? ['Counsel asks for more facts about this charge.']
        : effect.missingFacts,
    override,
  };
}

function refusal(
  effect: ChargeEffect,
  { effect: wanted, reasons, by }: OverrideShown | NonNullable<Charge['counselOverride']>,
  coverages: Coverages,
): string | null {
  if (reasons.trim() === '' || by.trim() === '') return 'it needs reasons and a name.';
  if (wanted !== 'lifted' || effect.effect === 'lifted') return null;
  if (effect.missingFacts.length > 0)
    return 'facts are still missing, and a missing fact never counts as lifted.';
  const arguable = effect.effect === 'contested' || effect.reasonCode === 'inadmissibility_charge';
  if (!arguable) return 'the waiver does not list this ground, or no instrument that counts covers it.';
  const instruments = effect.convictionIds.map((id) => coverages.of(id).state);
  return instruments.length > 0 && instruments.every((state) => state === 'covered' || state === 'contested')
    ? null
    : 'no full and unconditional pardon is on file for every conviction of the charge.';
}
