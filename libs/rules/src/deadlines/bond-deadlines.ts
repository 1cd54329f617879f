import { inWords, type Day } from '../calendar/day';
import type { RuleRecord } from '../packs/rule-record';
import type { RuleSet } from '../packs/select';
import type { Draft } from './build';
import { readDay } from './known-day';
import { alternateNameOf, type Reading } from './readings';
import { knownOn, triggerOf } from './timeline';
import type { DatedFact, FactKind } from './types';

const APPEAL = 'bia.appeal.bond';
const TEN_DAY_TEXT = 'bia.appeal.bond.10d';
const DHS_NOTICE = 'bond.eoir43.1bd';
const DHS_APPEAL = 'bond.autostay.noa.10bd';
const STAY_LAPSES = 'bond.autostay.lapse.90d';
const REFERRAL = 'bond.ag_referral.5bd';
const AFTER_RELEASE = 'bond.request_after_release.7d';

const OF_BONDS: readonly FactKind[] = [
  ...(['bond_decided', 'bond_appealed', 'bond_stay_ended', 'bond_appeal_decided', 'bond_posted'] as const),
];

/** All facts of one bond. */
interface BondTimeline {
  id: string;
  decided: DatedFact | null;
  appealed: DatedFact | null;
  stayEnded: DatedFact | null;
  board: DatedFact | null;
  posted: DatedFact | null;
}

function timelinesOf(facts: readonly DatedFact[]): BondTimeline[] {
  const groups = new Map<string, DatedFact[]>();
  for (const fact of facts) {
    const id = fact.attributes?.bondId;
    if (!OF_BONDS.includes(fact.kind) || typeof id !== 'string') continue;
    groups.set(id, [...(groups.get(id) ?? []), fact]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, all]) => {
      const last = (kind: FactKind) => all.filter((fact) => fact.kind === kind).at(-1) ?? null;
      return {
        id,
        decided: last('bond_decided'),
        appealed: last('bond_appealed'),
        stayEnded: last('bond_stay_ended'),
        board: last('bond_appeal_decided'),
        posted: last('bond_posted'),
      };
    });
}

const ruleOn = (id: string, on: Day | null, law: RuleSet): RuleRecord =>
  law.select(id, { keyDay: on }) ?? law.versionsOf(id).at(-1)!;

interface Start {
  on: Day | null;
  label: string;
  fact: DatedFact;
  answers?: readonly DatedFact[];
}

function draftOf(ruleId: string, bondId: string, start: Start, law: RuleSet): Draft {
  const { on, label, fact, answers = [] } = start;
  const rule = ruleOn(ruleId, on, law);
  const text = `${label[0]!.toUpperCase()}${label.slice(1)}: ${on ? inWords(on) : 'date not known'}.`;
  return {
    rule,
    anchorId: `bond:${bondId}`,
    keyDay: on,
    readings: on
      ? [{ name: 'operative', rule, anchor: { on, label, status: 'operative' }, label, status: rule.status }]
      : [],
    before: [{ step: 'input', text }],
    triggeredBy: [triggerOf(fact)],
    answers: answers.map(triggerOf),
  };
}

/** The ten-day text of 2026 is shown beside the thirty days: whether it reached bond is not established. */
function appealDraft(bondId: string, start: Start, law: RuleSet): Draft {
  const draft = draftOf(APPEAL, bondId, start, law);
  const other = start.on ? law.select(TEN_DAY_TEXT, { keyDay: start.on }) : null;
  const [first] = draft.readings;
  if (!other || !first) return draft;
  const reading: Reading = {
    ...{ name: alternateNameOf(other), rule: other, anchor: first.anchor, status: other.status },
    label: `${other.period!.n}-day appeal period from ${first.anchor.label}`,
  };
  return { ...draft, readings: [first, reading] };
}

const by = (fact: DatedFact | null, who: string): boolean => fact?.attributes?.appealBy === who;
/** A stay that ended, on whatever day, keeps nobody any more. */
const mayStay = ({ appealed, stayEnded }: BondTimeline): boolean =>
  appealed?.attributes?.automaticStay !== 'no' && !stayEnded;

/** After the decision of a judge: the appeal, and what the government has to do in time to keep somebody held. */
function afterDecision(bond: BondTimeline, law: RuleSet): Draft[] {
  const { id, decided, appealed, board } = bond;
  if (!decided || decided.attributes?.setBy !== 'immigration_judge' || board) return [];
  const on = knownOn(decided);
  const start = { on, label: "the judge's decision on bond", fact: decided };
  const filed = (who: string) => (appealed && by(appealed, who) ? [appealed] : []);
  const own = appealDraft(id, { ...start, answers: filed('client') }, law);
  const freed = decided.attributes.decision === 'granted';
  if (!freed || bond.posted || !mayStay(bond)) return [own];
  return [
    own,
    draftOf(DHS_NOTICE, id, start, law),
    draftOf(DHS_APPEAL, id, { ...start, answers: filed('government') }, law),
  ];
}

/** After an appeal of the government: the end of the automatic stay, and the days to refer a release. */
function afterAppeal(bond: BondTimeline, law: RuleSet): Draft[] {
  const { id, appealed, board } = bond;
  if (board) {
    const frees = by(board, 'government') ? 'dismissed' : 'sustained';
    if (board.attributes?.outcome !== frees || bond.posted) return [];
    return [
      draftOf(REFERRAL, id, { on: knownOn(board), label: "the Board's decision on bond", fact: board }, law),
    ];
  }
  if (!appealed || !by(appealed, 'government') || !mayStay(bond) || bond.posted) return [];
  const label = "the government's appeal";
  return [draftOf(STAY_LAPSES, id, { on: knownOn(appealed), label, fact: appealed }, law)];
}

/** Whoever was released on a bond that ICE set can ask a judge to change it for seven days. */
function afterRelease({ id, posted }: BondTimeline, law: RuleSet): Draft[] {
  const released = posted?.attributes?.releasedOn;
  if (!posted || posted.attributes?.setBy !== 'ice' || typeof released !== 'string') return [];
  const day = readDay(released, 'attributes.releasedOn');
  const on = day.state === 'known' ? day.on : null;
  return [draftOf(AFTER_RELEASE, id, { on, label: 'the release on bond', fact: posted }, law)];
}

/** The clocks of a bond, of both sides. 8 CFR 1003.19, 1003.38(b), 1003.6(c) and (d), 1236.1(d). */
export function bondDrafts(facts: readonly DatedFact[], law: RuleSet): Draft[] {
  return timelinesOf(facts).flatMap((bond) => [
    ...afterDecision(bond, law),
    ...afterAppeal(bond, law),
    ...afterRelease(bond, law),
  ]);
}
