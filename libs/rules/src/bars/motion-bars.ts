import type { TraceStep } from '../calendar/count';
import { readDay } from '../deadlines/known-day';
import { exceptionsFor, type BarException } from './exceptions';

export type PriorMotionKind =
  'reopen' | 'reconsider' | 'absentia' | 'vawa' | 'country_conditions' | 'joint' | 'sua_sponte' | 'not_known';
export type PriorMotionResult = 'granted' | 'denied' | 'pending' | 'withdrawn' | 'rejected' | 'not_known';

/** One motion filed in the case by anybody: former counsel, a notario, the client alone. */
export interface PriorMotion {
  readonly id: string;
  readonly kind: PriorMotionKind;
  /** Partial date, or null when it is not known. */
  readonly filedOn: string | null;
  readonly forum: 'court' | 'board' | 'dhs' | 'not_known';
  readonly result: PriorMotionResult;
  /** The decision it attacks: matters for reconsideration. */
  readonly decisionId?: string | null;
}

/** What is known of the motions of one case. */
export interface MotionHistory {
  readonly motions: readonly PriorMotion[];
  /** Ids of the decisions that could be reconsidered. */
  readonly decisionIds?: readonly string[];
  /** Intake has asked about filings by former counsel, a notario or the client; without a yes nothing is called open. */
  readonly askedAboutOthers: boolean | null;
  /** An appeal or motion is before the Board: the court cannot be asked meanwhile. */
  readonly pendingAtBoard?: boolean | null;
}

export interface MotionBarContext {
  /** Federal circuit, '1' to '11' or 'DC'. */
  readonly circuit?: string | null;
}

/** One motion that the law allows once. `not_known` is never to be read as open. */
export interface MotionBar {
  readonly motion: 'reopen' | 'reconsider' | 'absentia' | 'vawa';
  /** For reconsideration: which decision; null for any that is not named. */
  readonly decisionId: string | null;
  readonly standing: 'used' | 'open' | 'not_known';
  /** Prior motions that use it up, or may. */
  readonly motionIds: readonly string[];
  readonly why: string;
  readonly citation: string;
}

/** Which motions are used up, and which exceptions could be argued. An exception never turns `used` into `open`. */
export interface MotionBarReport {
  readonly total: number;
  readonly counts: Readonly<Record<PriorMotionKind, number>>;
  readonly bars: readonly MotionBar[];
  readonly exceptions: readonly BarException[];
  readonly warnings: readonly string[];
  readonly trace: readonly TraceStep[];
}

type Weight = 'uses' | 'may_use' | 'no';

/** A filing that was returned or withdrawn, or whose kind nobody knows, may count: the papers decide. */
function weightFor(motion: MotionBar['motion'], prior: PriorMotion): Weight {
  const certain = prior.result !== 'rejected' && prior.result !== 'withdrawn';
  const uses: Weight = certain ? 'uses' : 'may_use';
  if (prior.kind === 'not_known') return 'may_use';
  if (prior.kind === motion) return uses;
  if (prior.kind === 'reconsider' || prior.kind === 'joint' || motion === 'reconsider') return 'no';
  // Files call most motions "to reopen": one of them may have been the special motion, and the other way round.
  return motion === 'reopen' || prior.kind === 'reopen' ? 'may_use' : 'no';
}

const CITATIONS: Readonly<Record<MotionBar['motion'], string>> = {
  reopen:
    'INA 240(c)(7)(A); 8 CFR 1003.2(c)(2), 1003.23(b)(1): one in the whole case, court or Board (Matter of M-M-L-J-, 29 I&N Dec. 843)',
  reconsider: 'INA 240(c)(6)(A); 8 CFR 1003.2(b)(2), 1003.23(b)(1): one for a given decision',
  absentia: 'INA 240(b)(5)(C); 8 CFR 1003.23(b)(4)(ii): one',
  vawa: 'INA 240(c)(7)(C)(iv)(III): one',
};
const NAMES: Readonly<Record<MotionBar['motion'], string>> = {
  reopen: 'motion to reopen',
  reconsider: 'motion to reconsider',
  absentia: 'motion to rescind an order made in absentia',
  vawa: 'motion under the rules for battered spouses, children and parents',
};

function barFor(
  motion: MotionBar['motion'],
  decisionId: string | null,
  priors: readonly PriorMotion[],
  asked: boolean,
): MotionBar {
  const weighed = priors.map((prior) => ({ id: prior.id, weight: weightFor(motion, prior) }));
  const idsOf = (...weights: Weight[]) =>
    weighed.filter(({ weight }) => weights.includes(weight)).map(({ id }) => id);
  const base = { motion, decisionId, citation: CITATIONS[motion] };
  const used = idsOf('uses');
  if (used.length > 0)
    return {
      ...base,
      standing: 'used',
      motionIds: used,
      why: `The one ${NAMES[motion]} is used up: ${used.length} recorded.`,
    };
  const maybe = idsOf('may_use');
  if (maybe.length > 0)
    return {
      ...base,
      standing: 'not_known',
      motionIds: maybe,
      why: `${maybe.length} recorded filing${maybe.length === 1 ? '' : 's'} may count as the one ${NAMES[motion]}: read the papers.`,
    };
  return asked
    ? {
        ...base,
        standing: 'open',
        motionIds: [],
        why: `No earlier ${NAMES[motion]} is recorded, and intake has asked.`,
      }
    : {
        ...base,
        standing: 'not_known',
        motionIds: [],
        why: 'Nobody has asked whether former counsel, a notario or the client filed one.',
      };
}

function reconsiderBars(history: MotionHistory, asked: boolean): MotionBar[] {
  const named = history.motions.map((prior) => prior.decisionId ?? null).filter((id) => id !== null);
  const ids = [...new Set([...(history.decisionIds ?? []), ...named])];
  const decisions: readonly (string | null)[] = ids.length > 0 ? ids : [null];
  return decisions.map((decisionId) => {
    const own = history.motions.flatMap((prior) => {
      const attacked = prior.decisionId ?? null;
      if (attacked === decisionId) return [prior];
      // It names no decision: it may be this one.
      return attacked === null
        ? [{ ...prior, kind: prior.kind === 'reconsider' ? ('not_known' as const) : prior.kind }]
        : [];
    });
    return barFor('reconsider', decisionId, own, asked);
  });
}

function warningsOf(history: MotionHistory, bars: readonly MotionBar[]): string[] {
  const open = bars.some((bar) => bar.motion === 'reopen' && bar.standing === 'open');
  const granted = history.motions.some((prior) => prior.result === 'granted');
  return [
    ...(history.askedAboutOthers === true
      ? []
      : ['Ask whether former counsel, a notario or the client filed anything, and order the record.']),
    ...(open ? ['A weak first motion uses up the only one: file it complete, or not yet.'] : []),
    ...(bars.some((bar) => bar.standing === 'used')
      ? [
          'A second motion needs an exception, tolling or the forum’s own power: an attorney decides before it is filed.',
        ]
      : []),
    ...(granted
      ? [
          'A motion was granted: whether the limit starts anew for a later order is not settled here; it is counted as used.',
        ]
      : []),
    ...(history.pendingAtBoard === true
      ? ['The case is before the Board: the court cannot be asked while jurisdiction is there.']
      : []),
    ...(history.pendingAtBoard === null
      ? ['Whether anything is pending before the Board is not known.']
      : []),
  ];
}

const inputStep = (prior: PriorMotion): TraceStep => ({
  step: 'input',
  text: `${prior.id}: ${prior.kind.replaceAll('_', ' ')}, filed ${prior.filedOn ?? 'on a day not known'}, ${prior.forum.replaceAll('_', ' ')}, ${prior.result.replaceAll('_', ' ')}.`,
});

/**
 * Counts the motions of a case and says which statutory motion is used up: one to reopen in the whole case, one to
 * reconsider each decision, one to rescind an order made in absentia, one under the rules for battered family.
 * It warns and never computes a bar away; exceptions are listed beside the bars. Throws RuleInputError
 * `malformed_day`. Authority: INA 240(b)(5)(C), 240(c)(6), 240(c)(7); 8 CFR 1003.2, 1003.23.
 */
export function motionBars(history: MotionHistory, context: MotionBarContext = {}): MotionBarReport {
  const { motions } = history;
  motions.forEach((prior) => readDay(prior.filedOn, `motions.${prior.id}.filedOn`));
  const asked = history.askedAboutOthers === true;
  const bars = [
    barFor('reopen', null, motions, asked),
    ...reconsiderBars(history, asked),
    barFor('absentia', null, motions, asked),
    barFor('vawa', null, motions, asked),
  ];
  const counts = {
    reopen: 0,
    reconsider: 0,
    absentia: 0,
    vawa: 0,
    country_conditions: 0,
    joint: 0,
    sua_sponte: 0,
    not_known: 0,
  };
  for (const prior of motions) counts[prior.kind] += 1;
  return {
    total: motions.length,
    counts,
    bars,
    exceptions: exceptionsFor(context.circuit ?? null),
    warnings: warningsOf(history, bars),
    trace: [
      ...motions.map(inputStep),
      ...bars.map((bar) => ({
        step: 'bar',
        text: `${NAMES[bar.motion]}${bar.decisionId ? ` (${bar.decisionId})` : ''}: ${bar.standing.replaceAll('_', ' ')}. ${bar.why} ${bar.citation}.`,
      })),
    ],
  };
}
