import { inWords, toOrdinal } from '../calendar/day';
import type { TraceStep } from '../calendar/count';
import { ASSUME_RUNNING, build } from './build';
import { bondDrafts } from './bond-deadlines';
import { checkInDrafts } from './check-in-deadlines';
import { detentionOf } from './custody-deadlines';
import { grantDeadlines } from './grant-deadlines';
import { hearingDrafts } from './hearing-deadlines';
import { motionDrafts } from './motion-deadlines';
import { orderDeadlines } from './order-deadlines';
import { Reckoning } from './readings';
import { recordDeadlines } from './records-deadlines';
import { chronological, dayOf, grantTimelines, motionKind, orderTimelines } from './timeline';
import type { DatedFact, DerivedDeadline, DeriveContext } from './types';

function deriveOnce(
  facts: readonly DatedFact[],
  context: DeriveContext,
  reckoning: Reckoning,
): DerivedDeadline[] {
  const orders = orderTimelines(facts);
  const motions = chronological(
    facts.filter((fact) => fact.kind === 'motion_filed' && motionKind(fact) === 'reopen'),
  );
  const relieved = orders.length > 0 && orders.every((order) => order.stoppedBy !== null);
  const detention = detentionOf(facts);
  const ordered = orders.flatMap((order) => orderDeadlines(order, context, reckoning, detention));
  const records = recordDeadlines(facts, context, reckoning);
  const others = chronological(facts);
  // Proceedings that were reopened have hearings again.
  const heard = [
    ...hearingDrafts(others, reckoning.law, detention !== null),
    ...bondDrafts(others, reckoning.law),
  ].map((draft) => build(draft, context, reckoning));
  if (relieved) return [...ordered, ...heard, ...records];
  return [
    ...ordered,
    ...heard,
    ...records,
    ...[...motionDrafts(others, reckoning.law), ...checkInDrafts(others, reckoning.law)].map((draft) =>
      build(draft, context, reckoning),
    ),
    ...grantTimelines(facts).flatMap((grant) => grantDeadlines(grant, motions, context, reckoning)),
  ];
}

const bounded = (fact: DatedFact, end: 'first' | 'last'): DatedFact => {
  const day = dayOf(fact);
  return day.state === 'partial' ? { ...fact, on: day[end] } : fact;
};

const IDENTITY = [
  'ruleId',
  'ruleVersion',
  'ruleStatus',
  'title',
  'citation',
  'consequence',
  'cure',
  'stays',
  'verified',
] as const;

const OF_THE_RULE = new Set(['note', 'doubt']);

/** The steps about the law as they read for one end of the range, without naming that day as if it were the date. */
function ruleSteps(deadline: DerivedDeadline, end: DerivedDeadline): TraceStep[] {
  const chosen = end.trace.filter(({ step }) => step === 'rule');
  let at = 0;
  const steps = deadline.trace
    .filter(({ step }) => !OF_THE_RULE.has(step))
    .map((step) => (step.step === 'rule' ? (chosen[at++] ?? step) : step))
    .map((step) => ({ ...step, text: step.text.replace(/ \(here [^)]*\)/, ' (whichever day it was)') }));
  return [...steps, ...end.trace.filter(({ step }) => OF_THE_RULE.has(step))];
}

/** When both ends of the range fall under one version of the rule, that version governs, not the newest. */
function withVersion(
  deadline: DerivedDeadline,
  early: DerivedDeadline,
  late: DerivedDeadline,
): DerivedDeadline {
  const one = early.ruleId === late.ruleId && early.ruleVersion === late.ruleVersion;
  if (!one) return deadline;
  const identity = Object.fromEntries(IDENTITY.map((field) => [field, early[field]]));
  const warnings = [...deadline.warnings.filter((text) => text === ASSUME_RUNNING), ...early.warnings];
  return { ...deadline, ...identity, warnings: [...new Set(warnings)], trace: ruleSteps(deadline, early) };
}

/**
 * Says between which days a period ended when only the year or month of its start is recorded, or only about which
 * year it was. Never a due date.
 */
function withRange(
  deadline: DerivedDeadline,
  early: DerivedDeadline | undefined,
  late: DerivedDeadline | undefined,
  facts: readonly DatedFact[],
): DerivedDeadline {
  const first = early?.conservativeOn;
  const last = late?.outerOn;
  if (deadline.kind !== 'unknown' || !early || !late || !first || !last) return deadline;
  const ids = new Set(deadline.triggeredBy.map((trigger) => trigger.factId));
  const about = facts.some((fact) => ids.has(fact.id) && fact.attributes?.about === true);
  const text = about
    ? `The date is only approximate. If the recorded year or month is right, the period ended between ${inWords(first)} and ${inWords(last)}; it may lie outside of that.`
    : `Only part of a date is recorded. Whichever day it was, the period ends between ${inWords(first)} and ${inWords(last)}.`;
  const governed = withVersion(deadline, early, late);
  return {
    ...governed,
    warnings: [text, ...governed.warnings],
    trace: [...governed.trace, { step: 'range', text }],
  };
}

const inFuture = (
  facts: readonly DatedFact[],
  context: DeriveContext,
  deadline: DerivedDeadline,
): DerivedDeadline => {
  const ids = new Set(deadline.triggeredBy.map((trigger) => trigger.factId));
  const ahead = facts.filter((fact) => ids.has(fact.id) && fact.on !== null && fact.on > context.today);
  if (ahead.length === 0) return deadline;
  const text = 'A date that this stands on lies in the future: check it.';
  return { ...deadline, warnings: [text, ...deadline.warnings] };
};

/**
 * Derives every deadline that follows from a client's dated facts: finality of each order, appeal, motions to
 * reopen and reconsider, petition for review, rescission of orders made in absentia, the removal period with the custody
 * reviews of somebody who is held, what follows the denial of a motion, and the office's own clocks after a pardon and
 * before a check-in. Pure and deterministic: the same facts in any order give the same answer, and `today` only decides what is
 * stale or lies in the future. A missing date gives kind `unknown`, never an invented day; no legal limit gives kind
 * `no_limit`; an order that was vacated, reopened or terminated gives nothing.
 * Days are 'YYYY-MM-DD'. Throws RuleInputError `malformed_day` for text that is not a date.
 * Authority: each record's citation; 8 CFR 1001.1(h) and FRAP 26(a) for counting.
 */
export function deriveDeadlines(facts: readonly DatedFact[], context: DeriveContext): DerivedDeadline[] {
  toOrdinal(context.today, 'today');
  const reckoning = new Reckoning(context);
  const derived = deriveOnce(facts, context, reckoning);
  const partial = facts.some((fact) => dayOf(fact).state === 'partial');
  if (!partial) return derived.map((deadline) => inFuture(facts, context, deadline));
  const [early, late] = (['first', 'last'] as const).map((end) =>
    deriveOnce(
      facts.map((fact) => bounded(fact, end)),
      context,
      reckoning,
    ),
  );
  const byKey = (key: string, list: DerivedDeadline[] = []) => list.find((deadline) => deadline.key === key);
  return derived.map((deadline) =>
    inFuture(
      facts,
      context,
      withRange(deadline, byKey(deadline.key, early), byKey(deadline.key, late), facts),
    ),
  );
}
