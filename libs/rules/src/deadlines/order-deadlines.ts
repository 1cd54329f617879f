import { inWords, type Day } from '../calendar/day';
import { factInWords, finalityOf } from '../finality/finality';
import { appealReadings, servedOn } from '../finality/served';
import type { RuleRecord } from '../packs/rule-record';
import type { RuleSet } from '../packs/select';
import { build, type Draft } from './build';
import { custodyDrafts, type Detention } from './custody-deadlines';
import { alternateNameOf, Reckoning, type Reading } from './readings';
import { knownOn, motionKind, lastPossible, triggerOf, type OrderTimeline } from './timeline';
import type { DatedFact, DerivedDeadline, DeriveContext, Finality } from './types';

/** One order with what has been worked out about it. */
interface Matter {
  readonly order: OrderTimeline;
  readonly law: RuleSet;
  readonly finality: Finality;
  readonly finalityRules: readonly RuleRecord[];
  readonly concerns: readonly string[];
  readonly anchorId: string;
  readonly decidedOn: Day | null;
  /** The last day the order can have been decided on: chooses a version, is never counted from. */
  readonly noLaterThan: Day | null;
}

const IIRIRA_FROM = '1997-04-01';
const ruleOf = (id: string, law: RuleSet): RuleRecord => law.versionsOf(id).at(-1)!;

/** Readings of a rule counted from finality: one for each candidate day. */
function fromFinality(rule: RuleRecord, finality: Finality): Reading[] {
  return finality.candidates.map((candidate, index) => ({
    name: index === 0 ? 'operative' : candidate.name,
    rule,
    anchor: { on: candidate.on, label: candidate.label, status: candidate.status },
    label: `Counted from ${inWords(candidate.on)}, ${candidate.label}`,
    status: index === 0 ? rule.status : candidate.status,
  }));
}

function finalityDeadline(matter: Matter): Draft {
  const { finality } = matter;
  const rule = matter.finalityRules[0]!;
  const readings = finality.candidates.map((candidate) => ({
    name: candidate.name,
    rule,
    anchor: { on: candidate.on, label: candidate.label, status: candidate.status },
    label: `Final on ${candidate.label}`,
    status: candidate.status,
  }));
  return {
    rule,
    ruleId: 'ij.order.final',
    anchorId: matter.anchorId,
    keyDay: matter.decidedOn,
    readings,
    restsOn: matter.finalityRules,
    warnings: matter.concerns,
    before: finality.trace,
    triggeredBy: finality.triggeredBy,
  };
}

function appealDeadline(matter: Matter): Draft | null {
  const { order } = matter;
  const closed = order.inAbsentia === true || order.appeal === 'waived' || order.appeal === 'taken';
  if (closed) return null;
  const served = servedOn(order);
  const readings = appealReadings(order.asylumDecided, served, matter.law);
  const rule = readings?.[0].rule ?? ruleOf('bia.appeal.30d', matter.law);
  return {
    rule,
    ruleId: 'bia.appeal',
    anchorId: matter.anchorId,
    keyDay: served.decisionOn,
    readings: readings ?? [],
    warnings: [
      ...served.warnings,
      ...(order.appeal === 'not_known' ? ['Whether an appeal was waived or taken is not known.'] : []),
    ],
    triggeredBy: served.triggeredBy,
  };
}

/** Rules that take each other's place by the day of finality, oldest first. */
const FROM_FINALITY = [
  ['motion.reconsider.legacy_1996', 'motion.reconsider.30d'],
  ['motion.reopen.legacy_1996', 'motion.reopen.90d'],
  ['pfr.former_106', 'pfr.30d'],
] as const;

const MOTION_OF: Readonly<Record<string, string>> = {
  'motion.reconsider.legacy_1996': 'reconsider',
  'motion.reconsider.30d': 'reconsider',
  'motion.reopen.legacy_1996': 'reopen',
  'motion.reopen.90d': 'reopen',
};
/** Recorded filings that answer a rule. */
const ANSWERED_BY: Readonly<Record<string, string>> = {
  ...MOTION_OF,
  'pfr.30d': 'petition_for_review',
  'pfr.former_106': 'petition_for_review',
};

function priorMotionWarnings(kind: string | undefined, motions: readonly DatedFact[]): string[] {
  const prior = motions.filter((fact) => kind !== undefined && motionKind(fact) === kind);
  if (prior.length === 0) return [];
  const dates = prior.map((fact) => fact.on ?? 'date not known').join(', ');
  return [
    `A motion to ${kind} is already recorded (${dates}). As a rule only one is allowed: check the exceptions before another.`,
  ];
}

function finalityRuleDraft(ids: readonly [string, string], matter: Matter): Draft {
  const { order, finality } = matter;
  const keyDay = finality.operativeOn;
  const rule = ids
    .map((id) => matter.law.select(id, { keyDay: keyDay ?? matter.noLaterThan }))
    .filter((found) => found !== null)
    .at(-1)!;
  const readings = fromFinality(rule, finality);
  const competing = rule.conflictsWith.filter((id) => ids.includes(id)).map((id) => ruleOf(id, matter.law));
  const kind = MOTION_OF[rule.id];
  return {
    rule,
    anchorId: matter.anchorId,
    keyDay,
    readings: [
      ...readings,
      ...competing.flatMap((other) =>
        readings.map((reading) => ({
          ...reading,
          name: alternateNameOf(other),
          rule: other,
          label: `${other.title}, ${reading.anchor.label}`,
          status: 'conservative' as const,
        })),
      ),
    ],
    restsOn: matter.finalityRules,
    warnings: [...matter.concerns, ...priorMotionWarnings(kind, order.motions)],
    before: finality.trace,
    triggeredBy: finality.triggeredBy,
    answers: order.motions.filter((fact) => motionKind(fact) === ANSWERED_BY[rule.id]).map(triggerOf),
  };
}

function fromOrderDay(rule: RuleRecord, matter: Matter, warnings: readonly string[] = []): Draft {
  const { order, decidedOn } = matter;
  const facts = [order.decided].filter((fact) => fact !== null);
  const anchor =
    decidedOn && rule.period ? [{ on: decidedOn, label: 'the order', status: 'operative' as const }] : [];
  return {
    rule,
    anchorId: matter.anchorId,
    keyDay: decidedOn,
    readings: anchor.map((at) => ({
      name: 'operative',
      rule,
      anchor: at,
      label: `Counted from the order, ${inWords(at.on)}`,
      status: rule.status,
    })),
    warnings,
    before: facts.map((fact) => ({ step: 'input', text: `${factInWords(fact)}.` })),
    triggeredBy: facts.map(triggerOf),
  };
}

/** Old law governs an order made in absentia before April 1997, or in a deportation or exclusion proceeding. */
const underFormerLaw = (matter: Matter) =>
  (matter.noLaterThan !== null && matter.noLaterThan < IIRIRA_FROM) ||
  matter.order.orderKind === 'deportation' ||
  matter.order.orderKind === 'exclusion';

function absentiaDrafts(matter: Matter): Draft[] {
  if (matter.order.inAbsentia !== true) return [];
  const ids = underFormerLaw(matter)
    ? ['absentia.legacy', 'absentia.legacy.no_notice']
    : ['motion.reopen.absentia.exceptional.180d', 'motion.reopen.absentia.no_notice'];
  const facts = { keyDay: matter.noLaterThan, inAbsentia: true };
  return ids
    .map((id) => matter.law.select(id, facts))
    .filter((rule) => rule !== null)
    .map((rule) => fromOrderDay(rule, matter));
}

const NO_LIMIT_IDS = ['motion.reopen.country_conditions', 'motion.reopen.joint', 'motion.reopen.sua_sponte'];
const EXECUTED =
  'The order is recorded as executed. A motion after departure can meet the departure bar, 8 CFR 1003.2(d), 1003.23(b)(1).';

/** Every deadline that follows from one order; none when its clocks have stopped. */
export function orderDeadlines(
  order: OrderTimeline,
  context: DeriveContext,
  reckoning: Reckoning,
  detention: Detention | null = null,
): DerivedDeadline[] {
  const { finality, rules, concerns } = finalityOf(order, context, reckoning);
  if (finality.state === 'stopped' || finality.state === 'not_final') return [];
  const matter: Matter = {
    order,
    law: reckoning.law,
    finality,
    finalityRules: rules,
    concerns,
    anchorId: order.orderId ?? 'order',
    decidedOn: knownOn(order.decided),
    noLaterThan: lastPossible(order.decided),
  };
  const drafts: (Draft | null)[] = [
    finalityDeadline(matter),
    appealDeadline(matter),
    ...FROM_FINALITY.map((ids) => finalityRuleDraft(ids, matter)),
    ...absentiaDrafts(matter),
    ...custodyDrafts(matter.anchorId, finality, detention, matter.law),
    ...NO_LIMIT_IDS.map((id) =>
      fromOrderDay(ruleOf(id, matter.law), matter, priorMotionWarnings('reopen', order.motions)),
    ),
  ];
  const extra = order.executed ? [EXECUTED] : [];
  return drafts
    .filter((draft) => draft !== null)
    .map((draft) => build({ ...draft, warnings: [...extra, ...(draft.warnings ?? [])] }, context, reckoning));
}
