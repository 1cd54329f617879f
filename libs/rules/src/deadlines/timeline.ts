import type { Day } from '../calendar/day';
import { readDay, type KnownDay } from './known-day';
import type { DatedFact, FactKind, TriggerFact } from './types';

export type AppealState = 'waived' | 'taken' | 'not_taken' | 'not_known';

/** All facts of one removal order, sorted by what they say. */
export interface OrderTimeline {
  readonly orderId: string | null;
  readonly decided: DatedFact | null;
  readonly mailed: DatedFact | null;
  readonly waived: DatedFact | null;
  readonly appeals: readonly DatedFact[];
  readonly board: readonly DatedFact[];
  readonly motions: readonly DatedFact[];
  readonly stoppedBy: DatedFact | null;
  readonly executed: boolean;
  readonly orderKind: string | null;
  readonly inAbsentia: boolean | null;
  readonly appeal: AppealState;
  readonly decisionForm: 'oral' | 'written' | null;
  readonly asylumDecided: boolean | null;
  readonly voluntaryDepartureUntil: KnownDay;
}

/** The dates of one pardon grant. */
export interface GrantTimeline {
  readonly grantId: string;
  readonly facts: readonly DatedFact[];
}

const ORDER_KINDS: readonly FactKind[] = [
  'order_decided',
  'order_decision_mailed',
  'appeal_waived',
  'appeal_filed',
  'bia_decided',
  'order_vacated',
  'order_status',
];
const GRANT_KINDS: readonly FactKind[] = [
  'pardon_signed',
  'pardon_effective',
  'pardon_received',
  'pardon_announced',
];
const STOPPING = ['reopened', 'vacated', 'terminated'];

const text = (fact: DatedFact, name: string): string | null => {
  const value = fact.attributes?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
};
const flag = (fact: DatedFact, name: string): boolean | null => {
  const value = fact.attributes?.[name];
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : null;
};
const first = <T>(facts: readonly DatedFact[], read: (fact: DatedFact) => T | null): T | null => {
  for (const fact of facts) {
    const value = read(fact);
    if (value !== null) return value;
  }
  return null;
};

export const triggerOf = (fact: DatedFact): TriggerFact => ({
  factId: fact.id,
  kind: fact.kind,
  on: fact.on,
});
export const dayOf = (fact: DatedFact): KnownDay => readDay(fact.on, `facts.${fact.id}.on`);
export const knownOn = (fact: DatedFact | null): Day | null => {
  const day = fact ? dayOf(fact) : null;
  return day?.state === 'known' ? day.on : null;
};

/** The last day a fact can have happened on: the day itself, the end of a partial date, or null. */
export function lastPossible(fact: DatedFact | null): Day | null {
  const day = fact ? dayOf(fact) : null;
  if (day?.state === 'known') return day.on;
  return day?.state === 'partial' ? day.last : null;
}

/** Chronological, undated last, then by id: the answer must not depend on the order of the input. */
export const chronological = (facts: readonly DatedFact[]): DatedFact[] =>
  [...facts].sort((a, b) => {
    const [left, right] = [`${a.on ?? '9999'}|${a.kind}|${a.id}`, `${b.on ?? '9999'}|${b.kind}|${b.id}`];
    return left < right ? -1 : Number(left > right);
  });

const changesStanding = (fact: DatedFact) => fact.kind === 'order_vacated' || fact.kind === 'order_status';
const stops = (fact: DatedFact) =>
  fact.kind === 'order_vacated' || STOPPING.includes(text(fact, 'status') ?? '');

/** The last word on the order's standing. An undated vacatur is taken as last, any other undated standing as first. */
function lastStanding(facts: readonly DatedFact[]): DatedFact | null {
  const standing = facts.filter(changesStanding);
  const undated = (fact: DatedFact) => dayOf(fact).state === 'missing';
  return (
    standing.find((fact) => undated(fact) && stops(fact)) ??
    standing.filter((fact) => !undated(fact)).at(-1) ??
    null
  );
}

function appealOf(facts: readonly DatedFact[]): AppealState {
  const said = first(facts, (fact) => text(fact, 'appeal'));
  if (facts.some((fact) => fact.kind === 'bia_decided')) return 'taken';
  if (facts.some((fact) => fact.kind === 'appeal_waived')) return 'waived';
  const filed = facts.filter((fact) => fact.kind === 'appeal_filed');
  if (filed.some((fact) => flag(fact, 'rejected') !== true)) return 'taken';
  if (filed.length > 0) return 'not_taken';
  return said === 'waived' || said === 'taken' || said === 'not_taken' ? said : 'not_known';
}

function timelineOf(orderId: string | null, unsorted: readonly DatedFact[]): OrderTimeline {
  const facts = chronological(unsorted);
  // The order's own record speaks first; a later fact only fills what it leaves open.
  const speaking = [...facts.filter((fact) => fact.kind === 'order_decided'), ...facts];
  const of = (kind: FactKind) => facts.filter((fact) => fact.kind === kind);
  const standing = lastStanding(facts);
  const form = first(speaking, (fact) => text(fact, 'decisionForm'));
  return {
    orderId,
    decided: of('order_decided')[0] ?? null,
    mailed: of('order_decision_mailed')[0] ?? null,
    waived: of('appeal_waived')[0] ?? null,
    appeals: of('appeal_filed'),
    board: of('bia_decided'),
    motions: of('motion_filed'),
    stoppedBy: standing && stops(standing) ? standing : null,
    executed: standing !== null && text(standing, 'status') === 'executed',
    orderKind: first(speaking, (fact) => text(fact, 'orderKind')),
    inAbsentia: first(speaking, (fact) => flag(fact, 'inAbsentia')),
    appeal: appealOf(speaking),
    decisionForm: form === 'oral' || form === 'written' ? form : null,
    asylumDecided: first(speaking, (fact) => flag(fact, 'asylumDecided')),
    voluntaryDepartureUntil: readDay(
      first(speaking, (fact) => text(fact, 'voluntaryDepartureUntil')),
      'attributes.voluntaryDepartureUntil',
    ),
  };
}

/** The orders of a chronology, by decision date and id. Facts without an orderId belong to the only order there is. */
export function orderTimelines(facts: readonly DatedFact[]): OrderTimeline[] {
  const own = facts.filter((fact) => ORDER_KINDS.includes(fact.kind));
  const ids = [...new Set(own.map((fact) => text(fact, 'orderId')).filter((id) => id !== null))].sort();
  const only = ids.length === 1 ? ids[0]! : null;
  const groups = new Map<string | null, DatedFact[]>();
  for (const fact of facts) {
    if (!ORDER_KINDS.includes(fact.kind) && fact.kind !== 'motion_filed') continue;
    const id = text(fact, 'orderId') ?? only;
    if (fact.kind === 'motion_filed' && id !== null && !ids.includes(id)) continue;
    groups.set(id, [...(groups.get(id) ?? []), fact]);
  }
  return [...groups]
    .filter(([, group]) => group.some((fact) => fact.kind !== 'motion_filed'))
    .map(([id, group]) => timelineOf(id, group))
    .sort((a, b) => {
      const [left, right] = [
        `${a.decided?.on ?? '9999'}|${a.orderId}`,
        `${b.decided?.on ?? '9999'}|${b.orderId}`,
      ];
      return left < right ? -1 : Number(left > right);
    });
}

/** The grants of a chronology. Facts without a grantId are taken as one grant. */
export function grantTimelines(facts: readonly DatedFact[]): GrantTimeline[] {
  const groups = new Map<string, DatedFact[]>();
  for (const fact of chronological(facts)) {
    if (!GRANT_KINDS.includes(fact.kind)) continue;
    const id = text(fact, 'grantId') ?? 'grant';
    groups.set(id, [...(groups.get(id) ?? []), fact]);
  }
  return [...groups].map(([grantId, own]) => ({ grantId, facts: own }));
}

export const boardOutcome = (fact: DatedFact): string => text(fact, 'outcome') ?? 'dismissed';
export const motionKind = (fact: DatedFact): string | null => text(fact, 'motionKind');
export const wasRejected = (fact: DatedFact): boolean => flag(fact, 'rejected') === true;
