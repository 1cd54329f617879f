import type { DiligenceEntry, Standing } from '../../api/types';

type Report = NonNullable<Standing['diligence']>;

/** A line of the record: an entry, or the stretch before it in which nothing dated happened. */
export type RecordLine =
  { kind: 'entry'; entry: DiligenceEntry } | { kind: 'gap'; gap: Report['gaps'][number] };

/** The last day that a year or a month can mean, for putting in order only. */
const lastDayIn = (on: string): string =>
  on.length === 4 ? `${on}-12-31` : on.length === 7 ? `${on}-31` : on;

/** The entries with the gaps between them, in the order of their days; entries without a day come last. */
export function recordLines(entries: readonly DiligenceEntry[], gaps: Report['gaps']): RecordLine[] {
  const open = [...gaps].sort((a, b) => (a.to < b.to ? -1 : Number(a.to > b.to)));
  const lines: RecordLine[] = [];
  const before = (on: string | null): void => {
    while (open.length > 0 && (on === null || open[0].to <= lastDayIn(on)))
      lines.push({ kind: 'gap', gap: open.shift()! });
  };
  for (const entry of entries) {
    if (!entry.withdrawn) before(entry.on);
    lines.push({ kind: 'entry', entry });
  }
  before(null);
  return lines;
}
