import type { SealedTable } from './catalogue';
import type { Desk } from './desk';
import { resealHistory, resealRow, type Boxes, type Tally } from './reseal';

const HISTORY =
  'SELECT org_id, id, table_name, row_id, client_id, was FROM app.row_history WHERE org_id = $1 AND';
const AT_ONCE = 200;

type StoredRow = Record<string, unknown>;

/** Goes once over everything that is sealed about these clients. */
export async function passOverClients(
  desk: Desk,
  tables: readonly SealedTable[],
  orgId: string,
  clients: ReadonlyMap<string, Boxes>,
  tally: Tally,
): Promise<void> {
  const ids = [...clients.keys()];
  for (const table of tables) {
    if (!table.client) continue;
    const text = `SELECT * FROM app."${table.name}" WHERE org_id = $1 AND "${table.client}" = ANY ($2::uuid[])`;
    await eachRow(desk, text, [orgId, ids], (row) =>
      resealRow(desk, table, row, clients.get(String(row[table.client!]))!, tally),
    );
  }
  await eachRow(desk, `${HISTORY} client_id = ANY ($2::uuid[])`, [orgId, ids], (row) =>
    resealHistory(desk, row as never, clients.get(String(row.client_id))!, tally),
  );
}

/** Goes once over everything that the organisation's own key seals. */
export async function passOverOrganisation(
  desk: Desk,
  tables: readonly SealedTable[],
  orgId: string,
  boxes: Boxes,
  tally: Tally,
): Promise<void> {
  for (const table of tables) {
    if (table.client === 'id') continue;
    const unnamed = table.client ? ` AND "${table.client}" IS NULL` : '';
    await eachRow(desk, `SELECT * FROM app."${table.name}" WHERE org_id = $1${unnamed}`, [orgId], (row) =>
      resealRow(desk, table, row, boxes, tally),
    );
  }
  await eachRow(desk, `${HISTORY} client_id IS NULL`, [orgId], (row) =>
    resealHistory(desk, row as never, boxes, tally),
  );
}

/** Reads through a cursor, so that a large table does not fill the memory; writes go over other connections. */
async function eachRow(
  desk: Desk,
  text: string,
  values: unknown[],
  work: (row: StoredRow) => Promise<void>,
): Promise<void> {
  const client = await desk.main.connect();
  try {
    await client.query('START TRANSACTION READ ONLY');
    await client.query(`DECLARE rows NO SCROLL CURSOR FOR ${text}`, values);
    for (;;) {
      const { rows } = await client.query<StoredRow>(`FETCH ${AT_ONCE} FROM rows`);
      for (const row of rows) await work(row);
      if (rows.length < AT_ONCE) break;
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
