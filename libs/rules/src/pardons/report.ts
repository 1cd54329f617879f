import { GROUNDS_PACK_VERSION } from '../packs/grounds';
import { coveragesOf, disputesOf, effectsOf } from './assess';
import type { Coverages } from './coverage';
import { isActive } from './effects';
import { instrumentFindings } from './findings';
import { naturalisationNote, notesFor } from './notes';
import { overallOf, type OverallAnswer } from './overall';
import { imaginedPardons, requestsFor } from './requests';
import { travelOf } from './travel';
import type {
  ChargeEffect,
  Conviction,
  DisputeEffect,
  InstrumentFinding,
  PardonEffectInput,
  PardonEffectReport,
} from './types';

/** Version of the grounds pack and of the rules over it; stored with every report. */
export const PARDON_RULES_VERSION = `pardon-effect/${GROUNDS_PACK_VERSION}/2`;

/**
 * What the recorded pardons do to each charge and to each ground nobody charged yet (INA 237(a)(2)(A)(vi)).
 * Without any pardon the report says what to ask for. Issue-spotting for an attorney, never advice: only a clause the
 * waiver lists, with every test of the instrument passed, comes out 'lifted'; a missing fact never does.
 */
export function pardonEffect(input: PardonEffectInput): PardonEffectReport {
  const coverages = coveragesOf(input);
  const { convictions } = coverages;
  const effects = effectsOf(input, coverages);
  const asking = input.pardons.length === 0;
  const instrument = instrumentFindings(coverages, reliedOn(effects));
  const wanted = asking ? [...convictions.values()] : uncovered(convictions, coverages, effects);
  const disputes = disputesOf(input, asking ? imaginedCoverages(input, convictions) : coverages);
  const { answer, ifGranted, charges } = asking
    ? withImagined(input, convictions, effects)
    : asRecorded(effects);
  const told = whileDisputed(answer, disputes);
  return {
    mode: asking ? 'what_to_ask_for' : 'effect_of_grant',
    overall: told.overall,
    overallReason: told.reason,
    overallIfGranted: ifGranted,
    charges,
    instrument,
    unpardonedConvictionsStillTriggering: stillTriggering(effects),
    requests: requestsFor(wanted, effects),
    whatWouldChangeIt: whatWouldChangeIt(charges, instrument, input, asking),
    ...travelOf(input, effects, coverages),
    naturalisationNote: naturalisationNote(input),
    notes: notesFor(input),
    disputes,
    ruleSetVersion: PARDON_RULES_VERSION,
  };
}

interface Answers {
  answer: OverallAnswer;
  ifGranted: PardonEffectReport['overallIfGranted'];
  charges: ChargeEffect[];
}

/** A good answer that the other of two dates would take away is not given: a ground nobody thought of may then fit. */
function whileDisputed(answer: OverallAnswer, disputes: readonly DisputeEffect[]): OverallAnswer {
  const open = disputes.find(({ decides, overallOther }) => decides && overallOther !== answer.overall);
  if (!open || answer.overall !== 'termination_expected') return answer;
  return {
    overall: 'insufficient_facts',
    reason: `A disputed date decides this and has to be settled first. Under the other one: ${open.overallOtherReason}`,
  };
}

function asRecorded(effects: ChargeEffect[]): Answers {
  return { answer: overallOf(effects, ({ effect }) => effect), ifGranted: null, charges: effects };
}

/**
 * Runs the same rules over the pardons that could be asked for. What even they cannot lift is said now. A latent ground
 * that is gone then was a listed one, lifted by them.
 */
function withImagined(
  input: PardonEffectInput,
  convictions: ReadonlyMap<string, Conviction>,
  effects: ChargeEffect[],
): Answers {
  const granted = effectsOf(input, imaginedCoverages(input, convictions));
  const byId = new Map(granted.map((effect) => [effect.chargeId, effect.effect]));
  const charges = effects.map((effect) => ({
    ...effect,
    ifGranted: byId.get(effect.chargeId) ?? 'lifted',
  }));
  const best = overallOf(granted, ({ effect }) => effect);
  const hopeful = best.overall === 'termination_expected' || best.overall === 'insufficient_facts';
  const answer: OverallAnswer = hopeful
    ? {
        overall: 'insufficient_facts',
        reason: `No pardon is recorded yet. If everything asked for were granted: ${best.reason}`,
      }
    : { overall: best.overall, reason: `Even if everything asked for were granted: ${best.reason}` };
  return { answer, ifGranted: best.overall, charges };
}

/** Without any pardon the question is what one would do. */
function imaginedCoverages(
  input: PardonEffectInput,
  convictions: ReadonlyMap<string, Conviction>,
): Coverages {
  const imagined = imaginedPardons([...convictions.values()]);
  return coveragesOf(input, imagined, new Set(imagined), convictions);
}

function reliedOn(effects: ChargeEffect[]): Set<string> {
  return new Set(effects.filter(isActive).flatMap(({ convictionIds }) => convictionIds));
}

function uncovered(
  convictions: ReadonlyMap<string, Conviction>,
  coverages: Coverages,
  effects: ChargeEffect[],
): Conviction[] {
  const relied = reliedOn(effects);
  return [...convictions.values()].filter(
    ({ id, flags }) =>
      coverages.of(id).state !== 'covered' &&
      (relied.has(id) || flags.moralTurpitude !== 'no' || flags.aggravatedFelony !== 'no'),
  );
}

function stillTriggering(effects: ChargeEffect[]): string[] {
  const holding = effects.filter(
    ({ effect, origin }) => effect !== 'lifted' && effect !== 'not_applicable' && origin !== 'latent',
  );
  const latent = effects.filter(({ effect, origin }) => effect === 'not_lifted' && origin === 'latent');
  return [...new Set([...holding, ...latent].flatMap(({ convictionIds }) => convictionIds))];
}

function whatWouldChangeIt(
  effects: ChargeEffect[],
  instrument: InstrumentFinding[],
  input: PardonEffectInput,
  asking: boolean,
): string[] {
  const lines = new Set<string>();
  if (asking) lines.add('A full and unconditional pardon of the named counts.');
  for (const { test, result, why } of instrument) {
    if (result !== 'pass') lines.add(`Instrument, ${test.replaceAll('_', ' ')}: ${why}`);
  }
  for (const effect of effects) changesOf(effect).forEach((line) => lines.add(line));
  for (const pardon of input.pardons) {
    if (pardon.instrumentKind === 'full_and_unconditional' && !pardon.wording?.trim()) {
      lines.add('Enter the words of the instrument: they have not been searched for carve-outs.');
    }
  }
  return [...lines];
}

function changesOf({ ina, code, effect, missingFacts, otherRoutes, reasonCode }: ChargeEffect): string[] {
  const stays = effect === 'not_lifted' || effect === 'contested';
  const lines = [
    ...missingFacts,
    ...(stays ? otherRoutes : []),
    ...(reasonCode === 'inadmissibility_charge' ? ['Counsel overriding it, with reasons.'] : []),
  ];
  return lines.map((line) => `${ina || code || 'A charge'}: ${line}`);
}
