import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { currentActor, db, type SealedBox } from '@app/platform';
import { maskANumber } from '@app/rules';
import { hiddenName, openName } from './client-names';
import { ClientAlias, type Client } from './client.entity';
import type { AliasView, ClientView } from './client.view';
import { ClientsService } from './clients.service';
import { ContactsService } from './contacts.service';
import { LanguagesService } from './person/languages.service';

/** Puts together what this person's role may see of a client. */
@Injectable()
export class ClientReader {
  constructor(
    private readonly clients: ClientsService,
    private readonly contacts: ContactsService,
    private readonly languages: LanguagesService,
  ) {}

  async view(clientId: string): Promise<ClientView> {
    const client = await this.clients.requireAny(clientId);
    const box = (await this.clients.key(clientId)).box('client', clientId);
    const named = may('client.names');
    const detailed = may('client.contacts');
    const { aNumber, birth } = identityOf(box, client);
    const aliases = named ? await this.aliases(clientId) : [];
    const arrival = detailed ? box.open('arrival', client.arrival) : null;
    return {
      id: client.id,
      version: client.version,
      name: named ? openName(box, rowOf(client)) : hiddenName(client.id),
      nativeNames: aliases.filter((alias) => alias.kind === 'native_script').map((alias) => alias.name),
      aliases,
      aNumber: aNumber ? { masked: maskANumber(aNumber) } : null,
      birth,
      countryOfBirth: client.countryOfBirth,
      citizenship: client.citizenship,
      languages: client.languages,
      languageSkills: await this.languages.skills(clientId, client.languages),
      interpreterNeed: client.interpreterNeed,
      interpreterLanguage: client.interpreterLanguage,
      interpreterDialect: detailed ? box.open('interpreter_dialect', client.interpreterDialect) : null,
      literacy: client.literacy,
      arrival: arrival ? JSON.parse(arrival) : null,
      contacts: detailed ? await this.contacts.of(clientId) : [],
      can: {
        edit: may('client.edit') && !client.mergedInto,
        reveal: may('client.reveal') && aNumber !== null,
        seeContacts: detailed,
      },
      mergedInto: await visible(client.mergedInto),
      createdAt: client.createdAt.toISOString(),
      updatedAt: client.updatedAt.toISOString(),
    };
  }

  private async aliases(clientId: string): Promise<AliasView[]> {
    const key = await this.clients.key(clientId);
    const rows = await db().findAll(ClientAlias, { clientId }, { position: 'ASC' });
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      name: key.box('client_alias', row.id).open('name', row.name),
      usedFrom: row.usedFrom,
      usedUntil: row.usedUntil,
    }));
  }
}

/** The id of a record, for whoever sees it. */
async function visible(clientId: string | null): Promise<string | null> {
  if (!clientId) return null;
  const seen = await db().one<{ id: string }>('SELECT id FROM client WHERE org_id = $1 AND id = $2', [
    currentActor().orgId,
    clientId,
  ]);
  return seen?.id ?? null;
}

/** What tells one person from another, for roles that may know it. */
function identityOf(box: SealedBox, client: Client): { aNumber: string | null; birth: string | null } {
  if (!may('client.identifiers')) return { aNumber: null, birth: null };
  return { aNumber: box.open('a_number', client.aNumber), birth: box.open('birth', client.birth) };
}

function rowOf(client: Client) {
  return {
    id: client.id,
    given_name: client.givenName,
    middle_name: client.middleName,
    family_name: client.familyName,
  };
}
