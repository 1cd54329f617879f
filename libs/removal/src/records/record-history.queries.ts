import { currentActor, db } from '@app/platform';

export interface EarlierRow {
  row_id: string;
  value: string;
  on: string | null;
  replaced_by: string | null;
  replaced_at: Date;
}

/** Values that a column of these records had before, oldest first; a change that left the value as it was is none. */
export function earlierValues(
  clientId: string,
  table: string,
  column: string,
  onColumn: string | null,
): Promise<EarlierRow[]> {
  return db().query<EarlierRow>(
    `SELECT row_id, value, "on", replaced_by, replaced_at FROM (
       SELECT h.row_id, h.was ->> $4 AS value, h.was ->> $5 AS "on", h.replaced_by, h.replaced_at,
              lead(h.was ->> $4) OVER (PARTITION BY h.row_id ORDER BY h.replaced_at) AS next_kept,
              row_number() OVER (PARTITION BY h.row_id ORDER BY h.replaced_at DESC) AS from_last
         FROM row_history h WHERE h.org_id = $1 AND h.client_id = $2 AND h.table_name = $3) e
      WHERE value IS NOT NULL AND (from_last = 1 OR value IS DISTINCT FROM next_kept)
      ORDER BY replaced_at`,
    [currentActor().orgId, clientId, table, column, onColumn ?? ''],
  );
}
