import { Injectable } from '@nestjs/common';
import { changed, currentActor, db, Keyring, newId, notFound } from '@app/platform';
import type { AddContact, EditContact } from './client.dto';
import { ContactPoint } from './client.entity';
import type { ContactView } from './client.view';

/** Ways to reach a client. Old values stay in the row history. */
@Injectable()
export class ContactsService {
  constructor(private readonly keyring: Keyring) {}

  /** All contact points of a client, opened, oldest first. */
  async of(clientId: string): Promise<ContactView[]> {
    const rows = await db().findAll(ContactPoint, { clientId }, { createdAt: 'ASC', id: 'ASC' });
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
      label: box.seal('label', input.label?.trim() || null),
      safeToContact: input.safeToContact,
    });
    changed('contacts');
    return id;
  }

  async edit(clientId: string, contactId: string, version: number, input: EditContact): Promise<void> {
    const row = await this.require(clientId, contactId);
    const box = await this.box(clientId, contactId);
    await db().update(ContactPoint, row, version, {
      ...(input.value === undefined ? {} : { value: box.seal('value', input.value.trim()) }),
      ...(input.label === undefined ? {} : { label: box.seal('label', input.label?.trim() || null) }),
      ...(input.safeToContact === undefined ? {} : { safeToContact: input.safeToContact }),
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
      label: box.open('label', row.label),
      safeToContact: row.safeToContact,
    };
  }
}
