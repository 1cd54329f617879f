import { addDays, inWords, type Day } from '../calendar/day';
import type { TraceStep } from '../calendar/count';
import type { RuleRecord } from '../packs/rule-record';
import { said } from './readings';
import type { DeriveContext, RuleVerification } from './types';

const STALE_AFTER_DAYS = 30;

const verificationOf = (rule: RuleRecord, context: DeriveContext): RuleVerification | null =>
  context.verifications?.find((found) => found.ruleId === rule.id && found.version === rule.version) ?? null;

/** A rule counts as verified only when an attorney has compared it with the official text. */
export const isVerified = (rule: RuleRecord, context: DeriveContext): boolean =>
  rule.checkedBy !== null || verificationOf(rule, context) !== null;

/** How old the check of a record is: `stale` moving law, `review_due` the day of its next review has passed. */
export type RuleAge = 'fresh' | 'stale' | 'review_due';

const lastCheckOf = (rule: RuleRecord, context: DeriveContext): Day => {
  const verification = verificationOf(rule, context);
  return verification && verification.on > rule.checkedOn ? verification.on : rule.checkedOn;
};

/** Whether a record has to be looked at again. A verification by an attorney counts as a check. */
export function ageOf(rule: RuleRecord, context: DeriveContext): RuleAge {
  const checkedOn = lastCheckOf(rule, context);
  if (rule.volatile && addDays(checkedOn, STALE_AFTER_DAYS) < context.today) return 'stale';
  return rule.nextReview < context.today && checkedOn <= rule.nextReview ? 'review_due' : 'fresh';
}

function ageDoubts(rule: RuleRecord, name: string, context: DeriveContext): string[] {
  const age = ageOf(rule, context);
  if (age === 'stale') {
    return [`Stale: ${name} is moving law and was last checked on ${inWords(lastCheckOf(rule, context))}.`];
  }
  if (age === 'fresh') return [];
  return [`Review due: ${name} was to be looked at again by ${inWords(rule.nextReview)}.`];
}

const nameOf = (rule: RuleRecord) => `${rule.id}, version ${rule.version}`;
const contest = (rule: RuleRecord) =>
  rule.status === 'operative_contested'
    ? [rule.notes[0] ?? 'Contested: another reading gives another date.']
    : [];

function unverified(rules: readonly RuleRecord[], context: DeriveContext): string[] {
  const open = rules.filter((rule) => !isVerified(rule, context));
  const general = open.filter((rule) => rule.confidence === 'general_knowledge');
  const list = (some: readonly RuleRecord[]) => some.map(nameOf).join('; ');
  return [
    ...(open.length > 0
      ? [`Not verified: no attorney has checked against the official text: ${list(open)}.`]
      : []),
    ...(general.length > 0 ? [`General knowledge, no source read: ${list(general)}.`] : []),
  ];
}

/** Doubts that travel with every date derived from these rules. */
export function doubtsAbout(rules: readonly RuleRecord[], context: DeriveContext): string[] {
  const distinct = [...new Set(rules)];
  return [
    ...distinct.flatMap(contest),
    ...unverified(distinct, context),
    ...distinct.flatMap((rule) => ageDoubts(rule, nameOf(rule), context)),
  ];
}

const range = (rule: RuleRecord) => {
  if (rule.effectiveFrom && rule.effectiveTo) return ` from ${rule.effectiveFrom} to ${rule.effectiveTo}`;
  if (rule.effectiveFrom) return ` from ${rule.effectiveFrom}`;
  return rule.effectiveTo ? ` until ${rule.effectiveTo}` : '';
};

/** The step that says which version was chosen and why. */
export function versionStep(rule: RuleRecord, keyDay: Day | null, context: DeriveContext): TraceStep {
  const verification = verificationOf(rule, context);
  const why =
    range(rule) === ''
      ? ''
      : `, governing by the ${rule.keyedOn.replace('_', ' ')} date${range(rule)}${keyDay ? ` (here ${inWords(keyDay)})` : ' (date not known: newest version taken)'}`;
  const checked = verification
    ? ` Verified by ${verification.by} on ${inWords(verification.on)}${verification.sourceSeen ? ` (${verification.sourceSeen})` : ''}.`
    : '';
  return {
    step: 'rule',
    text: `${rule.citation}. Rule ${rule.id}, version ${rule.version}, ${said(rule.status)}${why}.${checked}`,
  };
}

const CLOCK = {
  board: "the Board's clock",
  court_or_board: 'the clock of the court or Board that receives it',
  clerk: "the clerk's clock",
} as const;

/** The step that says when the last day ends, where the forum's clock is known or assumed. */
export function cutoffStep(rule: RuleRecord): TraceStep[] {
  if (!rule.cutoff) return [];
  const zone = rule.timeZone ? ` (${rule.timeZone})` : '';
  const doubt = rule.cutoff.confirmed ? '' : ' Not confirmed: use the earlier of that clock and your own.';
  return [
    {
      step: 'cutoff',
      text: `The last day ends at ${rule.cutoff.at} by ${CLOCK[rule.cutoff.clock]}${zone}.${doubt}`,
    },
  ];
}
