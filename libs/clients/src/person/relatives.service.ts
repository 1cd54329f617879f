import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import {
  badField,
  changed,
  currentActor,
  db,
  newId,
  notFound,
  officeToday,
  readPastDate,
  type ClientKey,
} from '@app/platform';
import { possibleQualifying, type FamilyStatus, type Relationship } from '@app/rules';
import { ClientNames } from '../client-names';
import { ClientsService } from '../clients.service';
import { NameChanges } from '../name-changes';
import type { ClientFamily, EditRelative, NewRelative, RelativeView } from './relative.dto';
import { RelatedPerson } from './relative.entity';
import { givenOf, openSealed, sealGiven } from './sealing';

const TEXTS = { birth: 'birth', hardship: 'hardship', note: 'note' } as const;
const PLAIN = ['relationship', 'status', 'inHousehold', 'linkedClientId'] as const;

/** Family and household, with the reliefs for which a relative may count. */
@Injectable()
export class RelativesService {
  constructor(
    private readonly clients: ClientsService,
    private readonly names: ClientNames,
    private readonly changes: NameChanges,
  ) {}

  /** All relatives of a client, in the order they were entered. @throws Problem 404 */
  async of(clientId: string): Promise<ClientFamily> {
    await this.clients.require(clientId);
    const rows = await db().findAll(RelatedPerson, { clientId }, { createdAt: 'ASC', id: 'ASC' });
    const present = rows.filter((row) => row.withdrawnAt === null);
    return { items: await this.views(clientId, present), can: { edit: may('person.edit') } };
  }

  /** One relative. @throws Problem 404 */
  async one(clientId: string, id: string): Promise<RelativeView> {
    const [view] = await this.views(clientId, [await this.require(clientId, id)]);
    return view;
  }

  async add(clientId: string, input: NewRelative): Promise<string> {
    await this.clients.require(clientId);
    const id = newId();
    const key = await this.clients.key(clientId);
    await db().insert(RelatedPerson, {
      id,
      clientId,
      name: key.box('related_person', id).seal('name', input.name.trim()),
      ...(await this.read(clientId, id, key, input)),
    });
    await this.tell(clientId, id, [input.name]);
    changed('family');
    return id;
  }

  async edit(clientId: string, id: string, version: number, input: EditRelative): Promise<void> {
    const row = await this.require(clientId, id);
    const key = await this.clients.key(clientId);
    const name =
      input.name === undefined ? {} : { name: key.box('related_person', id).seal('name', input.name.trim()) };
    await db().update(RelatedPerson, row, version, {
      ...name,
      ...(await this.read(clientId, id, key, input)),
    });
    if (input.name !== undefined) await this.tell(clientId, id, [input.name]);
    changed(...Object.keys(input).map((field) => `family.${field}`));
  }

  /** Takes a relative off the list; consents that name them stay in the register. */
  async withdraw(clientId: string, id: string): Promise<void> {
    const row = await this.require(clientId, id);
    await db().update(RelatedPerson, row, row.version, { withdrawnAt: new Date() });
    await this.tell(clientId, id, []);
    changed('family');
  }

  /** The conflict check looks every relative up, and forgets one who is taken off. */
  private tell(clientId: string, sourceId: string, names: string[]): Promise<void> {
    return this.changes.tell({
      clientId,
      kind: 'family_member',
      sourceId,
      names: names.map((name) => name.trim()),
    });
  }

  private async read(
    clientId: string,
    id: string,
    key: ClientKey,
    input: NewRelative | EditRelative,
  ): Promise<Partial<RelatedPerson>> {
    readPastDate('birth', input.birth, await officeToday());
    if (input.linkedClientId) await this.requireOther(clientId, input.linkedClientId);
    return { ...givenOf(input, PLAIN), ...sealGiven(key.box('related_person', id), TEXTS, input) };
  }

  /** A client out of sight is refused in the words of one that does not exist. */
  private async requireOther(clientId: string, linkedId: string): Promise<void> {
    if (linkedId === clientId) throw badField('linkedClientId', 'same_client', 'This is the client.');
    if (!(await visible([linkedId])).has(linkedId))
      throw badField('linkedClientId', 'unknown_client', 'There is no such client that you can see.');
  }

  private async require(clientId: string, id: string): Promise<RelatedPerson> {
    await this.clients.require(clientId);
    const row = await db().find(RelatedPerson, { id, clientId });
    if (!row || row.withdrawnAt) throw notFound();
    return row;
  }

  private async views(clientId: string, rows: RelatedPerson[]): Promise<RelativeView[]> {
    const key = await this.clients.key(clientId);
    const today = await officeToday();
    const seen = await visible(rows.flatMap((row) => row.linkedClientId ?? []));
    const names = await this.names.display([...seen]);
    return rows.map((row) => {
      const box = key.box('related_person', row.id);
      const texts = openSealed(box, TEXTS, row);
      const { relationship, status } = row as { relationship: Relationship; status: FamilyStatus };
      const linked = row.linkedClientId;
      return {
        ...{ id: row.id, version: row.version, name: box.open('name', row.name), ...texts },
        ...{ relationship, status, inHousehold: row.inHousehold },
        client: linked && seen.has(linked) ? { id: linked, name: names.get(linked) ?? '' } : null,
        qualifying: possibleQualifying({ relationship, status, birth: texts.birth }, today),
      };
    });
  }
}

/** Of these clients, the ones this person sees. */
async function visible(ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db().query<{ id: string }>(
    'SELECT id FROM client WHERE org_id = $1 AND id = ANY($2::uuid[])',
    [currentActor().orgId, ids],
  );
  return new Set(rows.map((row) => row.id));
}
