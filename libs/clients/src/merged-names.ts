import { Injectable } from '@nestjs/common';
import { currentActor, db, Keyring, newId } from '@app/platform';
import { aNumberIndex } from './client-search';
import { ClientTokens } from './client-tokens';
import { openName } from './client-names';
import { Client, ClientAlias } from './client.entity';
import { ClientIdentifier } from './person/identifier.entity';

/** A row that was written so that a person is found under the names and numbers of a record that was merged. */
export interface AddedName {
  table: 'client_alias' | 'client_identifier';
  id: string;
}

/** Lets one record answer to the names and numbers of two. */
@Injectable()
export class MergedNames {
  constructor(
    private readonly keyring: Keyring,
    private readonly tokens: ClientTokens,
  ) {}

  /**
   * The name of the merged record becomes another name of the one that stays, and its A-number another number; its
   * aliases and identifiers have moved already. Returns what was added, so that an undoing takes exactly this off.
   */
  async absorb(survivorId: string, mergedId: string): Promise<AddedName[]> {
    const [survivor, merged] = [await this.whoIs(survivorId), await this.whoIs(mergedId)];
    const key = await this.keyring.clientKey(currentActor().orgId, survivorId);
    const added: AddedName[] = [];
    const aliases = await db().findAll(ClientAlias, { clientId: survivorId });
    const known = aliases.map((alias) => key.box('client_alias', alias.id).open('name', alias.name));
    if (![survivor.name, ...known].includes(merged.name)) {
      const id = newId();
      const name = key.box('client_alias', id).seal('name', merged.name);
      const position = Math.min(aliases.length, 32_000);
      await db().insert(ClientAlias, { id, clientId: survivorId, kind: 'alias', position, name });
      added.push({ table: 'client_alias', id });
    }
    if (merged.aNumber && merged.aNumber !== survivor.aNumber) {
      const id = newId();
      await db().insert(ClientIdentifier, {
        id,
        clientId: survivorId,
        kind: 'a_number',
        value: key.box('client_identifier', id).seal('value', merged.aNumber),
        valueIndex: aNumberIndex(await this.keyring.orgKey(currentActor().orgId), merged.aNumber),
      });
      added.push({ table: 'client_identifier', id });
    }
    return added;
  }

  /** Takes off what `absorb` added, as far as it is still there. */
  async release(added: readonly AddedName[]): Promise<void> {
    for (const { table, id } of added) {
      if (table === 'client_alias') await db().remove(ClientAlias, { id });
      else await db().remove(ClientIdentifier, { id });
    }
  }

  /** Makes the search tokens of a record anew; a merged one has none, until it `stands` on its own again. */
  async index(clientId: string, stands = false): Promise<void> {
    await this.tokens.rebuild(clientId, stands);
  }

  private async whoIs(clientId: string): Promise<{ name: string; aNumber: string | null }> {
    const client = (await db().find(Client, { id: clientId }))!;
    const box = (await this.keyring.clientKey(currentActor().orgId, clientId)).box('client', clientId);
    const row = {
      id: clientId,
      given_name: client.givenName,
      middle_name: client.middleName,
      family_name: client.familyName,
    };
    return { name: openName(box, row).full, aNumber: box.open('a_number', client.aNumber) };
  }
}
