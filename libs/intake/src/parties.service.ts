import { Injectable } from '@nestjs/common';
import { ClientsService, type NamesChanged } from '@app/clients';
import { changed, currentActor, db, Keyring, newId, notFound } from '@app/platform';
import { IsNull } from 'typeorm';
import { ConflictChecks, type Cause } from './conflict-checks.service';
import type { AddOfficeParty, AddParty } from './conflict.dto';
import { ConflictParty, OfficeParty } from './conflict.entity';
import { ConflictSearch } from './conflict-search';
import type { OfficePartyView, PartyView } from './conflict.view';

/** The people around clients and the office, each looked up against everybody when added. */
@Injectable()
export class Parties {
  constructor(
    private readonly clients: ClientsService,
    private readonly keyring: Keyring,
    private readonly search: ConflictSearch,
    private readonly checks: ConflictChecks,
  ) {}

  /** The parties of a client, oldest first. */
  async of(clientId: string): Promise<PartyView[]> {
    const key = await this.clients.key(clientId);
    const rows = await db().findAll(
      ConflictParty,
      { clientId, endedAt: IsNull() },
      { createdAt: 'ASC', id: 'ASC' },
    );
    return rows.map((row) => {
      const box = key.box('conflict_party', row.id);
      return {
        id: row.id,
        kind: row.kind,
        name: box.open('name', row.name),
        note: box.open('note', row.note),
        entered: row.sourceId === null,
        createdAt: row.createdAt.toISOString(),
      };
    });
  }

  /** Adds a party of a client and looks it up. */
  async add(clientId: string, input: AddParty): Promise<void> {
    await this.clients.require(clientId);
    const id = await this.write(clientId, input.kind, input.name.trim(), input.note?.trim() || null, null);
    await this.look(clientId, id, input.kind, [input.name], 'new_party');
    changed('parties');
  }

  /** Takes a party off: it is found no more, and what was decided about it stays. @throws Problem 404 */
  async remove(clientId: string, partyId: string): Promise<void> {
    await this.clients.require(clientId);
    const row = await db().find(ConflictParty, { id: partyId, clientId, endedAt: IsNull() });
    if (!row || row.sourceId !== null) throw notFound();
    await this.end([row]);
    changed('parties');
  }

  /** Follows the names that other libraries keep: the client's own, a family member's, a trusted contact's. */
  async follow(change: NamesChanged): Promise<void> {
    const { clientId, kind, sourceId, names } = change;
    if (kind === 'client') {
      const subject = { source: 'client', id: clientId, clientId, role: 'client' } as const;
      return this.checks.run(subject, names, 'new_name');
    }
    if (sourceId)
      await this.end(await db().findAll(ConflictParty, { clientId, sourceId, endedAt: IsNull() }));
    for (const name of names) {
      const id = await this.write(clientId, kind, name, null, sourceId);
      await this.look(clientId, id, kind, [name], 'new_party');
    }
  }

  /** Looks a client up again, and every party of the client. */
  async lookAgain(clientId: string, names: string[]): Promise<void> {
    const subject = { source: 'client', id: clientId, clientId, role: 'client' } as const;
    await this.checks.run(subject, names, 'by_hand');
    for (const party of await this.of(clientId)) {
      await this.checks.find({ source: 'party', id: party.id, clientId, role: party.kind }, [party.name]);
    }
  }

  /** Parties of the office itself. */
  async ofOffice(): Promise<OfficePartyView[]> {
    const rows = await db().findAll(OfficeParty, { endedAt: IsNull() }, { createdAt: 'DESC', id: 'DESC' });
    const shown = rows.slice(0, 500);
    const keys = await this.keyring.clientKeys(
      currentActor().orgId,
      shown.map((row) => row.id),
    );
    return shown.map((row) => {
      const box = keys.get(row.id)!.box('office_party', row.id);
      return {
        id: row.id,
        kind: row.kind,
        name: box.open('name', row.name),
        note: box.open('note', row.note),
        createdAt: row.createdAt.toISOString(),
      };
    });
  }

  /** Adds a party of the office and looks it up. */
  async addToOffice(input: AddOfficeParty): Promise<OfficePartyView> {
    const { orgId, userId } = currentActor();
    const id = newId();
    const box = (await this.keyring.createClientKey(orgId, id)).box('office_party', id);
    await db().insert(OfficeParty, {
      id,
      kind: input.kind,
      name: box.seal('name', input.name.trim()),
      note: box.seal('note', input.note?.trim() || null),
      createdBy: userId,
    });
    await this.rememberOfficeName('office_party', id, [input.name]);
    const subject = { source: 'office_party', id, clientId: null, role: input.kind } as const;
    await this.checks.run(subject, [input.name], 'new_party');
    return (await this.ofOffice()).find((row) => row.id === id)!;
  }

  /** @throws Problem 404 */
  async removeFromOffice(partyId: string): Promise<void> {
    const ended = await db().query(
      'UPDATE office_party SET ended_at = now() WHERE org_id = $1 AND id = $2 AND ended_at IS NULL RETURNING id',
      [currentActor().orgId, partyId],
    );
    if (ended.length === 0) throw notFound();
    await this.forgetOfficeName(partyId);
  }

  /** Stores the keyed parts of the name of a client's party, in place of earlier ones. */
  async rememberPartyName(clientId: string, partyId: string, names: string[]): Promise<void> {
    const { orgId } = currentActor();
    await db().query('DELETE FROM conflict_party_token WHERE org_id = $1 AND party_id = $2', [
      orgId,
      partyId,
    ]);
    await db().query(
      `INSERT INTO conflict_party_token (org_id, client_id, party_id, token)
       SELECT DISTINCT $1::uuid, $2::uuid, $3::uuid, t FROM unnest($4::bytea[]) AS x(t)`,
      [orgId, clientId, partyId, await this.search.tokens(names)],
    );
  }

  /** Stores the keyed parts of a name of the office itself, in place of earlier ones. */
  async rememberOfficeName(
    owner: 'office_party' | 'referral',
    ownerId: string,
    names: string[],
  ): Promise<void> {
    await this.forgetOfficeName(ownerId);
    await db().query(
      `INSERT INTO office_name_token (org_id, owner_id, owner, token)
       SELECT DISTINCT $1::uuid, $2::uuid, $3, t FROM unnest($4::bytea[]) AS x(t)`,
      [currentActor().orgId, ownerId, owner, await this.search.tokens(names)],
    );
  }

  /** Removes them. */
  async forgetOfficeName(ownerId: string): Promise<void> {
    await db().query('DELETE FROM office_name_token WHERE org_id = $1 AND owner_id = $2', [
      currentActor().orgId,
      ownerId,
    ]);
  }

  private async end(parties: ConflictParty[]): Promise<void> {
    const { orgId } = currentActor();
    const values = [orgId, parties.map((party) => party.id)];
    await db().query('DELETE FROM conflict_party_token WHERE org_id = $1 AND party_id = ANY ($2)', values);
    await db().query(
      'UPDATE conflict_party SET ended_at = now() WHERE org_id = $1 AND id = ANY ($2)',
      values,
    );
  }

  private async write(
    clientId: string,
    kind: string,
    name: string,
    note: string | null,
    sourceId: string | null,
  ): Promise<string> {
    const { userId } = currentActor();
    const id = newId();
    const box = (await this.clients.key(clientId)).box('conflict_party', id);
    await db().insert(ConflictParty, {
      id,
      clientId,
      kind,
      sourceId,
      name: box.seal('name', name),
      note: box.seal('note', note),
      createdBy: userId,
    });
    await this.rememberPartyName(clientId, id, [name]);
    return id;
  }

  private async look(
    clientId: string,
    id: string,
    role: string,
    names: string[],
    cause: Cause,
  ): Promise<void> {
    await this.checks.run({ source: 'party', id, clientId, role }, names, cause);
  }
}
