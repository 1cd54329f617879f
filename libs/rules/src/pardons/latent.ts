import { groundById, type PardonGround } from '../packs/grounds';
import type { Coverages } from './coverage';
import { present } from './effects';
import { clauseOneFits } from './five-years';
import { groundOutcome } from './ground-outcome';
import { anyOf, INSIDE_THE_WAIVER, OUTSIDE_THE_WAIVER, type LatentRule } from './latent-rules';
import { nameOf } from './names';
import { allMustBePardoned, outcome, tally, type Outcome } from './outcome';
import type { ChargeEffect, Conviction, Known } from './types';

/**
 * The latent grounds of the convictions, one entry per ground and per what is known. A listed ground is latent only for
 * convictions that no good pardon covers. `charged` holds the convictions an active charge already has under a ground.
 */
export function latentEffects(
  coverages: Coverages,
  charged: ReadonlyMap<string, ReadonlySet<string>>,
): ChargeEffect[] {
  const convictions = [...coverages.convictions.values()].filter(
    ({ clearedBy }) => clearedBy !== 'vacated_for_defect',
  );
  const open = convictions.filter(({ id }) => coverages.of(id).state !== 'covered');
  const outside = OUTSIDE_THE_WAIVER.flatMap((rule) => byRule(rule, convictions, coverages, charged));
  const listed = INSIDE_THE_WAIVER.flatMap((rule) => byRule(rule, open, coverages, charged));
  return [...outside, ...listed];
}

function byRule(
  rule: LatentRule,
  convictions: Conviction[],
  coverages: Coverages,
  charged: ReadonlyMap<string, ReadonlySet<string>>,
): ChargeEffect[] {
  const ground = groundById(rule.groundId);
  if (!ground) throw new Error(`No ground ${rule.groundId}.`);
  const already = charged.get(rule.groundId);
  const rest = convictions.filter(({ id }) => !already?.has(id));
  const groups: Record<Known, Conviction[]> = { yes: [], no: [], not_known: [] };
  for (const conviction of rest) groups[anyOf(conviction.flags, rule.flags)].push(conviction);
  const entries: ChargeEffect[] = [];
  const yes = rule.groundId === '237a2Aii' ? multiple(groups.yes, convictions) : groups.yes;
  if (yes.length > 0)
    entries.push(entry(ground, 'known', yes, knownOutcome(ground, yes, coverages), coverages));
  const unsure = rule.groundId === '237a2Aii' ? maybeMultiple(groups) : groups.not_known;
  if (unsure.length > 0)
    entries.push(entry(ground, 'not_known', unsure, unknownOutcome(rule, unsure), coverages));
  return entries;
}

/** Clause (ii) needs two: every one that counts is named, charged or not, if at least one of them was never charged. */
function multiple(uncharged: Conviction[], convictions: Conviction[]): Conviction[] {
  const all = convictions.filter(({ flags }) => flags.moralTurpitude === 'yes');
  return uncharged.length > 0 && all.length >= 2 ? all : [];
}

function maybeMultiple(groups: Record<Known, Conviction[]>): Conviction[] {
  const possible = groups.yes.length + groups.not_known.length;
  return groups.yes.length < 2 && possible >= 2 ? groups.not_known : [];
}

function knownOutcome(ground: PardonGround, convictions: Conviction[], coverages: Coverages): Outcome {
  const ids = convictions.map(({ id }) => id);
  const found =
    ground.id === '237a2Ai' ? withinFiveYears(ids, coverages) : groundOutcome(ground, ids, coverages);
  const lodged = 'DHS may lodge this ground after reopening (Form I-261, 8 CFR 1003.30, general knowledge).';
  return {
    ...found,
    reason: `Never charged, but it fits ${named(convictions)}. ${found.reason}`,
    counterArguments: [...found.counterArguments, lodged],
  };
}

/** Clause (i) also needs the five years and the possible sentence, which no flag tells. */
function withinFiveYears(ids: string[], coverages: Coverages): Outcome {
  const found = allMustBePardoned(tally(ids, coverages));
  if (found.effect === 'lifted') return found;
  const fits = ids.map((id) => {
    const conviction = coverages.convictions.get(id);
    return conviction ? clauseOneFits(conviction, coverages) : 'not_known';
  });
  if (fits.includes('yes')) return found;
  if (fits.every((one) => one === 'no')) {
    return outcome(
      'not_applicable',
      'outside_five_years',
      'By the recorded dates the offence was not within five years of any admission, or no sentence of a year was possible.',
      { counterArguments: ['DHS may count from another admission, an adjustment or a return from a trip.'] },
    );
  }
  return outcome(
    'needs_facts',
    'five_years_not_known',
    'Whether clause (i) applies depends on the day of admission and the longest possible sentence.',
    {
      authorities: found.authorities,
      missingFacts: [
        'Was the offence within five years of admission, and could a sentence of a year or more have been imposed?',
        ...found.missingFacts,
      ],
    },
  );
}

function unknownOutcome(rule: LatentRule, convictions: Conviction[]): Outcome {
  return outcome(
    'needs_facts',
    'latent_ground_not_known',
    `Whether this ground fits ${named(convictions)} is not known, and DHS may lodge it after reopening.`,
    {
      missingFacts: [`${rule.question} (${named(convictions)})`],
    },
  );
}

function entry(
  ground: PardonGround,
  known: 'known' | 'not_known',
  convictions: Conviction[],
  found: Outcome,
  coverages: Coverages,
): ChargeEffect {
  const ids = convictions.map(({ id }) => id);
  return {
    ...present(ground, found, ids, coverages),
    chargeId: `latent:${ground.id}:${known}`,
    code: '',
    ina: ground.ina,
    origin: 'latent',
    statusInOrder: 'none',
  };
}

function named(convictions: Conviction[]): string {
  const names = convictions.slice(0, 3).map(nameOf);
  const more = convictions.length - names.length;
  return more > 0 ? `${names.join('; ')} and ${more} more` : names.join('; ');
}
