import { currentActor, db } from '@app/platform';

/** A printed date in the form in which a derivation takes it. */
export interface PrintedOverride {
  key: string;
  on: string;
  /** In words. */
  document: string;
  by: string;
}

/** The printed date of one deadline with who recorded it. */
export interface PrintedRow {
  id: string;
  on: string;
  document: string;
  note: Buffer | null;
  byUser: string;
  byName: string | null;
  at: Date;
}

/** What the reasons of a date call the paper. */
const inWords = (document: string): string =>
  document === 'other' ? 'paper' : document.replaceAll('_', ' ');

/** The printed dates that hold for these clients, by client; a client without any is not in it. */
export async function printedDatesOf(clientIds: readonly string[]): Promise<Map<string, PrintedOverride[]>> {
  const rows = await db().query<PrintedOverride & { client_id: string }>(
    `SELECT p.client_id, p.deadline_key AS key, p.on_date AS "on", p.document, coalesce(u.name, 'Vacatur') AS by
       FROM printed_date p LEFT JOIN staff_user u ON u.org_id = p.org_id AND u.id = p.by_user
      WHERE p.org_id = $1 AND p.client_id = ANY($2::uuid[]) AND p.withdrawn_at IS NULL
      ORDER BY p.client_id, p.deadline_key`,
    [currentActor().orgId, clientIds],
  );
  const found = new Map<string, PrintedOverride[]>();
  for (const { client_id: clientId, document, ...row } of rows)
    found.set(clientId, [...(found.get(clientId) ?? []), { ...row, document: inWords(document) }]);
  return found;
}

/** The printed date that holds for one deadline, or null. */
export function printedDateOf(clientId: string, key: string): Promise<PrintedRow | null> {
  return db().one<PrintedRow>(
    `SELECT p.id, p.on_date AS "on", p.document, p.note, p.by_user AS "byUser", u.name AS "byName", p.created_at AS at
       FROM printed_date p LEFT JOIN staff_user u ON u.org_id = p.org_id AND u.id = p.by_user
      WHERE p.org_id = $1 AND p.client_id = $2 AND p.deadline_key = $3 AND p.withdrawn_at IS NULL`,
    [currentActor().orgId, clientId, key],
  );
}
