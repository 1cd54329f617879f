import { clientPlace, orgPlace, ROOT_PURPOSE } from '../sealed/keyring';
import { SealBroken } from '../sealed/errors';
import { derive } from '../sealed/root-key';
import { unwrap, wrapAgain, wrapNew } from '../sealed/wrapping';
import { sealedTables } from './catalogue';
import { announce, orgKeyPair, settle, type Desk, type OrgKeyPair } from './desk';
import { passOverOrganisation } from './passes';
import { untilNothingIsLeft } from './rotate-clients';
import { emptyTally, type Boxes, type Tally } from './reseal';

/** Makes the keyed tokens of one client anew under the organisation's key in use. */
export type Reindex = (orgId: string, clientId: string) => Promise<void>;

/**
 * Gives an organisation a new key while everybody works: client keys are wrapped again, its own rows sealed again,
 * search tokens made again. Lookups ask under both keys meanwhile. Killed at any point it goes on when started again.
 */
export async function rotateOrganisation(desk: Desk, orgId: string, reindex: Reindex): Promise<Tally> {
  const tally = emptyTally();
  await offer(desk, orgId);
  const { rows } = await desk.keys.query<{ begun: boolean }>(
    'select next is not null as begun from org_key where org_id = $1',
    [orgId],
  );
  if (rows[0].begun) {
    desk.report('the new key of the organisation is made known');
    await announce(desk);
    await settle(desk);
    await desk.keys.query(
      `update org_key set previous = wrapped, wrapped = next, next = null, indexed_through = null,
              key_version = key_version + 1 where org_id = $1 and next is not null and previous is null`,
      [orgId],
    );
    await announce(desk);
  }
  await settle(desk);
  await pass(desk, orgId, tally);
  await reindexAll(desk, orgId, reindex);
  await settle(desk);
  await untilNothingIsLeft(() => pass(desk, orgId, tally), tally);
  await desk.keys.query('update org_key set previous = null, indexed_through = null where org_id = $1', [
    orgId,
  ]);
  await announce(desk);
  return tally;
}

async function offer(desk: Desk, orgId: string): Promise<void> {
  const next = wrapNew(derive(desk.roots()[0], ROOT_PURPOSE), orgPlace(orgId));
  await desk.keys.query(
    'update org_key set next = $2 where org_id = $1 and next is null and previous is null',
    [orgId, next],
  );
}

async function pass(desk: Desk, orgId: string, tally: Tally): Promise<void> {
  const pair = await orgKeyPair(desk, orgId);
  if (!pair.before) return;
  const wrapped = await rewrapClients(desk, orgId, pair);
  tally.renewed += wrapped;
  if (wrapped > 0) desk.report(`${wrapped} client keys are wrapped by the new key`);
  const boxes: Boxes = {
    now: (table, id) => pair.now.box(table, id),
    before: (table, id) => pair.before!.box(table, id),
    other: () => null,
  };
  await passOverOrganisation(desk, await sealedTables(desk.main), orgId, boxes, tally);
}

const COLUMNS = ['wrapped', 'next', 'previous'] as const;

async function rewrapClients(desk: Desk, orgId: string, pair: OrgKeyPair): Promise<number> {
  let wrapped = 0;
  for (const column of COLUMNS) {
    const { rows } = await desk.keys.query<{ client_id: string; bytes: Buffer }>(
      `select client_id, ${column} as bytes from client_key where org_id = $1 and ${column} is not null`,
      [orgId],
    );
    for (const { client_id, bytes } of rows) {
      const anew = wrapUnder(pair, orgId, client_id, bytes);
      if (!anew) continue;
      wrapped += 1;
      await desk.keys.query(
        `update client_key set ${column} = $3 where org_id = $1 and client_id = $2 and ${column} = $4`,
        [orgId, client_id, anew, bytes],
      );
    }
  }
  return wrapped;
}

/** The client's key wrapped by the key in use, or null when it is. Throws SealBroken when neither key opens it. */
function wrapUnder(pair: OrgKeyPair, orgId: string, clientId: string, bytes: Buffer): Buffer | null {
  const place = clientPlace(orgId, clientId);
  try {
    unwrap([pair.now.wrapping], place, bytes);
    return null;
  } catch (problem) {
    if (!(problem instanceof SealBroken)) throw problem;
  }
  return wrapAgain(pair.now.wrapping, place, unwrap([pair.before!.wrapping], place, bytes));
}

/** Client after client, noting how far it came, so that a killed run does not begin again. */
async function reindexAll(desk: Desk, orgId: string, reindex: Reindex): Promise<void> {
  const { rows: start } = await desk.keys.query<{ through: string | null }>(
    'select indexed_through as through from org_key where org_id = $1 and previous is not null',
    [orgId],
  );
  if (!start[0]) return;
  let after = start[0].through ?? '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await desk.keys.query<{ client_id: string }>(
      `select client_id from client_key where org_id = $1 and client_id > $2 and wrapped is not null
        order by client_id limit 50`,
      [orgId, after],
    );
    if (rows.length === 0) return;
    for (const { client_id } of rows) await reindex(orgId, client_id);
    after = rows[rows.length - 1].client_id;
    await desk.keys.query('update org_key set indexed_through = $2 where org_id = $1', [orgId, after]);
  }
}
