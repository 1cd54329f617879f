import type { TraceStep } from '../calendar/count';
import { inWords, toOrdinal, type Day } from '../calendar/day';
import { RULE_SET } from '../packs/rule-set';
import { isChecked, openDayOnOrBefore, otherDays, ruleDay, type PlanLaw } from './rule-day';

/** What custody dates are counted from. */
export interface CustodyMilestonesInput extends PlanLaw {
  readonly today: Day;
  readonly removalPeriodStart: Day | null;
  /** The present detention; null when the client is not detained or the day is not known. */
  readonly detainedSince: Day | null;
  /** The last custody review that was held. */
  readonly lastReviewOn?: Day | null;
  /** The client had been on supervision and was detained again on `detainedSince`. */
  readonly redetained?: boolean | null;
}

/** One date of custody: a day to hold the government to, never one that acts by itself. */
export interface CustodyMilestone {
  /** Stable name: removal_period_end, notice_window_day_60, day_90, day_180, six_months, annual_review, … */
  readonly name: string;
  readonly ruleId: string;
  readonly title: string;
  /** The day itself: a state does not roll. */
  readonly on: Day;
  /** The open day on or before it, to act by. */
  readonly planOn: Day;
  readonly countedFrom: 'removal_period' | 'detention' | 'last_review' | 'redetention';
  readonly startOn: Day;
  readonly alternates: readonly { readonly name: string; readonly label: string; readonly on: Day }[];
  readonly passed: boolean;
  readonly citation: string;
  readonly verified: boolean;
  readonly warnings: readonly string[];
  readonly trace: readonly TraceStep[];
}

/** Days of the custody reviews and the six months of Zadvydas. None rolls off a weekend. */
export interface CustodyMilestones {
  readonly milestones: readonly CustodyMilestone[];
  readonly warnings: readonly string[];
}

type From = CustodyMilestone['countedFrom'];
const FROM_WORDS: Readonly<Record<From, string>> = {
  removal_period: 'the start of the removal period',
  detention: 'the present detention',
  last_review: 'the last custody review',
  redetention: 'the return to detention',
};
const BY_DETENTION =
  'Counted from the detention: whether days of an earlier removal period count too is contested. Use the earlier date.';

function milestone(
  name: string,
  ruleId: string,
  from: From,
  startOn: Day,
  input: CustodyMilestonesInput,
): CustodyMilestone {
  const { rule, on, trace } = ruleDay(ruleId, startOn, input);
  const alternates = otherDays(rule, startOn, input).map(({ name, label, on }) => ({ name, label, on }));
  const verified = isChecked(rule, input);
  return {
    name,
    ruleId: rule.id,
    title: rule.title,
    on,
    planOn: openDayOnOrBefore(on, input),
    countedFrom: from,
    startOn,
    alternates,
    passed: on < input.today,
    citation: rule.citation,
    verified,
    warnings: [
      ...(from === 'detention' ? [BY_DETENTION] : []),
      ...(!verified ? [`Not verified: no attorney has checked ${rule.id} against the official text.`] : []),
    ],
    trace: [
      { step: 'input', text: `Counted from ${FROM_WORDS[from]}, ${inWords(startOn)}.`, on: startOn },
      ...trace,
      ...alternates.map(({ label, on }) => ({ step: 'alternate', text: `${label}: ${inWords(on)}.`, on })),
      ...rule.notes.map((text) => ({ step: 'note', text })),
    ],
  };
}

function periodMilestones(from: From, startOn: Day, input: CustodyMilestonesInput): CustodyMilestone[] {
  const law = input.law ?? RULE_SET;
  const parts = law.composites.find(({ id }) => id === 'pocr.milestones')?.parts ?? [];
  return [
    ...parts.map((part) => milestone(part.name, part.rule, from, startOn, input)),
    ...(from === 'removal_period'
      ? [milestone('removal_period_end', 'removal.period.90d', from, startOn, input)]
      : []),
    milestone('six_months', 'zadvydas.6m', from, startOn, input),
  ];
}

function redetentionMilestones(input: CustodyMilestonesInput): CustodyMilestone[] {
  const on = input.detainedSince;
  if (input.redetained !== true || on === null) return [];
  return [
    milestone('interview_target', 'osup.redetention.interview_target_2d', 'redetention', on, input),
    milestone('redetention_review', 'osup.redetention.review.3m', 'redetention', on, input),
  ];
}

const byDay = (a: CustodyMilestone, b: CustodyMilestone) => {
  const [left, right] = [`${a.on}|${a.name}|${a.countedFrom}`, `${b.on}|${b.name}|${b.countedFrom}`];
  return left < right ? -1 : Number(left > right);
};

/**
 * The dates of post-order custody: notice about day 60, reviews about day 90 and day 180, the yearly review, the end
 * of the removal period, the six months of Zadvydas with the 180-day count beside them, and after a return to
 * detention the interview and the three-month review. When the detention began after the removal period both counts
 * are given. Days are 'YYYY-MM-DD' and do not roll: they are states, not filings. Throws RuleInputError
 * `malformed_day`. Authority: INA 241(a); 8 CFR 241.4, 241.13; Zadvydas v. Davis (2001).
 */
export function custodyMilestones(input: CustodyMilestonesInput): CustodyMilestones {
  toOrdinal(input.today, 'today');
  const { removalPeriodStart, detainedSince } = input;
  const annualStart = input.lastReviewOn ?? null;
  const later = detainedSince !== null && detainedSince !== removalPeriodStart;
  const milestones = [
    ...(removalPeriodStart ? periodMilestones('removal_period', removalPeriodStart, input) : []),
    ...(later ? periodMilestones('detention', detainedSince, input) : []),
    ...(annualStart ? [milestone('annual_review', 'pocr.annual', 'last_review', annualStart, input)] : []),
    ...redetentionMilestones(input),
  ];
  return {
    milestones: milestones.sort(byDay),
    warnings: [
      ...(removalPeriodStart === null
        ? ['The start of the removal period is not known: assume that it is running.']
        : []),
      ...(detainedSince === null
        ? ['No present detention is recorded: reviews are owed only in detention.']
        : []),
      'None of these days frees anybody by itself: each is a day to ask, and the six months a ground for habeas.',
    ],
  };
}
