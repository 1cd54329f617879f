import type { Pool } from 'pg';
import { Keyring, sealedTables, type Desk, type RootKey } from '@app/platform';
import { passOverClients, passOverOrganisation } from '../../libs/platform/src/rotation/passes';
import { emptyTally, type Tally } from '../../libs/platform/src/rotation/reseal';

/**
 * Opens every sealed value of an organisation with the keys that are stored now, and with no other. What does not open
 * is under another key, or under none.
 */
export async function underPresentKeys(desk: Desk, root: RootKey, orgId: string): Promise<Tally> {
  const tables = await sealedTables(desk.main);
  const keyring = new Keyring(desk.keys as Pool, root);
  const { rows } = await desk.keys.query<{ id: string }>(
    'select client_id as id from client_key where org_id = $1 and wrapped is not null',
    [orgId],
  );
  const office = await keyring.orgKey(orgId);
  const alone = (key: { box: typeof office.box }) => ({
    now: (table: string, row: string) => key.box(table, row),
    before: () => null,
    other: () => null,
  });
  const boxes = new Map<string, ReturnType<typeof alone>>();
  for (const { id } of rows) boxes.set(id, alone(await keyring.clientKey(orgId, id)));
  const tally = emptyTally();
  await passOverClients(desk, tables, orgId, boxes, tally);
  await passOverOrganisation(desk, tables, orgId, alone(office), tally);
  return tally;
}
