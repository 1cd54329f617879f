import type { TraceStep } from '../calendar/count';
import { earliest, inWords, type Day } from '../calendar/day';
import { doubtsAbout, isVerified, versionStep } from '../deadlines/standing';
import {
  boardOutcome,
  dayOf,
  knownOn,
  orderTimelines,
  triggerOf,
  wasRejected,
  type OrderTimeline,
} from '../deadlines/timeline';
import { Calendars, readDates, said } from '../deadlines/readings';
import type {
  AlternateDate,
  DatedFact,
  DeriveContext,
  Finality,
  FinalityBasis,
  FinalityState,
} from '../deadlines/types';
import type { RuleRecord } from '../packs/rule-record';
import { selectVersion } from '../packs/select';
import { appealReadings, servedOn } from './served';

/** What one basis of finality comes to, before it is put in words. */
interface Finding {
  readonly basis: FinalityBasis;
  readonly state: FinalityState;
  readonly ruleId: string;
  readonly candidates: readonly AlternateDate[];
  readonly rules?: readonly RuleRecord[];
  readonly warnings?: readonly string[];
  readonly trace?: readonly TraceStep[];
  readonly facts: readonly (DatedFact | null)[];
}

const at = (on: Day, label: string, status: AlternateDate['status'] = 'operative'): AlternateDate => ({
  on,
  label,
  status,
});
const MISSING = 'assume that the periods that follow are running';

function onDecisionDay(order: OrderTimeline, basis: FinalityBasis, ruleId: string, label: string): Finding {
  const on = knownOn(order.decided);
  return {
    basis,
    ruleId,
    state: on ? 'final' : 'unknown',
    candidates: on ? [at(on, label)] : [],
    warnings: on ? [] : [`The date of the decision is not known: ${MISSING}.`],
    facts: [order.decided, order.waived],
  };
}

function stopped(order: OrderTimeline): Finding {
  const fact = order.stoppedBy!;
  const day = dayOf(fact);
  const when = day.state === 'known' ? ` on ${inWords(day.on)}` : ' on a day that is not recorded';
  return {
    basis: 'stopped',
    state: 'stopped',
    ruleId: 'ij.order.final',
    candidates: [],
    trace: [
      {
        step: 'stopped',
        text: `The order was vacated, reopened or terminated${when}: its clocks stop and a new phase begins.`,
      },
    ],
    facts: [fact],
  };
}

function boardDecided(order: OrderTimeline): Finding {
  const [latest] = order.board.slice(-1);
  if (latest && ['remanded', 'sustained'].includes(boardOutcome(latest))) {
    return {
      basis: 'returned_by_board',
      state: 'not_final',
      ruleId: 'ij.order.final.board',
      candidates: [],
      warnings: ['The Board sent the case back or sustained the appeal: a new decision has its own dates.'],
      facts: [latest],
    };
  }
  const dismissed = order.board.find((fact) => knownOn(fact) !== null) ?? order.board[0]!;
  const on = knownOn(dismissed);
  const contradictory = order.waived || order.inAbsentia === true;
  return {
    basis: 'board_decision',
    state: on ? 'final' : 'unknown',
    ruleId: 'ij.order.final.board',
    candidates: on ? [at(on, "the Board's decision")] : [],
    warnings: [
      ...(on ? [] : [`The date of the Board's decision is not known: ${MISSING}.`]),
      ...(contradictory
        ? [
            'A Board decision is recorded together with a waived appeal or an order in absentia: check the record.',
          ]
        : []),
    ],
    facts: [dismissed],
  };
}

function pending(order: OrderTimeline): Finding {
  return {
    basis: 'appeal_pending',
    state: 'unknown',
    ruleId: 'ij.order.final.board',
    candidates: [],
    warnings: [`An appeal is recorded and no decision of the Board. If the Board has decided, ${MISSING}.`],
    facts: [order.decided, ...order.appeals],
  };
}

function voluntaryDeparture(order: OrderTimeline): Finding {
  const until = order.voluntaryDepartureUntil;
  const decidedOn = knownOn(order.decided);
  const known = until.state === 'known';
  return {
    basis: 'voluntary_departure_ended',
    state: known ? 'final' : 'unknown',
    ruleId: 'ij.order.final.voluntary_departure',
    candidates: known
      ? [
          at(until.on, 'the end of voluntary departure'),
          ...(decidedOn ? [at(decidedOn, 'the decision day', 'conservative')] : []),
        ]
      : [],
    warnings: known ? [] : [`The last day of voluntary departure is not known: ${MISSING}.`],
    facts: [order.decided],
  };
}

function appealPeriod(order: OrderTimeline, calendars: Calendars): Finding {
  const served = servedOn(order);
  const readings = appealReadings(order, served);
  const facts = [order.decided, order.mailed, ...order.appeals.filter(wasRejected)];
  const base = { basis: 'appeal_period_ended', ruleId: 'ij.order.final', facts } as const;
  if (!readings) {
    return {
      ...base,
      state: 'unknown',
      candidates: [],
      warnings: [`The date of the decision is not known: ${MISSING}.`],
    };
  }
  const counted = readings.map((reading) => ({ reading, dates: readDates(reading, calendars) }));
  const candidates = counted.map(({ reading, dates }) =>
    at(dates.result.on, `the end of the appeal period, ${reading.label}`, reading.status),
  );
  const conservative = served.decisionOn ? [at(served.decisionOn, 'the decision day', 'conservative')] : [];
  return {
    ...base,
    state: 'final',
    candidates: [...candidates, ...conservative],
    rules: readings.map((reading) => reading.rule),
    warnings: [
      ...served.warnings,
      ...(order.appeals.some(wasRejected)
        ? [
            'The appeal was rejected or defective: treated as if none had been taken, so the later periods may be running already.',
          ]
        : []),
    ],
    trace: counted.flatMap(({ reading, dates }) => [
      {
        step: 'appeal_period',
        text: `${reading.label} (${said(reading.status)}): ${dates.result.trace.map((step) => step.text).join(' ')}`,
        on: dates.result.on,
      },
    ]),
  };
}

/** Appeal status not known: final on the decision day if it was waived, later if not. The earliest governs. */
function notKnown(order: OrderTimeline, calendars: Calendars): Finding {
  const untaken = appealPeriod(order, calendars);
  const decidedOn = knownOn(order.decided);
  if (untaken.state === 'unknown' || !decidedOn) return { ...untaken, basis: 'appeal_not_known' };
  const rest = untaken.candidates.filter((candidate) => candidate.status !== 'conservative');
  return {
    ...untaken,
    basis: 'appeal_not_known',
    state: 'uncertain',
    candidates: [
      at(decidedOn, 'the decision day, if the appeal was waived', 'uncertain'),
      ...rest.map((candidate) =>
        at(candidate.on, `${candidate.label}, if no appeal was taken`, candidate.status),
      ),
    ],
    warnings: [
      ...(untaken.warnings ?? []),
      'Whether an appeal was waived, taken or neither is not known: the earliest date governs. If the Board decided an appeal, its date replaces this.',
    ],
  };
}

function find(order: OrderTimeline, calendars: Calendars): Finding {
  if (order.stoppedBy) return stopped(order);
  if (order.board.length > 0) return boardDecided(order);
  if (order.inAbsentia === true)
    return onDecisionDay(order, 'in_absentia', 'ij.order.final.absentia', 'the order in absentia');
  if (order.appeal === 'waived')
    return onDecisionDay(order, 'appeal_waived', 'ij.order.final.waived', 'the decision, appeal waived');
  if (order.appeal === 'taken') return pending(order);
  if (order.orderKind === 'voluntary_departure_alternate') return voluntaryDeparture(order);
  return order.appeal === 'not_taken' ? appealPeriod(order, calendars) : notKnown(order, calendars);
}

const inputSteps = (facts: readonly DatedFact[]): TraceStep[] =>
  facts.map((fact) => ({
    step: 'input',
    text: `${fact.kind.replaceAll('_', ' ')}: ${fact.on ?? 'date not known'}${fact.supplied ? ` (supplied by ${fact.supplied})` : ''}.`,
    ...(knownOn(fact) ? { on: fact.on! } : {}),
  }));

/** Finality of one order. Used by deriveDeadlines; see computeFinality for the law. */
export function finalityOf(order: OrderTimeline, context: DeriveContext, calendars: Calendars): Finality {
  const finding = find(order, calendars);
  const facts = [...new Set(finding.facts.filter((fact) => fact !== null))];
  const keyDay = knownOn(order.decided);
  const rule = selectVersion(finding.ruleId, {
    keyDay,
    inAbsentia: order.inAbsentia,
    orderKind: order.orderKind,
  })!;
  const rules = [rule, ...(finding.rules ?? [])];
  const [operative] = finding.candidates;
  const conservativeOn = earliest(finding.candidates.map((candidate) => candidate.on));
  return {
    orderId: order.orderId,
    state: finding.state,
    basis: finding.basis,
    ruleId: rule.id,
    candidates: finding.candidates,
    operativeOn: operative?.on ?? null,
    conservativeOn,
    citation: rule.citation,
    verified: rules.every((each) => isVerified(each, context)),
    warnings: [...(finding.warnings ?? []), ...doubtsAbout(rules, context)],
    trace: [
      ...inputSteps(facts),
      versionStep(rule, keyDay, context),
      ...(finding.trace ?? []),
      ...finding.candidates.map(({ on, label, status }) => ({
        step: 'final',
        text: `Final on ${inWords(on)}, ${label} (${said(status)}).`,
        on,
      })),
    ],
    triggeredBy: facts.map(triggerOf),
  };
}

/** Finality of every order in a chronology, in the order of decision. Authority as for computeFinality. */
export function computeFinalities(facts: readonly DatedFact[], context: DeriveContext): Finality[] {
  const calendars = new Calendars(context);
  return orderTimelines(facts).map((order) => finalityOf(order, context, calendars));
}

/**
 * When a removal order became administratively final: the Board's decision; the decision day when appeal was waived
 * or the order was made in absentia; else the end of the appeal period. When the appeal regime is contested or the
 * appeal status is not known every reading is a candidate and the earliest is `conservativeOn`.
 * `orderId` names the order; without it the first of the chronology is taken. Null when there is no order.
 * Days are 'YYYY-MM-DD'. Authority: 8 CFR 1241.1, 1241.31, 1240.15, 1003.38(b).
 */
export function computeFinality(
  facts: readonly DatedFact[],
  context: DeriveContext,
  orderId?: string,
): Finality | null {
  const all = computeFinalities(facts, context);
  return (orderId === undefined ? all[0] : all.find((finality) => finality.orderId === orderId)) ?? null;
}
