import { Injectable } from '@nestjs/common';
import {
  badField,
  changed,
  conflict,
  currentActor,
  db,
  Keyring,
  newId,
  notFound,
  officeToday,
} from '@app/platform';
import type { AddContact, EditContact } from './client.dto';
import { ContactPoint } from './client.entity';
import type { ContactView, ContactWas, FormerContact } from './client.view';
import { givenOf, openSealed, sealGiven } from './person/sealing';

const TEXTS = { label: 'label', hours: 'hours', whoAnswers: 'who_answers' } as const;

interface OldContact {
  value: string;
  safe: boolean;
  confirmed_on: string | null;
  replaced_at: Date;
  changed_by: string | null;
}

/** Ways to reach a client. Old values stay in the row history. */
@Injectable()
export class ContactsService {
  constructor(private readonly keyring: Keyring) {}

  /** All contact points of a client, opened, oldest first. */
  async of(clientId: string): Promise<ContactView[]> {
    const rows = await db().findAll(
      ContactPoint,
      { clientId },
      {
        position: 'ASC',
        createdAt: 'ASC',
        id: 'ASC',
      },
    );
    return Promise.all(rows.map((row) => this.view(row)));
  }

  async add(clientId: string, input: AddContact): Promise<string> {
    const id = newId();
    const box = await this.box(clientId, id);
    await db().insert(ContactPoint, {
      id,
      clientId,
      kind: input.kind,
      value: box.seal('value', input.value.trim()),
      safeToContact: input.safeToContact,
      position: (await db().findAll(ContactPoint, { clientId })).length,
      ...sealGiven(box, TEXTS, input),
      ...(await readDetails(input)),
    });
    changed('contacts');
    return id;
  }

  async edit(clientId: string, contactId: string, version: number, input: EditContact): Promise<void> {
    const row = await this.require(clientId, contactId);
    const box = await this.box(clientId, contactId);
    await db().update(ContactPoint, row, version, {
      ...(input.value === undefined ? {} : { value: box.seal('value', input.value.trim()) }),
      ...(input.safeToContact === undefined ? {} : { safeToContact: input.safeToContact }),
      ...sealGiven(box, TEXTS, input),
      ...(await readDetails(input)),
    });
    changed(...Object.keys(input).map((field) => `contacts.${field}`));
  }

  async remove(clientId: string, contactId: string): Promise<void> {
    const row = await this.require(clientId, contactId);
    await db().remove(ContactPoint, { id: row.id });
    changed('contacts');
  }

  /** One contact point, opened. @throws Problem 404 */
  async one(clientId: string, contactId: string): Promise<ContactView> {
    return this.view(await this.require(clientId, contactId));
  }

  /** Puts them into the order in which to try them. @throws Problem 409 when they are not all of them */
  async order(clientId: string, ids: readonly string[]): Promise<void> {
    const rows = await db().findAll(ContactPoint, { clientId });
    const known = new Set(rows.map((row) => row.id));
    if (ids.length !== known.size || new Set(ids).size !== ids.length || !ids.every((id) => known.has(id)))
      throw conflict('contacts_changed', 'The contact points changed meanwhile. Read them again.');
    await db().query(
      `UPDATE contact_point c SET position = n.at, updated_at = now()
         FROM unnest($3::uuid[]) WITH ORDINALITY AS n(id, at)
        WHERE c.org_id = $1 AND c.client_id = $2 AND c.id = n.id`,
      [currentActor().orgId, clientId, ids],
    );
    changed('contacts.order');
  }

  /** What a contact point said before, latest first; what did not change its meaning is left out. @throws Problem 404 */
  async history(clientId: string, contactId: string): Promise<ContactWas[]> {
    const current = await this.require(clientId, contactId);
    const box = await this.box(clientId, contactId);
    const rows = await db().query<OldContact>(
      `SELECT h.was ->> 'value' AS value, (h.was ->> 'safe_to_contact')::boolean AS safe,
              h.was ->> 'confirmed_on' AS confirmed_on, h.replaced_at, u.name AS changed_by
         FROM row_history h LEFT JOIN staff_user u ON u.org_id = h.org_id AND u.id = h.replaced_by
        WHERE h.org_id = $1 AND h.table_name = 'contact_point' AND h.row_id = $2 AND h.client_id = $3
        ORDER BY h.replaced_at DESC, h.id DESC LIMIT 200`,
      [currentActor().orgId, contactId, clientId],
    );
    // A new order or other hours are no change of the number or of its safety.
    const said = (row: OldContact): string => [box.open('value', bytes(row.value)), row.safe].join();
    const now = [box.open('value', current.value), current.safeToContact].join();
    return rows
      .filter((row, at) => said(row) !== (at === 0 ? now : said(rows[at - 1])))
      .map((row) => ({
        value: box.open('value', bytes(row.value)),
        safeToContact: row.safe,
        confirmedOn: row.confirmed_on,
        until: row.replaced_at.toISOString(),
        changedBy: row.changed_by,
      }));
  }

  /** Contact points that were taken off, the last one first: a number may be somebody else's now, or a danger. */
  async former(clientId: string): Promise<FormerContact[]> {
    const { orgId } = currentActor();
    const rows = await db().query<OldContact & { row_id: string; kind: string }>(
      `SELECT * FROM (
         SELECT DISTINCT ON (h.row_id) h.row_id, h.was ->> 'kind' AS kind, h.was ->> 'value' AS value,
                (h.was ->> 'safe_to_contact')::boolean AS safe, h.replaced_at, u.name AS changed_by
           FROM row_history h LEFT JOIN staff_user u ON u.org_id = h.org_id AND u.id = h.replaced_by
          WHERE h.org_id = $1 AND h.table_name = 'contact_point' AND h.client_id = $2
            AND NOT EXISTS (SELECT 1 FROM contact_point c WHERE c.org_id = $1 AND c.id = h.row_id)
          ORDER BY h.row_id, h.replaced_at DESC, h.id DESC) x
        ORDER BY replaced_at DESC LIMIT 200`,
      [orgId, clientId],
    );
    const key = await this.keyring.clientKey(orgId, clientId);
    return rows.map((row) => ({
      kind: row.kind,
      value: key.box('contact_point', row.row_id).open('value', bytes(row.value)),
      safeToContact: row.safe,
      takenOffAt: row.replaced_at.toISOString(),
      takenOffBy: row.changed_by,
    }));
  }

  private async require(clientId: string, contactId: string): Promise<ContactPoint> {
    const row = await db().find(ContactPoint, { id: contactId, clientId });
    if (!row) throw notFound();
    return row;
  }

  private async box(clientId: string, id: string) {
    return (await this.keyring.clientKey(currentActor().orgId, clientId)).box('contact_point', id);
  }

  private async view(row: ContactPoint): Promise<ContactView> {
    const box = await this.box(row.clientId, row.id);
    return {
      id: row.id,
      version: row.version,
      kind: row.kind,
      value: box.open('value', row.value),
      safeToContact: row.safeToContact,
      ...openSealed(box, TEXTS, row),
      language: row.language,
      leaveMessage: row.leaveMessage,
      confirmedOn: row.confirmedOn,
    };
  }
}

/** The plain facts of a contact point. @throws Problem 422 when it was confirmed on a day to come */
async function readDetails(input: AddContact | EditContact): Promise<Partial<ContactPoint>> {
  if (input.confirmedOn && input.confirmedOn > (await officeToday()))
    throw badField('confirmedOn', 'in_future', 'This day is still to come.');
  return givenOf(input, ['language', 'leaveMessage', 'confirmedOn']);
}

/** Bytes as a history row has them. */
const bytes = (hex: string): Buffer => Buffer.from(hex.replace(/^\\x/, ''), 'hex');
