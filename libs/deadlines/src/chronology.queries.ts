import { currentActor, db } from '@app/platform';

/** Who wrote a fact down, and when. */
export interface Recorder {
  userId: string;
  name: string | null;
  at: Date;
}

/** A row of the view `chronology`. */
export interface ChronologyRow {
  case_id: string | null;
  kind: string;
  on_date: string | null;
  /** A date known to the year or month only. */
  on_text: string | null;
  source_kind: string;
  source_id: string;
  attributes: Record<string, string | boolean | null>;
  recorded_at: Date;
}

const COLUMNS = 'case_id, kind, on_date, on_text, source_kind, source_id, attributes, recorded_at';

/** The facts of these clients of these kinds, those of each client oldest first. */
export async function factsOf(
  clientIds: readonly string[],
  kinds: readonly string[],
): Promise<Map<string, ChronologyRow[]>> {
  const rows = await db().query<ChronologyRow & { client_id: string }>(
    `SELECT client_id, ${COLUMNS} FROM chronology
      WHERE org_id = $1 AND client_id = ANY($2::uuid[]) AND kind = ANY($3::text[])
      ORDER BY client_id, coalesce(on_date::text, on_text, '9999'), recorded_at, source_id, kind`,
    [currentActor().orgId, clientIds, kinds],
  );
  const facts = new Map<string, ChronologyRow[]>(clientIds.map((id) => [id, []]));
  for (const row of rows) facts.get(row.client_id)!.push(row);
  return facts;
}

/** Who wrote down the facts of these sources, by `kind:id`. */
export async function recordersOf(
  clientId: string,
  sources: readonly { sourceKind: string; sourceId: string }[],
): Promise<Map<string, Recorder>> {
  const rows = await db().query<Recorder & { source: string }>(
    `SELECT f.source_kind || ':' || f.source_id AS source, f.by_user AS "userId", u.name, f.at
       FROM fact_recorder f LEFT JOIN staff_user u ON u.org_id = f.org_id AND u.id = f.by_user
      WHERE f.org_id = $1 AND f.client_id = $2 AND f.by_user IS NOT NULL
        AND f.source_id = ANY($3::uuid[])`,
    [currentActor().orgId, clientId, sources.map(({ sourceId }) => sourceId)],
  );
  return new Map(rows.map(({ source, ...recorder }) => [source, recorder]));
}
