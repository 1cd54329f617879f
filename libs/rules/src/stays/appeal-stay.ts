import { count, type CountUnit, type TraceStep } from '../calendar/count';
import { earliest, inWords, type Day } from '../calendar/day';
import { legalCalendar } from '../calendar/legal-calendar';
import type { RuleRecord } from '../packs/rule-record';
import { RULE_SET } from '../packs/rule-set';
import { dayOf, flag, happened, isVerified, pastFacts, stayOf, text, type Finding } from './facts';
import type { Stay, StayContext, StayFact, StayFactKind, StayFacts } from './types';

const ID = 'stay.appeal';

/** The end of the appeal period under the strictest and under the operative reading. */
interface Period {
  readonly rule: RuleRecord;
  readonly strictEnd: Day;
  readonly operativeEnd: Day;
  readonly trace: readonly TraceStep[];
}

/** What is recorded about one order and the appeal from it. */
interface Appeal {
  readonly order: StayFact | null;
  readonly decidedOn: Day | null;
  readonly mailed: StayFact | null;
  readonly waived: StayFact | null;
  readonly filed: StayFact | null;
  readonly returned: StayFact | null;
  readonly board: StayFact | null;
  readonly said: string;
  readonly facts: readonly StayFact[];
}

function appealOf(all: StayFacts, today: Day): Appeal {
  const order = pastFacts(all, today, 'order_decided').at(-1) ?? null;
  const since = dayOf(order);
  // What came before the last order belongs to an earlier one; what has no date is never left out.
  const facts = all.filter((fact) => !since || (dayOf(fact) ?? since) >= since);
  const last = (kind: StayFactKind) => pastFacts(facts, today, kind).at(-1) ?? null;
  const filings = pastFacts(facts, today, 'appeal_filed');
  const filed = filings.find((fact) => flag(fact, 'rejected') !== true) ?? null;
  const waived = last('appeal_waived');
  const found = {
    order,
    mailed: last('order_decision_mailed'),
    waived,
    filed,
    returned: filed ? null : (filings.at(-1) ?? null),
    board: last('bia_decided'),
  };
  return {
    ...found,
    decidedOn: dayOf(order),
    said: (order && text(order, 'appeal')) ?? 'not_known',
    facts: Object.values(found).filter((fact) => fact !== null),
  };
}

/** Strictest: every version that says something about the same appeal, from the decision and from its mailing. */
function periodOf(appeal: Appeal, context: StayContext): Period | null {
  const law = context.law ?? RULE_SET;
  const { order, decidedOn } = appeal;
  if (!order || !decidedOn) return null;
  const facts = { keyDay: decidedOn, inAbsentia: false, asylumDecided: flag(order, 'asylumDecided') };
  const operative = law.select('bia.appeal.30d', facts);
  if (!operative?.period) return null;
  const others = operative.conflictsWith.map((id) => law.select(id, facts)).filter((rule) => rule !== null);
  const servedOn = dayOf(appeal.mailed) ?? decidedOn;
  const ends = [operative, ...others].flatMap((rule) =>
    [servedOn, decidedOn].map((start) => {
      const unit = rule.period!.unit as CountUnit;
      return count(
        { start, n: rule.period!.n, unit, roll: rule.roll },
        legalCalendar(rule.calendarLayers, context),
      );
    }),
  );
  const strictEnd = earliest(ends.map((end) => end.on))!;
  const operativeEnd = ends[0]!.on;
  const steps = ends[0]!.trace.map((step) => ({ ...step, text: `Appeal period: ${step.text}` }));
  const strict = {
    step: 'alternate',
    text: `Under the strictest reading the appeal period ends ${inWords(strictEnd)}.`,
    on: strictEnd,
  };
  return {
    rule: operative,
    strictEnd,
    operativeEnd,
    trace: strictEnd < operativeEnd ? [...steps, strict] : steps,
  };
}

const CONTESTED =
  'The length of the appeal period is contested: nothing is called stayed that one of the readings leaves open.';

function pending(appeal: Appeal, filed: StayFact, period: Period | null, today: Day): Finding {
  const { facts, decidedOn } = appeal;
  const open: Finding = {
    standing: 'in_force',
    from: decidedOn,
    untilEvent: 'the Board’s decision',
    why: 'A timely appeal from the merits is recorded and no decision of the Board.',
    facts,
    trace: period?.trace ?? [],
  };
  if (happened(filed, today) !== 'yes')
    return {
      ...open,
      standing: 'not_known',
      why: 'When the appeal was filed is not known.',
      untilEvent: null,
    };
  if (decidedOn && flag(filed, 'accepted') === true)
    return { ...open, why: 'The Board has accepted the appeal as timely and has not decided it.' };
  const on = dayOf(filed);
  if (!on || !period)
    return {
      ...open,
      standing: 'not_known',
      why: 'Whether the appeal was timely cannot be counted: a date is missing.',
      untilEvent: null,
    };
  if (on <= period.strictEnd) return open;
  if (on <= period.operativeEnd)
    return {
      ...open,
      standing: 'not_known',
      why: `The appeal is in time under the operative reading (${inWords(period.operativeEnd)}) and late under another (${inWords(period.strictEnd)}).`,
      untilEvent: null,
      warnings: [CONTESTED],
    };
  return {
    ...open,
    standing: 'not_automatic',
    why: `The appeal was filed after the last day, ${inWords(period.operativeEnd)}: a late appeal stays nothing.`,
    untilEvent: null,
  };
}

function withoutAppeal(appeal: Appeal, period: Period | null, today: Day): Finding {
  const { facts, decidedOn, said } = appeal;
  const trace = period?.trace ?? [];
  const base = { facts, from: decidedOn, trace };
  if (said === 'taken')
    return {
      ...base,
      standing: 'not_known',
      why: 'An appeal is said to have been taken; its filing is not recorded.',
    };
  if (!period)
    return {
      ...base,
      standing: 'not_known',
      why: 'The day of the order is not known: the appeal period cannot be counted.',
    };
  if (said !== 'not_taken' && said !== 'reserved')
    return { ...base, standing: 'not_known', why: 'Whether appeal was waived or taken is not known.' };
  if (today <= period.strictEnd)
    return {
      ...base,
      standing: 'in_force',
      until: period.strictEnd,
      why: 'The appeal period runs under every reading and appeal was not waived.',
    };
  if (today <= period.operativeEnd)
    return {
      ...base,
      standing: 'not_known',
      why: `The appeal period runs under the operative reading only, until ${inWords(period.operativeEnd)}.`,
      warnings: [CONTESTED],
    };
  return {
    ...base,
    standing: 'ended',
    until: period.strictEnd,
    why: 'The appeal period is over and no appeal is recorded.',
  };
}

function closedByOrder(appeal: Appeal): Finding | null {
  const { order, waived, board, returned, facts, said } = appeal;
  const never = (why: string): Finding => ({ standing: 'not_automatic', why, facts });
  if (board)
    return {
      standing: 'ended',
      from: appeal.decidedOn,
      until: dayOf(board),
      why: 'The Board has decided the appeal.',
      facts,
    };
  if (order && flag(order, 'inAbsentia') === true)
    return never('The order was made in absentia: no appeal lies from it, only a motion.');
  if (waived || said === 'waived') return never('Appeal was waived.');
  if (returned) return never('The Board returned the appeal: it counts as none taken.');
  return null;
}

const ABSENTIA_UNKNOWN =
  'Whether the order was made in absentia is not recorded; if it was, no appeal stays it.';

/** A stay that rests on a counted period is no better known than the rule of that period. */
function restingOn(period: Period | null, stay: Stay, context: StayContext): Stay {
  if (!period || isVerified(period.rule, context)) return stay;
  const doubt = `Not verified: no attorney has checked ${period.rule.id}, version ${period.rule.version}, against the official text.`;
  return { ...stay, verified: false, warnings: [...stay.warnings, doubt] };
}

/** The automatic stay of the appeal period and of a pending appeal. 8 CFR 1003.6(a). */
export function appealStay(facts: StayFacts, context: StayContext): Stay {
  const { today } = context;
  const appeal = appealOf(facts, today);
  const closed = closedByOrder(appeal);
  if (closed) return stayOf(ID, closed, context);
  const period = periodOf(appeal, context);
  const finding = appeal.filed
    ? pending(appeal, appeal.filed, period, today)
    : withoutAppeal(appeal, period, today);
  const asked = appeal.order !== null && flag(appeal.order, 'inAbsentia') === false;
  const certain: Finding =
    finding.standing !== 'in_force' || asked
      ? finding
      : { ...finding, standing: 'not_known', until: null, untilEvent: null, why: ABSENTIA_UNKNOWN };
  return restingOn(period, stayOf(ID, certain, context), context);
}
