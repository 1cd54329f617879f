import type { TraceStep } from '../calendar/count';
import { inWords, toDay, toOrdinal, type Day } from '../calendar/day';
import { readDay } from '../deadlines/known-day';
import { lozadaSteps, type LozadaAnswers, type LozadaStep } from './lozada';

/** A gap longer than this many days needs an explanation: office policy, for the law names no number. */
export const DILIGENCE_GAP_DAYS = 30;

/** What stood in the way of a motion, and what was done about it. Dates may be partial, or null when not known. */
export interface DiligenceRecord {
  readonly obstacleStartedOn?: string | null;
  readonly discoveredOn?: string | null;
  readonly steps: readonly { readonly on: string | null; readonly what: string }[];
  readonly filedOn?: string | null;
  /** A claim that former counsel or a notario failed the client; null when nobody has asked. */
  readonly ineffectiveAssistance?: boolean | null;
  readonly lozada?: LozadaAnswers;
}

/** One dated point of the record. */
export interface DiligencePoint {
  readonly on: Day;
  readonly label: string;
}

/** A stretch in which nothing dated happened. */
export interface DiligenceGap {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  readonly warning: string;
}

/** Evidence of diligence and its holes. There is no tolled date in it: whether a period is tolled is for a court. */
export interface DiligenceReport {
  readonly points: readonly DiligencePoint[];
  readonly gaps: readonly DiligenceGap[];
  readonly longestDays: number | null;
  readonly lozada: readonly LozadaStep[];
  readonly warnings: readonly string[];
  readonly authority: string;
  readonly trace: readonly TraceStep[];
}

const AUTHORITY =
  'Equitable tolling: Mata v. Lynch (2015) and circuit law; needs diligence and an extraordinary obstacle. The 30 days are office policy.';
const NEVER = 'No tolled date is computed: the record is evidence, and a court decides.';

interface Read {
  readonly points: readonly DiligencePoint[];
  readonly warnings: readonly string[];
}

/** A beginning known only in part is taken at its first day: the gap after it is never made shorter. */
function beginning(on: string | null | undefined, label: string, path: string): Read {
  const day = readDay(on, path);
  if (day.state === 'known') return { points: [{ on: day.on, label }], warnings: [] };
  if (day.state === 'partial')
    return {
      points: [{ on: day.first, label: `${label} (some day in ${day.text})` }],
      warnings: [`The day of ${label} is known only as ${day.text}: its first day is used.`],
    };
  return { points: [], warnings: [`The day of ${label} is not recorded.`] };
}

function stepsOf(record: DiligenceRecord, today: Day): Read {
  const points: DiligencePoint[] = [];
  const warnings: string[] = [];
  record.steps.forEach((step, index) => {
    const day = readDay(step.on, `steps.${index}.on`);
    if (day.state !== 'known') {
      warnings.push(`A step without a full date closes no gap: find proof of the day (${step.what}).`);
    } else if (day.on <= today) {
      points.push({ on: day.on, label: step.what });
    } else {
      warnings.push(`A step planned for ${inWords(day.on)} is not counted (${step.what}).`);
    }
  });
  return { points, warnings };
}

/** The end of the record: the filing, or today while nothing is filed. */
function ending(filedOn: string | null | undefined, today: Day): Read & { readonly end: DiligencePoint } {
  const day = readDay(filedOn, 'filedOn');
  const now = { on: today, label: 'today, nothing filed' };
  if (day.state === 'known' && day.on <= today) {
    const end = { on: day.on, label: 'filing' };
    return { points: [end], warnings: [], end };
  }
  if (day.state === 'partial' && day.last <= today) {
    const end = { on: day.last, label: `filing (some day in ${day.text})` };
    return {
      points: [end],
      warnings: [`The day of filing is known only as ${day.text}: its last day is used.`],
      end,
    };
  }
  const doubt =
    day.state === 'missing' ? [] : ['The filing is not certain to have happened: counted to today.'];
  return { points: [now], warnings: doubt, end: now };
}

function gapBetween(a: DiligencePoint, b: DiligencePoint): DiligenceGap {
  const days = toOrdinal(b.on) - toOrdinal(a.on);
  const warning = `${days} days without a dated step, from ${inWords(a.on)} (${a.label}) to ${inWords(b.on)} (${b.label}). Explain it with proof, or act now.`;
  return { from: a.on, to: b.on, days, warning };
}

function sorted(points: readonly DiligencePoint[]): DiligencePoint[] {
  return [...points].sort((a, b) => {
    const [left, right] = [`${a.on}|${a.label}`, `${b.on}|${b.label}`];
    return left < right ? -1 : Number(left > right);
  });
}

/**
 * Looks for gaps of more than thirty days in a record of diligence: between the start of the obstacle, its discovery,
 * each dated step, and the filing or today. Undated steps close no gap. It never computes a tolled date. When
 * ineffective assistance is claimed it lists the steps of Matter of Lozada. Days are 'YYYY-MM-DD'.
 * Throws RuleInputError `malformed_day`. Authority: Mata v. Lynch (2015); Matter of Lozada, 19 I&N Dec. 637 (BIA 1988).
 */
export function diligence(record: DiligenceRecord, context: { readonly today: Day }): DiligenceReport {
  const today = toDay(toOrdinal(context.today, 'today'));
  const end = ending(record.filedOn, today);
  const read = [
    beginning(record.obstacleStartedOn, 'the obstacle', 'obstacleStartedOn'),
    beginning(record.discoveredOn, 'the discovery', 'discoveredOn'),
    stepsOf(record, today),
  ];
  // What came after the filing says nothing about diligence before it.
  const before = read.flatMap(({ points }) => points).filter(({ on }) => on <= end.end.on);
  const points = [...sorted(before), end.end];
  const spans = points.slice(1).map((point, index) => gapBetween(points[index]!, point));
  const gaps = spans.filter(({ days }) => days > DILIGENCE_GAP_DAYS);
  const lozada = record.ineffectiveAssistance === true ? lozadaSteps(record.lozada ?? {}) : [];
  const asked =
    record.ineffectiveAssistance === null || record.ineffectiveAssistance === undefined
      ? ['Ask whether former counsel or a notario failed the client.']
      : [];
  return {
    points,
    gaps,
    longestDays: spans.length > 0 ? Math.max(...spans.map(({ days }) => days)) : null,
    lozada,
    warnings: [
      ...read.flatMap(({ warnings }) => warnings),
      ...end.warnings,
      ...gaps.map(({ warning }) => warning),
      ...lozada
        .filter(({ standing }) => standing !== 'done')
        .map(({ title }) => `Lozada step open: ${title}`),
      ...asked,
      NEVER,
    ],
    authority: AUTHORITY,
    trace: [
      ...points.map(({ on, label }) => ({ step: 'point', text: `${inWords(on)}: ${label}.`, on })),
      ...gaps.map(({ warning, to }) => ({ step: 'gap', text: warning, on: to })),
      { step: 'authority', text: `${AUTHORITY} ${NEVER}` },
    ],
  };
}
