import type { DiligenceRecord, LozadaAnswers, LozadaStepId } from '@app/rules';
import type { DiligenceRow } from './diligence-steps.queries';

/** What the reasons call an entry whose note stays closed, or that has none. */
const WORDS: Readonly<Record<string, string>> = {
  step: 'a step',
  filed: 'an earlier filing',
  lozada_affidavit: "the client's affidavit about former counsel",
  lozada_notice: 'notice to former counsel',
  lozada_complaint: 'the complaint about former counsel',
  lozada_prejudice: 'proof of prejudice',
};
const LOZADA: Readonly<Record<string, LozadaStepId>> = {
  lozada_affidavit: 'affidavit',
  lozada_notice: 'notice_to_counsel',
  lozada_complaint: 'bar_complaint',
  lozada_prejudice: 'prejudice',
};
const LONGEST = 120;

const firstOf = (rows: readonly DiligenceRow[], kind: string): string | null | undefined =>
  rows.find((row) => row.kind === kind)?.on;

/**
 * The record of diligence as the rules read it, oldest entry first. The last dated filing ends it; an earlier one was
 * a step. An undated filing proves none, so the record then runs to today.
 * @param noteOf the entry's note, when this person may read it
 */
export function diligenceRecord(
  all: readonly DiligenceRow[],
  noteOf: (row: DiligenceRow) => string | null,
): DiligenceRecord {
  const rows = all.filter(({ withdrawnAt }) => withdrawnAt === null);
  const filing = rows.filter(({ kind, on }) => kind === 'filed' && on !== null).at(-1);
  const what = (row: DiligenceRow): string => noteOf(row)?.slice(0, LONGEST) ?? WORDS[row.kind];
  const done = rows.flatMap(({ kind }) => (LOZADA[kind] ? [LOZADA[kind]] : []));
  return {
    obstacleStartedOn: firstOf(rows, 'obstacle_started'),
    discoveredOn: firstOf(rows, 'discovered'),
    steps: rows
      .filter((row) => WORDS[row.kind] && row !== filing)
      .map((row) => ({ on: row.on, what: what(row) })),
    filedOn: filing?.on ?? null,
    ineffectiveAssistance: done.length > 0 ? true : null,
    lozada: Object.fromEntries(done.map((id) => [id, 'done'])) as LozadaAnswers,
  };
}
