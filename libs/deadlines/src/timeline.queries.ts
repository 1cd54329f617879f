import { badCursor, currentActor, db, readCursor, writeCursor } from '@app/platform';
import type { ChronologyRow } from './chronology.queries';
import type { TimelineFilter } from './timeline.dto';

/** A fact with what the order of the list goes by. */
export interface FactRow extends ChronologyRow {
  /** Microseconds of the recording: exact, where an instant of the program would round. */
  recorded_us: string;
  disputed: string[];
}

/** How many facts of a kind and a source there are. */
export interface FacetRow {
  kind: string;
  source_kind: string;
  count: number;
}

/** Facts `f` with their date as text, `k`, and the dates that other sources give. `$1` office, `$2` client, `$3` hidden sources. */
const FACTS = `
  SELECT c.*, coalesce(c.on_date::text, c.on_text) COLLATE "C" AS k,
         (extract(epoch FROM c.recorded_at) * 1000000)::bigint AS recorded_us, coalesce(d.others, '{}') AS disputed
    FROM chronology c
    LEFT JOIN (SELECT source_kind, source_id, field, array_agg(other_on ORDER BY created_at) AS others
                 FROM disputed_date WHERE org_id = $1 AND client_id = $2 AND status = 'open' GROUP BY 1, 2, 3) d
      ON d.source_kind = c.source_kind AND d.source_id = c.source_id AND d.field = c.kind
   WHERE c.org_id = $1 AND c.client_id = $2 AND c.source_kind <> ALL ($3::text[])`;

const CERTAINTY = `CASE WHEN cardinality(f.disputed) > 0 THEN 'disputed' WHEN f.k IS NULL THEN 'not_known'
  WHEN f.attributes ->> 'about' = 'true' THEN 'about'
  WHEN length(f.k) = 10 THEN 'exact' WHEN length(f.k) = 7 THEN 'month' ELSE 'year' END`;

/** What is known to the year only counts when any day of it could be meant. */
const MATCHES = `
      ($4::text[] IS NULL OR f.kind = ANY ($4)) AND ($5::text[] IS NULL OR f.source_kind = ANY ($5))
  AND ($6::text[] IS NULL OR ${CERTAINTY} = ANY ($6))
  AND ($7::text IS NULL OR f.k IS NULL OR f.k >= left($7, length(f.k)))
  AND ($8::text IS NULL OR f.k IS NULL OR left(f.k, length($8)) <= $8)`;

const given = (list: readonly string[] | undefined): readonly string[] | null => (list?.length ? list : null);

const parameters = (clientId: string, hidden: readonly string[], filter: TimelineFilter): unknown[] => [
  ...[currentActor().orgId, clientId, hidden],
  ...[given(filter.kinds), given(filter.sources), given(filter.certainty)],
  ...[filter.from ?? null, filter.to ?? null],
];

/** Which facts, of those this person may see. */
export interface Wanted {
  clientId: string;
  hidden: readonly string[];
  filter: TimelineFilter;
}

/** A page of the facts that are wanted, newest first, what has no date last. @throws Problem 400 for a strange cursor */
export async function pageOfFacts(
  { clientId, hidden, filter }: Wanted,
  limit: number,
  cursor?: string,
): Promise<{ rows: FactRow[]; nextCursor: string | null }> {
  const [k, us, kind, source] = cursor ? placeOf(cursor) : [null, null, null, null];
  const rows = await db().query<FactRow>(
    `SELECT f.* FROM (${FACTS}) f WHERE ${MATCHES}
        AND ($9::text IS NULL OR (coalesce(f.k, ''), f.recorded_us, f.source_id, f.kind COLLATE "C")
             < ($9::text COLLATE "C", $10::bigint, $12::uuid, $11::text COLLATE "C"))
      ORDER BY coalesce(f.k, '') DESC, f.recorded_us DESC, f.source_id DESC, f.kind COLLATE "C" DESC LIMIT ${limit + 1}`,
    [...parameters(clientId, hidden, filter), k, us, kind, source],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last;
  return { rows: shown, nextCursor: more ? cursorOf(last) : null };
}

/** How many facts are wanted. */
export async function countFacts({ clientId, hidden, filter }: Wanted): Promise<number> {
  const row = await db().one<{ n: number }>(
    `SELECT count(*)::int AS n FROM (${FACTS}) f WHERE ${MATCHES}`,
    parameters(clientId, hidden, filter),
  );
  return row!.n;
}

/** Every kind and source there is, whatever is wanted: what a filter can offer. */
export function facetsOf(clientId: string, hidden: readonly string[]): Promise<FacetRow[]> {
  return db().query<FacetRow>(
    `SELECT c.kind, c.source_kind, count(*)::int AS count FROM chronology c
      WHERE c.org_id = $1 AND c.client_id = $2 AND c.source_kind <> ALL ($3::text[]) GROUP BY 1, 2 ORDER BY 1, 2`,
    [currentActor().orgId, clientId, hidden],
  );
}

function cursorOf(row: FactRow): string {
  const on = row.on_date ?? row.on_text ?? '';
  return writeCursor({ value: [on, row.recorded_us, row.kind].join('|'), id: row.source_id });
}

function placeOf(text: string): [string, string, string, string] {
  const { value, id } = readCursor(text);
  const parts = /^([0-9-]{0,10})\|(-?\d{1,17})\|([a-z0-9_]{1,60})$/.exec(String(value));
  if (!parts || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw badCursor();
  return [parts[1], parts[2], parts[3], id];
}
