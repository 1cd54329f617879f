import type { TraceStep } from '../calendar/count';
import { earliest, inWords, type Day } from '../calendar/day';
import { Reckoning, readDates, said } from '../deadlines/readings';
import { boardOutcome, dayOf, knownOn, wasRejected, type OrderTimeline } from '../deadlines/timeline';
import type { AlternateDate, DatedFact, FinalityBasis, FinalityState } from '../deadlines/types';
import type { RuleRecord } from '../packs/rule-record';
import { appealReadings, servedOn } from './served';

/** What one basis of finality comes to, before it is put in words. */
export interface Finding {
  readonly basis: FinalityBasis;
  readonly state: FinalityState;
  readonly ruleId: string;
  readonly candidates: readonly AlternateDate[];
  readonly rules?: readonly RuleRecord[];
  readonly warnings?: readonly string[];
  readonly trace?: readonly TraceStep[];
  readonly facts: readonly (DatedFact | null)[];
}

const at = (
  name: string,
  on: Day,
  label: string,
  status: AlternateDate['status'] = 'operative',
): AlternateDate => ({ name, on, label, status });
const FROM_DECISION = 'conservative_from_decision';
const MISSING = 'assume that the periods that follow are running';

function onDecisionDay(order: OrderTimeline, basis: FinalityBasis, ruleId: string, label: string): Finding {
  const on = knownOn(order.decided);
  return {
    basis,
    ruleId,
    state: on ? 'final' : 'unknown',
    candidates: on ? [at('decision_day', on, label)] : [],
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
    candidates: on ? [at('board_decision', on, "the Board's decision")] : [],
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

/** An appeal filed after the last day is no appeal: the order may have been final all along. */
function lateAppeal(order: OrderTimeline, reckoning: Reckoning): string[] {
  const filedOn = earliest(order.appeals.map(knownOn));
  const [reading] = appealReadings(order.asylumDecided, servedOn(order), reckoning.law) ?? [];
  if (!filedOn || !reading) return [];
  const lastDay = readDates(reading, reckoning).result.on;
  if (filedOn <= lastDay) return [];
  return [
    `The appeal was filed on ${inWords(filedOn)}, after the last day, ${inWords(lastDay)}. If the Board dismisses it as late, the order was final then and later periods may be running already.`,
  ];
}

function pending(order: OrderTimeline, reckoning: Reckoning): Finding {
  return {
    basis: 'appeal_pending',
    state: 'unknown',
    ruleId: 'ij.order.final.board',
    candidates: [],
    warnings: [
      `An appeal is recorded and no decision of the Board. If the Board has decided, ${MISSING}.`,
      ...lateAppeal(order, reckoning),
    ],
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
          at('departure_ended', until.on, 'the end of voluntary departure'),
          ...(decidedOn ? [at(FROM_DECISION, decidedOn, 'the decision day', 'conservative')] : []),
        ]
      : [],
    warnings: known ? [] : [`The last day of voluntary departure is not known: ${MISSING}.`],
    facts: [order.decided],
  };
}

function appealPeriod(order: OrderTimeline, reckoning: Reckoning): Finding {
  const served = servedOn(order);
  const readings = appealReadings(order.asylumDecided, served, reckoning.law);
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
  const counted = readings.map((reading) => ({ reading, dates: readDates(reading, reckoning) }));
  const candidates = counted.map(({ reading, dates }) =>
    at(reading.name, dates.result.on, `the end of the ${reading.label}`, reading.status),
  );
  const conservative = served.decisionOn
    ? [at(FROM_DECISION, served.decisionOn, 'the decision day', 'conservative')]
    : [];
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
function notKnown(order: OrderTimeline, reckoning: Reckoning): Finding {
  const untaken = appealPeriod(order, reckoning);
  const decidedOn = knownOn(order.decided);
  if (untaken.state === 'unknown' || !decidedOn) return { ...untaken, basis: 'appeal_not_known' };
  const rest = untaken.candidates.filter((candidate) => candidate.status !== 'conservative');
  return {
    ...untaken,
    basis: 'appeal_not_known',
    state: 'uncertain',
    candidates: [
      at('if_waived', decidedOn, 'the decision day, if the appeal was waived', 'uncertain'),
      ...rest.map((candidate) =>
        at(candidate.name, candidate.on, `${candidate.label}, if no appeal was taken`, candidate.status),
      ),
    ],
    warnings: [
      ...(untaken.warnings ?? []),
      'Whether an appeal was waived, taken or neither is not known: the earliest date governs. If the Board decided an appeal, its date replaces this.',
    ],
  };
}

/** The basis on which an order became final, or why it has not. 8 CFR 1241.1(a) to (f). */
export function findFinality(order: OrderTimeline, reckoning: Reckoning): Finding {
  if (order.stoppedBy) return stopped(order);
  if (order.board.length > 0) return boardDecided(order);
  if (order.inAbsentia === true)
    return onDecisionDay(order, 'in_absentia', 'ij.order.final.absentia', 'the order in absentia');
  if (order.appeal === 'waived')
    return onDecisionDay(order, 'appeal_waived', 'ij.order.final.waived', 'the decision, appeal waived');
  if (order.appeal === 'taken') return pending(order, reckoning);
  if (order.orderKind === 'voluntary_departure_alternate') return voluntaryDeparture(order);
  return order.appeal === 'not_taken' ? appealPeriod(order, reckoning) : notKnown(order, reckoning);
}
