import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  currentActor,
  db,
  KeyedTokens,
  Keyring,
  type ClientKey,
  type OrgKey,
  type TokenKeeper,
} from '@app/platform';
import { Client, ClientAlias } from './client.entity';
import { openName } from './client-names';
import { aNumberIndex, ClientSearch } from './client-search';
import { identifierIndex } from './person/identifier-index';
import { ClientIdentifier } from './person/identifier.entity';

/** Makes a client's search tokens anew when the organisation gets a new key. */
@Injectable()
export class ClientTokens implements OnModuleInit, TokenKeeper {
  readonly columns = ['client_token.token', 'client.a_number_index', 'client_identifier.value_index'];

  constructor(
    private readonly keyring: Keyring,
    private readonly search: ClientSearch,
    private readonly tokens: KeyedTokens,
  ) {}

  onModuleInit(): void {
    this.tokens.register(this);
  }

  /** A record that was merged is found under the one it was merged into, unless it `stands` on its own again. */
  async rebuild(clientId: string, stands = false): Promise<void> {
    const { orgId } = currentActor();
    // Whoever changes the name now waits, or made us wait: the tokens are those of the name that stays.
    await db().query('SELECT 1 FROM client WHERE org_id = $1 AND id = $2 FOR UPDATE', [orgId, clientId]);
    const client = await db().find(Client, { id: clientId });
    const key = await this.keyring.clientKey(orgId, clientId);
    if (!client || key.erased) return;
    const box = key.box('client', clientId);
    const { full } = openName(box, {
      id: clientId,
      given_name: client.givenName,
      middle_name: client.middleName,
      family_name: client.familyName,
    });
    const aliases = await db().findAll(ClientAlias, { clientId });
    const names = aliases.map((alias) => key.box('client_alias', alias.id).open('name', alias.name));
    await this.search.index(clientId, client.mergedInto && !stands ? [] : [full, ...names]);
    const orgKey = await this.keyring.orgKey(orgId);
    const digits = box.open('a_number', client.aNumber);
    if (digits)
      await db().query('UPDATE client SET a_number_index = $3 WHERE org_id = $1 AND id = $2', [
        orgId,
        clientId,
        aNumberIndex(orgKey, digits),
      ]);
    await this.identifiers(clientId, key, orgKey);
  }

  private async identifiers(clientId: string, key: ClientKey, orgKey: OrgKey): Promise<void> {
    for (const row of await db().findAll(ClientIdentifier, { clientId })) {
      if (!row.valueIndex) continue;
      const value = key.box('client_identifier', row.id).open('value', row.value);
      const index = row.kind === 'a_number' ? aNumberIndex(orgKey, value) : identifierIndex(orgKey, value);
      await db().query('UPDATE client_identifier SET value_index = $3 WHERE org_id = $1 AND id = $2', [
        currentActor().orgId,
        row.id,
        index,
      ]);
    }
  }
}
