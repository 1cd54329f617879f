import { Injectable } from '@nestjs/common';
import { currentActor, db, Keyring } from '@app/platform';
import { openName, type SealedName } from './client-names';

/** Who somebody is: the whole name and the date of birth, as far as it is known. */
export interface Identity {
  name: string;
  birth: string | null;
}

/** Opens who clients are, to tell one from another. Never for a list: a list shows names only. */
@Injectable()
export class ClientIdentity {
  constructor(private readonly keyring: Keyring) {}

  /** Names and dates of birth of the clients that whoever acts sees. Erased clients have no entry. */
  async of(clientIds: readonly string[]): Promise<Map<string, Identity>> {
    const { orgId } = currentActor();
    const rows = await db().query<SealedName & { birth: Buffer | null }>(
      `SELECT id, given_name, middle_name, family_name, birth FROM client WHERE org_id = $1 AND id = ANY ($2::uuid[])`,
      [orgId, clientIds],
    );
    const keys = await this.keyring.clientKeys(
      orgId,
      rows.map((row) => row.id),
    );
    const found = new Map<string, Identity>();
    for (const row of rows) {
      const key = keys.get(row.id);
      if (!key || key.erased) continue;
      const box = key.box('client', row.id);
      found.set(row.id, { name: openName(box, row).full, birth: box.open('birth', row.birth) });
    }
    return found;
  }
}
