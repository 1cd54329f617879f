import type { PriorMotion, PriorMotionKind } from '@app/rules';
import type { ChronologyRow } from './chronology.queries';

/** A motion as the chronology tells it. One that only the stage of a case tells of has no id. */
export interface RecordedMotion {
  id: string | null;
  orderId: string | null;
  kind: string | null;
  forum: string | null;
  result: string;
  filedOn: string | null;
  resultOn: string | null;
  stayUntil: string | null;
}

/** What is known of a fact's day. An approximate year is no more than a year. */
export const dateOf = (row: ChronologyRow): string | null =>
  row.attributes.about === true ? row.on_text : (row.on_date ?? row.on_text);

const textOf = (row: ChronologyRow, name: string): string | null => {
  const value = row.attributes[name];
  return typeof value === 'string' ? value : null;
};

/** The kinds that the number bars know, by the kinds that are recorded; a stay, petition or habeas is none of them. */
const KINDS: Readonly<Record<string, PriorMotionKind>> = {
  reopen: 'reopen',
  reconsider: 'reconsider',
  reopen_absentia: 'absentia',
  reopen_vawa: 'vawa',
  reopen_country_conditions: 'country_conditions',
  reopen_joint: 'joint',
  sua_sponte: 'sua_sponte',
};

/** The kind for the bars; null for what is no motion before the court or the Board. */
export const barKindOf = ({ kind }: RecordedMotion): PriorMotionKind | null =>
  kind === null ? 'not_known' : (KINDS[kind] ?? null);

const FILED_KINDS = [
  'motion_filed',
  'motion_rejected',
  'petition_filed',
  'habeas_filed',
  'stay_requested',
  'i246_filed',
];

/** The client's motions, filed or sent back, oldest first. What the government filed is not among them. */
export function motionsOf(rows: readonly ChronologyRow[]): RecordedMotion[] {
  const decided = new Map(
    rows
      .filter(({ kind }) => kind.endsWith('_decided') && kind !== 'order_decided')
      .map((row) => [row.source_id, row]),
  );
  const filed = rows.filter(({ kind }) => FILED_KINDS.includes(kind));
  const motions = filed.map((row): RecordedMotion => {
    const ruling = decided.get(row.source_id);
    return {
      id: row.source_kind === 'motion' ? row.source_id : null,
      orderId: textOf(row, 'orderId'),
      kind: textOf(row, 'motionKind'),
      forum: textOf(row, 'forum'),
      result: textOf(row, 'result') ?? 'not_known',
      filedOn: dateOf(row),
      resultOn: ruling ? dateOf(ruling) : null,
      stayUntil: textOf(row, 'stayUntil'),
    };
  });
  // A stage and the motion of that very day are one filing, whatever the stage calls it.
  const days = new Set(motions.filter((each) => each.id && barKindOf(each)).map((each) => each.filedOn));
  return motions.filter((each) => each.id !== null || !days.has(each.filedOn));
}

/** A motion under the name that the reasons give it. */
export function priorMotion(
  motion: RecordedMotion,
  name: string,
  decision: string | null,
): PriorMotion | null {
  const kind = barKindOf(motion);
  if (!kind) return null;
  return {
    id: name,
    kind,
    filedOn: motion.filedOn,
    forum: motion.forum === 'court' || motion.forum === 'board' ? motion.forum : 'not_known',
    result: motion.result as PriorMotion['result'],
    decisionId: decision,
  };
}
