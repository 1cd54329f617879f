import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { currentActor, db, Keyring, type SealedBox } from '@app/platform';
import type { ClientName } from './client.dto';
import type { NameView } from './client.view';

/** The sealed columns of a name, as the table has them. */
export interface SealedName {
  id: string;
  given_name: Buffer;
  middle_name: Buffer | null;
  family_name: Buffer;
}

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A short code that stands for a client where names may not be shown. It says nothing about the person. */
export function clientCode(clientId: string): string {
  const digits = BigInt(`0x${clientId.replace(/-/g, '').slice(-10)}`);
  let code = '';
  for (let i = 0n; i < 5n; i += 1n) code += ALPHABET[Number((digits >> (i * 5n)) & 31n)];
  return `Client ${code}`;
}

/** Opens a name with the client's box. */
export function openName(box: SealedBox, row: SealedName): NameView {
  const given = box.open('given_name', row.given_name);
  const middle = box.open('middle_name', row.middle_name);
  const family = box.open('family_name', row.family_name);
  return { given, middle, family, full: [given, middle, family].filter(Boolean).join(' ') };
}

/** Seals a name for its row. */
export function sealName(
  box: SealedBox,
  name: ClientName,
): { givenName: Buffer; middleName: Buffer | null; familyName: Buffer } {
  return {
    givenName: box.seal('given_name', name.given.trim()),
    middleName: box.seal('middle_name', name.middle?.trim() || null),
    familyName: box.seal('family_name', name.family.trim()),
  };
}

/** A name as roles see it that may not see names. */
export function hiddenName(clientId: string): NameView {
  return { given: '', middle: null, family: '', full: clientCode(clientId) };
}

const ERASED: NameView = { given: '', middle: null, family: '', full: 'Erased client' };

/** Names of clients for lists of other libraries: one query for the rows, one for the keys. */
@Injectable()
export class ClientNames {
  constructor(private readonly keyring: Keyring) {}

  /** Display names of clients this person sees; a code instead where the role may not see names. */
  async display(clientIds: readonly string[]): Promise<Map<string, string>> {
    const ids = [...new Set(clientIds)];
    if (ids.length === 0) return new Map();
    if (!may('client.names')) return new Map(ids.map((id) => [id, clientCode(id)]));
    const { orgId } = currentActor();
    const rows = await db().query<SealedName>(
      'SELECT id, given_name, middle_name, family_name FROM client WHERE org_id = $1 AND id = ANY($2::uuid[])',
      [orgId, ids],
    );
    const opened = await this.open(rows);
    return new Map([...opened].map(([id, name]) => [id, name.full]));
  }

  /** Opens the names of rows that a query has already read. */
  async open(rows: readonly SealedName[]): Promise<Map<string, NameView>> {
    const { orgId } = currentActor();
    if (!may('client.names')) {
      return new Map(rows.map((row) => [row.id, hiddenName(row.id)]));
    }
    const keys = await this.keyring.clientKeys(
      orgId,
      rows.map((row) => row.id),
    );
    return new Map(
      rows.map((row) => {
        const key = keys.get(row.id);
        return [row.id, !key || key.erased ? ERASED : openName(key.box('client', row.id), row)];
      }),
    );
  }
}
