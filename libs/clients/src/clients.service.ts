import { Injectable } from '@nestjs/common';
import {
  about,
  blindIndexes,
  changed,
  conflict,
  currentActor,
  db,
  Keyring,
  newId,
  notFound,
  type ClientKey,
  type SealedBox,
} from '@app/platform';
import { ContactsService } from './contacts.service';
import type { AddContact, ClientAliasInput, ClientName, EditClient, NewClient } from './client.dto';
import { Client, ClientAlias } from './client.entity';
import { readANumber, readArrival, readPartialDate } from './client-facts';
import { openName, sealName } from './client-names';
import { aNumberIndex, ClientSearch } from './client-search';
import { NameChanges } from './name-changes';
import { normalise, sortBucket } from './names';

const DIRECT = ['countryOfBirth', 'citizenship', 'languages', 'interpreterLanguage'] as const;

/** Adds, opens and changes clients. */
@Injectable()
export class ClientsService {
  constructor(
    private readonly keyring: Keyring,
    private readonly search: ClientSearch,
    private readonly contacts: ContactsService,
    private readonly changes: NameChanges,
  ) {}

  /**
   * The client, when this person sees them; the request's audit entry is then about this client.
   * @throws Problem 404 otherwise; 409 for a record that was merged into another: work goes on there
   */
  async require(clientId: string): Promise<Client> {
    const client = await this.requireAny(clientId);
    if (client.mergedInto)
      throw conflict(
        'record_merged',
        'This record was merged into another one of the same person. Open that.',
      );
    return client;
  }

  /** As `require`, for what may also be asked of a record that was merged into another. @throws Problem 404 */
  async requireAny(clientId: string): Promise<Client> {
    const client = await db().find(Client, { id: clientId });
    if (!client) throw notFound();
    about(client.id);
    return client;
  }

  /** The key that opens what is sealed about a client. */
  async key(clientId: string): Promise<ClientKey> {
    return (await this.keyring.clientKey(currentActor().orgId, clientId)).requireUsable();
  }

  /** Adds a client; their key exists before their row does. The caller opens the first case in the same transaction. */
  async create(input: NewClient): Promise<string> {
    const { orgId, userId } = currentActor();
    const id = newId();
    const box = (await this.keyring.createClientKey(orgId, id)).box('client', id);
    const sealed = await this.sealFacts(box, input);
    await this.requireFreeNumber(id, input.aNumber);
    await db().insert(Client, {
      id,
      ...sealName(box, input.name),
      ...sealed,
      sortBucket: sortBucket(input.name.family),
      countryOfBirth: input.countryOfBirth ?? null,
      citizenship: input.citizenship ?? null,
      languages: input.languages ?? [],
      interpreterLanguage: input.interpreterLanguage ?? null,
      interpreterNeed: input.interpreterLanguage ? 'yes' : null,
      createdBy: userId,
    });
    await this.tellNumber(id, input.aNumber);
    about(id);
    return id;
  }

  /** Aliases, search tokens and contact points of a client just added; needs the client to be visible already. */
  async complete(clientId: string, input: NewClient): Promise<void> {
    await this.writeAliases(clientId, input.aliases ?? []);
    await this.search.remember(
      clientId,
      namesOf(input.name.given, input.name.middle ?? null, input.name.family, input.aliases ?? []),
    );
    for (const contact of input.contacts ?? []) await this.contacts.add(clientId, contact);
    changed(...Object.keys(input).filter((field) => field !== 'case'));
  }

  /** Changes what is given and leaves the rest; null clears. */
  async edit(clientId: string, version: number, input: EditClient): Promise<void> {
    const client = await this.require(clientId);
    const box = (await this.key(clientId)).box('client', clientId);
    const former = openName(box, rowOf(client)).full;
    const patch: Partial<Client> = await this.sealFacts(box, input);
    Object.assign(patch, plainFacts(input));
    if (input.name)
      Object.assign(patch, sealName(box, input.name), { sortBucket: sortBucket(input.name.family) });
    await this.requireFreeNumber(clientId, input.aNumber);
    await db().update(Client, client, version, patch);
    await this.tellNumber(clientId, input.aNumber);
    if (input.aliases !== undefined) await this.replaceAliases(clientId, input.aliases ?? []);
    if (input.name && input.keepFormerName) await this.keepFormerName(clientId, former, nameOf(input.name));
    if (input.name || input.aliases !== undefined) await this.rememberNames(clientId);
    changed(...Object.keys(input));
  }

  /**
   * Adds the names and the ways to reach a client that the record does not have yet; what is there stays as it is.
   * @throws Problem 404, 422
   */
  async alsoKnow(clientId: string, told: { names: string[]; contacts: AddContact[] }): Promise<void> {
    const known = new Set((await this.names(clientId)).map(normalise));
    const names = told.names.filter((name) => !known.has(normalise(name)));
    if (names.length > 0) {
      const after = (await db().findAll(ClientAlias, { clientId })).length;
      const aliases = names.map((name) => ({ name, kind: 'alias' as const }));
      await this.writeAliases(clientId, aliases, after);
      await this.rememberNames(clientId);
      changed('aliases');
    }
    const reached = new Set((await this.contacts.of(clientId)).map(({ value }) => bare(value)));
    for (const contact of told.contacts)
      if (!reached.has(bare(contact.value))) await this.contacts.add(clientId, contact);
  }

  /** The whole A-number in nine digits, or null. The audit entry of the reveal is written by the route. */
  async aNumber(clientId: string): Promise<string | null> {
    const client = await this.require(clientId);
    const box = (await this.key(clientId)).box('client', clientId);
    return box.open('a_number', client.aNumber);
  }

  /** All names of a client, the whole name first. */
  async names(clientId: string): Promise<string[]> {
    const client = await this.require(clientId);
    const key = await this.key(clientId);
    const name = openName(key.box('client', clientId), rowOf(client));
    const aliases = await db().findAll(ClientAlias, { clientId });
    const spellings = aliases.map((alias) => ({
      name: key.box('client_alias', alias.id).open('name', alias.name),
    }));
    return namesOf(name.given, name.middle, name.family, spellings);
  }

  /**
   * Two of the clients a person sees cannot have one A-number. Of a client they do not see they are told nothing: that
   * pair is for somebody who sees both. Whoever enters the same number at the same moment waits here.
   * @throws Problem 409
   */
  private async requireFreeNumber(clientId: string, text: string | null | undefined): Promise<void> {
    const digits = readANumber(text);
    if (!digits) return;
    const { orgId } = currentActor();
    const index = aNumberIndex(await this.keyring.orgKey(orgId), digits);
    await takeTurns(index);
    const holders = (await this.search.byANumber(digits)).filter((id) => id !== clientId);
    if (holders.length > 0)
      throw conflict('a_number_taken', 'Another client of your organisation already has this A-number.', [
        { path: 'aNumber', code: 'taken', message: 'Another client already has this A-number.' },
      ]);
  }

  /** Has an A-number looked up among all clients: those who see both are told of another who has it. @throws Problem 422 */
  async tellNumber(clientId: string, text: string | null | undefined): Promise<void> {
    const digits = readANumber(text);
    if (!digits) return;
    const key = await this.keyring.orgKey(currentActor().orgId);
    // The later of two who enter one number at the same moment looks after the earlier is written.
    await takeTurns(aNumberIndex(key, digits));
    const indexes = blindIndexes(key, 'a_number', digits);
    await this.changes.tellNumber({ clientId, indexes });
  }

  private async sealFacts(box: SealedBox, input: EditClient | NewClient): Promise<Partial<Client>> {
    const patch: Partial<Client> = {};
    const digits = readANumber(input.aNumber);
    if (digits !== undefined) {
      patch.aNumber = box.seal('a_number', digits);
      patch.aNumberIndex =
        digits === null ? null : aNumberIndex(await this.keyring.orgKey(currentActor().orgId), digits);
    }
    const birth = readPartialDate('birth', input.birth);
    if (birth !== undefined) patch.birth = box.seal('birth', birth);
    const arrival = readArrival(input.arrival);
    if (arrival !== undefined) patch.arrival = box.seal('arrival', arrival);
    return patch;
  }

  private async writeAliases(clientId: string, aliases: ClientAliasInput[], after = 0): Promise<void> {
    const key = await this.key(clientId);
    await db().insertAll(
      ClientAlias,
      aliases.map((alias, at) => {
        const id = newId();
        return {
          id,
          clientId,
          kind: alias.kind,
          usedFrom: alias.usedFrom ?? null,
          usedUntil: alias.usedUntil ?? null,
          position: after + at,
          name: key.box('client_alias', id).seal('name', alias.name.trim()),
        };
      }),
    );
  }

  /** Who was known under another name stays known under it: in the search, and to conflict checks. */
  private async keepFormerName(clientId: string, former: string, present: string): Promise<void> {
    const key = await this.key(clientId);
    const aliases = await db().findAll(ClientAlias, { clientId });
    const known = aliases.map((alias) => key.box('client_alias', alias.id).open('name', alias.name));
    if (former === present || known.includes(former)) return;
    await this.writeAliases(clientId, [{ name: former, kind: 'alias' }], aliases.length);
  }

  private async replaceAliases(clientId: string, aliases: ClientAliasInput[]): Promise<void> {
    await db().remove(ClientAlias, { clientId });
    await this.writeAliases(clientId, aliases);
  }

  private async rememberNames(clientId: string): Promise<void> {
    await this.search.remember(clientId, await this.names(clientId));
  }
}

/** A way to reach somebody without how it is written. */
const bare = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}@]/gu, '');

/** What is stored as it is given; whoever names a language for an interpreter says that one is needed. */
function plainFacts(input: EditClient): Partial<Client> {
  const facts: Partial<Client> = {};
  for (const field of DIRECT)
    if (input[field] !== undefined)
      Object.assign(facts, { [field]: input[field] ?? (field === 'languages' ? [] : null) });
  if (input.interpreterLanguage) facts.interpreterNeed = 'yes';
  return facts;
}

const rowOf = (client: Client) => ({
  id: client.id,
  given_name: client.givenName,
  middle_name: client.middleName,
  family_name: client.familyName,
});

const nameOf = ({ given, middle, family }: ClientName): string =>
  [given, middle, family]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(' ');

function namesOf(
  given: string,
  middle: string | null,
  family: string,
  aliases: { name: string }[] = [],
): string[] {
  return [[given, middle, family].filter(Boolean).join(' '), ...aliases.map((alias) => alias.name)];
}

/** Waits until nobody else of the organisation is entering this number. */
async function takeTurns(index: Buffer): Promise<void> {
  await db().query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `number ${index.toString('hex')} of ${currentActor().orgId}`,
  ]);
}
