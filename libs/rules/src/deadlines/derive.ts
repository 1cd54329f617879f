import { inWords, toOrdinal } from '../calendar/day';
import { grantDeadlines } from './grant-deadlines';
import { orderDeadlines } from './order-deadlines';
import { Calendars } from './readings';
import { chronological, dayOf, grantTimelines, motionKind, orderTimelines } from './timeline';
import type { DatedFact, DerivedDeadline, DeriveContext } from './types';

function deriveOnce(
  facts: readonly DatedFact[],
  context: DeriveContext,
  calendars: Calendars,
): DerivedDeadline[] {
  const orders = orderTimelines(facts);
  const motions = chronological(
    facts.filter((fact) => fact.kind === 'motion_filed' && motionKind(fact) === 'reopen'),
  );
  const relieved = orders.length > 0 && orders.every((order) => order.stoppedBy !== null);
  return [
    ...orders.flatMap((order) => orderDeadlines(order, context, calendars)),
    ...(relieved
      ? []
      : grantTimelines(facts).flatMap((grant) => grantDeadlines(grant, motions, context, calendars))),
  ];
}

const bounded = (fact: DatedFact, end: 'first' | 'last'): DatedFact => {
  const day = dayOf(fact);
  return day.state === 'partial' ? { ...fact, on: day[end] } : fact;
};

/** Says between which days a period ended when only the year or month of its start is recorded. Never a due date. */
function withRange(
  deadline: DerivedDeadline,
  early: DerivedDeadline | undefined,
  late: DerivedDeadline | undefined,
): DerivedDeadline {
  const first = early?.conservativeOn;
  const last = late?.outerOn;
  if (deadline.kind !== 'unknown' || !first || !last) return deadline;
  const text = `Only part of a date is recorded. Whichever day it was, the period ends between ${inWords(first)} and ${inWords(last)}.`;
  return {
    ...deadline,
    warnings: [text, ...deadline.warnings],
    trace: [...deadline.trace, { step: 'range', text }],
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
 * reopen and reconsider, petition for review, rescission of orders made in absentia, and the office's clock after a
 * pardon. Pure and deterministic: the same facts in any order give the same answer, and `today` only decides what is
 * stale or lies in the future. A missing date gives kind `unknown`, never an invented day; no legal limit gives kind
 * `no_limit`; an order that was vacated, reopened or terminated gives nothing.
 * Days are 'YYYY-MM-DD'. Throws RuleInputError `malformed_day` for text that is not a date.
 * Authority: each record's citation; 8 CFR 1001.1(h) and FRAP 26(a) for counting.
 */
export function deriveDeadlines(facts: readonly DatedFact[], context: DeriveContext): DerivedDeadline[] {
  toOrdinal(context.today, 'today');
  const calendars = new Calendars(context);
  const derived = deriveOnce(facts, context, calendars);
  const partial = facts.some((fact) => dayOf(fact).state === 'partial');
  if (!partial) return derived.map((deadline) => inFuture(facts, context, deadline));
  const [early, late] = (['first', 'last'] as const).map((end) =>
    deriveOnce(
      facts.map((fact) => bounded(fact, end)),
      context,
      calendars,
    ),
  );
  const byKey = (key: string, list: DerivedDeadline[] = []) => list.find((deadline) => deadline.key === key);
  return derived.map((deadline) =>
    inFuture(facts, context, withRange(deadline, byKey(deadline.key, early), byKey(deadline.key, late))),
  );
}
