import { groundById, type PardonGround } from '../packs/grounds';
import type { Coverages } from './coverage';
import { groundOutcome, present } from './effects';
import { nameOf } from './instrument';
import { allMustBePardoned, outcome, tally, type Outcome } from './outcome';
import type { ChargeEffect, Conviction, ConvictionFlags, Known } from './types';

type Flag = keyof ConvictionFlags;

interface LatentRule {
  groundId: string;
  flags: readonly Flag[];
  question: string;
}

/** Grounds a conviction may fit although nobody charged them: DHS may lodge them after reopening (8 CFR 1003.30). */
const OUTSIDE_THE_WAIVER: readonly LatentRule[] = [
  { groundId: '237a2Bi', flags: ['drug'], question: 'Is it a controlled-substance offence?' },
  {
    groundId: '237a2C',
    flags: ['firearm'],
    question:
      'Is a firearm or destructive device an element of the offence, or was there a weapon count beside it?',
  },
  {
    groundId: '237a2Ei',
    flags: ['domestic', 'childVictim'],
    question: 'Was the victim a spouse, partner, family member or child, or is it stalking?',
  },
];
const LISTED: readonly LatentRule[] = [
  {
    groundId: '237a2Aiii',
    flags: ['aggravatedFelony'],
    question: 'Is it an aggravated felony under INA 101(a)(43)?',
  },
  { groundId: '237a2Aii', flags: ['moralTurpitude'], question: 'Is it a crime involving moral turpitude?' },
  { groundId: '237a2Ai', flags: ['moralTurpitude'], question: 'Is it a crime involving moral turpitude?' },
];

/**
 * The latent grounds of the convictions, one entry per ground and per what is known. A listed ground is latent only for
 * convictions that no good pardon covers. `charged` holds the convictions an active charge already has under a ground.
 */
export function latentEffects(
  coverages: Coverages,
  charged: ReadonlyMap<string, ReadonlySet<string>>,
  circuit: string | null,
): ChargeEffect[] {
  const convictions = [...coverages.convictions.values()];
  const open = convictions.filter(({ id }) => coverages.of(id).state !== 'covered');
  const outside = OUTSIDE_THE_WAIVER.flatMap((rule) =>
    byRule(rule, convictions, coverages, charged, circuit),
  );
  const listed = LISTED.flatMap((rule) => byRule(rule, open, coverages, charged, circuit));
  return [...outside, ...listed];
}

function byRule(
  rule: LatentRule,
  convictions: Conviction[],
  coverages: Coverages,
  charged: ReadonlyMap<string, ReadonlySet<string>>,
  circuit: string | null,
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
    entries.push(entry(ground, 'known', yes, knownOutcome(ground, yes, coverages), coverages, circuit));
  const unsure = rule.groundId === '237a2Aii' ? maybeMultiple(groups) : groups.not_known;
  if (unsure.length > 0)
    entries.push(entry(ground, 'not_known', unsure, unknownOutcome(rule, unsure), coverages, circuit));
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

function anyOf(flags: ConvictionFlags, wanted: readonly Flag[]): Known {
  const values = wanted.map((flag) => flags[flag]);
  return values.includes('yes') ? 'yes' : values.includes('not_known') ? 'not_known' : 'no';
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
  circuit: string | null,
): ChargeEffect {
  const ids = convictions.map(({ id }) => id);
  return {
    ...present(ground, found, ids, coverages, circuit),
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
