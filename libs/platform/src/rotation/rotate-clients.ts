import { clientPlace } from '../sealed/keyring';
import { ClientKey } from '../sealed/keys';
import { unwrap, wrapNew, type Wraps } from '../sealed/wrapping';
import { sealedTables } from './catalogue';
import { announce, orgKeyPair, settle, type Desk, type OrgKeyPair } from './desk';
import { passOverClients } from './passes';
import { emptyTally, type Boxes, type Tally } from './reseal';

const CHUNK = 50;

interface KeyRow extends Wraps {
  client_id: string;
}

/**
 * Gives clients new keys while everybody works. The new key is made known before it is used, and the old one is
 * dropped only after nothing is sealed under it. Killed at any point it goes on where it was when started again.
 *
 * @param clientIds which clients, or null for all of the organisation
 * @returns what was sealed anew; `broken` counts values that no key opens, and must be 0
 */
export async function rotateClients(
  desk: Desk,
  orgId: string,
  clientIds: readonly string[] | null,
): Promise<Tally> {
  const tally = emptyTally();
  await offer(desk, orgId, clientIds);
  const begun = await count(desk, orgId, 'next is not null');
  if (begun > 0) {
    desk.report(`${begun} new client keys are made known`);
    await announce(desk);
    await settle(desk);
    await desk.keys.query(
      `update client_key set previous = wrapped, wrapped = next, next = null,
              key_version = key_version + 1, rotated_at = clock_timestamp()
        where org_id = $1 and next is not null and previous is null and wrapped is not null`,
      [orgId],
    );
    await announce(desk);
  }
  if ((await count(desk, orgId, 'previous is not null')) === 0) return tally;
  await settle(desk);
  await overChunks(desk, orgId, tally);
  desk.report(`${tally.renewed} values are sealed under the new keys`);
  await settle(desk);
  await overChunks(desk, orgId, tally, true);
  await announce(desk);
  return tally;
}

async function count(desk: Desk, orgId: string, condition: string): Promise<number> {
  const { rows } = await desk.keys.query<{ n: number }>(
    `select count(*)::int as n from client_key where org_id = $1 and ${condition}`,
    [orgId],
  );
  return rows[0].n;
}

/** Makes a next key for each client that has none on its way and was not rotated by this very rotation before. */
async function offer(desk: Desk, orgId: string, clientIds: readonly string[] | null): Promise<void> {
  const since = await beginning(desk, orgId, clientIds);
  const pair = await orgKeyPair(desk, orgId);
  const { rows } = await desk.keys.query<{ client_id: string }>(
    `select client_id from client_key
      where org_id = $1 and wrapped is not null and next is null and previous is null and rotated_at < $2
        and ($3::uuid[] is null or client_id = any ($3))`,
    [orgId, since, clientIds],
  );
  for (const { client_id } of rows) {
    const next = wrapNew(pair.now.wrapping, clientPlace(orgId, client_id));
    await desk.keys.query(
      'update client_key set next = $3 where org_id = $1 and client_id = $2 and wrapped is not null and next is null',
      [orgId, client_id, next],
    );
  }
}

/** When the unfinished rotation of these clients began, or now: keys made since are new enough. */
async function beginning(desk: Desk, orgId: string, clientIds: readonly string[] | null): Promise<Date> {
  const { rows } = await desk.keys.query<{ started_at: Date }>(
    `insert into key_rotation (org_id, kind, what) values ($1, 'client', $2)
     on conflict (org_id, kind, what) where finished_at is null do update set kind = excluded.kind
     returning started_at`,
    [orgId, clientIds ? [...clientIds].sort().join(' ') : '*'],
  );
  return rows[0].started_at;
}

/** Marks this organisation's unfinished rotations of a kind as done. */
export async function finishRotation(desk: Desk, orgId: string, kind: string): Promise<void> {
  await desk.keys.query(
    'update key_rotation set finished_at = clock_timestamp() where org_id = $1 and kind = $2 and finished_at is null',
    [orgId, kind],
  );
}

async function overChunks(desk: Desk, orgId: string, tally: Tally, drop = false): Promise<void> {
  const tables = await sealedTables(desk.main);
  const pair = await orgKeyPair(desk, orgId);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await desk.keys.query<KeyRow>(
      `select client_id, wrapped, next, previous from client_key
        where org_id = $1 and client_id > $2 and previous is not null order by client_id limit ${CHUNK}`,
      [orgId, after],
    );
    if (rows.length === 0) return;
    after = rows[rows.length - 1].client_id;
    const boxes = new Map(rows.map((row) => [row.client_id, boxesOf(orgId, row, pair)]));
    const pass = (): Promise<void> => passOverClients(desk, tables, orgId, boxes, tally);
    if (drop) {
      await untilNothingIsLeft(pass, tally);
      await dropPrevious(desk, orgId, rows);
    } else await pass();
  }
}

/**
 * The old key may go only after a whole pass found nothing under it.
 * @throws Error when that does not come about: the old key is then kept
 */
export async function untilNothingIsLeft(pass: () => Promise<void>, tally: Tally): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) {
    const before = tally.renewed;
    await pass();
    if (tally.renewed === before) return;
  }
  throw new Error(
    'Values keep appearing under the old key. It was kept. Restart API and worker, and run this again.',
  );
}

/** Only the very key that was looked at: another rotation may have begun since. */
async function dropPrevious(desk: Desk, orgId: string, rows: readonly KeyRow[]): Promise<void> {
  for (const row of rows)
    await desk.keys.query(
      'update client_key set previous = null where org_id = $1 and client_id = $2 and previous = $3',
      [orgId, row.client_id, row.previous],
    );
}

function boxesOf(orgId: string, row: KeyRow, pair: OrgKeyPair): Boxes {
  const place = clientPlace(orgId, row.client_id);
  const wrappings = [pair.now, pair.before].flatMap((key) => key?.wrapping ?? []);
  const key = (bytes: Buffer): ClientKey =>
    new ClientKey(orgId, row.client_id, unwrap(wrappings, place, bytes));
  const [now, before] = [key(row.wrapped!), key(row.previous!)];
  return {
    now: (table, id) => now.box(table, id),
    before: (table, id) => before.box(table, id),
    other: (table, id) => pair.now.box(table, id),
  };
}
