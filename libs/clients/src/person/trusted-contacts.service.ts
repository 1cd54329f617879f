import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import {
  badField,
  changed,
  conflict,
  currentActor,
  db,
  newId,
  notFound,
  officeToday,
  type ClientKey,
} from '@app/platform';
import { ClientsService } from '../clients.service';
import { NameChanges } from '../name-changes';
import { consentState } from './consent-state';
import { Consent } from './consent.entity';
import { givenOf, openSealed, sealGiven } from './sealing';
import type {
  EditTrustedContact,
  NewTrustedContact,
  TrustedContacts,
  TrustedContactView,
  TrustedPhone,
} from './trusted-contact.dto';
import { TrustedContact, TrustedContactPhone } from './trusted-contact.entity';

const TEXTS = { relationship: 'relationship', note: 'note' } as const;

/** The pod: who is called, in which order, for what, and what each may be told. */
@Injectable()
export class TrustedContactsService {
  constructor(
    private readonly clients: ClientsService,
    private readonly changes: NameChanges,
  ) {}

  /** All of a client in the order in which to call them. @throws Problem 404 */
  async of(clientId: string): Promise<TrustedContacts> {
    await this.clients.require(clientId);
    const rows = await this.present(clientId);
    return { items: await this.views(clientId, rows), can: { edit: may('person.edit') } };
  }

  /** One trusted contact. @throws Problem 404 */
  async one(clientId: string, id: string): Promise<TrustedContactView> {
    const found = (await this.of(clientId)).items.find((item) => item.id === id);
    if (!found) throw notFound();
    return found;
  }

  async add(clientId: string, input: NewTrustedContact): Promise<string> {
    await this.clients.require(clientId);
    const id = newId();
    const key = await this.clients.key(clientId);
    const box = key.box('trusted_contact', id);
    await db().insert(TrustedContact, {
      ...{ id, clientId, role: input.role, callOrder: (await this.present(clientId)).length + 1 },
      name: box.seal('name', input.name.trim()),
      ...(await readPlain(input)),
      ...sealGiven(box, TEXTS, input),
    });
    await this.writePhones(clientId, id, key, input.phones ?? []);
    await this.tell(clientId, id, [input.name]);
    changed('trustedContacts');
    return id;
  }

  async edit(clientId: string, id: string, version: number, input: EditTrustedContact): Promise<void> {
    const row = await this.require(clientId, id);
    const key = await this.clients.key(clientId);
    const box = key.box('trusted_contact', id);
    await db().update(TrustedContact, row, version, {
      ...(input.name === undefined ? {} : { name: box.seal('name', input.name.trim()) }),
      ...givenOf(input, ['role']),
      ...(await readPlain(input)),
      ...sealGiven(box, TEXTS, input),
    });
    if (input.phones !== undefined) {
      await db().remove(TrustedContactPhone, { clientId, trustedContactId: id });
      await this.writePhones(clientId, id, key, input.phones ?? []);
    }
    if (input.name !== undefined) await this.tell(clientId, id, [input.name]);
    changed(...Object.keys(input).map((field) => `trustedContacts.${field}`));
  }

  /** Takes somebody out of the pod; consents that name them stay in the register and no longer hold. */
  async withdraw(clientId: string, id: string): Promise<void> {
    const row = await this.require(clientId, id);
    await db().update(TrustedContact, row, row.version, { withdrawnAt: new Date() });
    await this.write(
      clientId,
      (await this.present(clientId)).map((each) => each.id),
    );
    await this.tell(clientId, id, []);
    changed('trustedContacts');
  }

  /** Puts them into the order in which to call them. @throws Problem 409 when they are not all of them */
  async order(clientId: string, ids: readonly string[]): Promise<void> {
    await this.clients.require(clientId);
    const known = new Set((await this.present(clientId)).map((row) => row.id));
    if (ids.length !== known.size || new Set(ids).size !== ids.length || !ids.every((id) => known.has(id)))
      throw conflict('pod_changed', 'The trusted contacts changed meanwhile. Read them again.');
    await this.write(clientId, ids);
    changed('trustedContacts.order');
  }

  /** The conflict check looks everybody of the pod up, and forgets who is taken out of it. */
  private tell(clientId: string, sourceId: string, names: string[]): Promise<void> {
    return this.changes.tell({
      clientId,
      kind: 'related_person',
      sourceId,
      names: names.map((name) => name.trim()),
    });
  }

  private async write(clientId: string, ids: readonly string[]): Promise<void> {
    await db().query(
      `UPDATE trusted_contact c SET call_order = n.at, updated_at = now()
         FROM unnest($3::uuid[]) WITH ORDINALITY AS n(id, at)
        WHERE c.org_id = $1 AND c.client_id = $2 AND c.id = n.id`,
      [currentActor().orgId, clientId, ids],
    );
  }

  private async present(clientId: string): Promise<TrustedContact[]> {
    const order = { callOrder: 'ASC', createdAt: 'ASC', id: 'ASC' } as const;
    const rows = await db().findAll(TrustedContact, { clientId }, order);
    return rows.filter((row) => row.withdrawnAt === null);
  }

  private async require(clientId: string, id: string): Promise<TrustedContact> {
    await this.clients.require(clientId);
    const row = await db().find(TrustedContact, { id, clientId });
    if (!row || row.withdrawnAt) throw notFound();
    return row;
  }

  private async writePhones(
    clientId: string,
    trustedContactId: string,
    key: ClientKey,
    phones: readonly TrustedPhone[],
  ): Promise<void> {
    await db().insertAll(
      TrustedContactPhone,
      phones.map((phone, position) => {
        const id = newId();
        const box = key.box('trusted_contact_phone', id);
        return {
          ...{ id, clientId, trustedContactId, position, safe: phone.safe },
          value: box.seal('value', phone.value.trim()),
          label: box.seal('label', phone.label?.trim() || null),
        };
      }),
    );
  }

  private async views(clientId: string, rows: TrustedContact[]): Promise<TrustedContactView[]> {
    const key = await this.clients.key(clientId);
    const today = await officeToday();
    const phones = await db().findAll(TrustedContactPhone, { clientId }, { position: 'ASC' });
    const consents = (await db().findAll(Consent, { clientId }, { createdAt: 'ASC' })).filter(
      (consent) => consentState(consent, today) === 'in_force',
    );
    return rows.map((row, at) => {
      const box = key.box('trusted_contact', row.id);
      return {
        ...{ id: row.id, version: row.version, callOrder: at + 1, name: box.open('name', row.name) },
        ...openSealed(box, TEXTS, row),
        ...{ role: row.role, language: row.language, agreedOn: row.agreedOn },
        phones: phones
          .filter((phone) => phone.trustedContactId === row.id)
          .map((phone) => opened(key, phone)),
        mayKnow: consents
          .filter((consent) => consent.trustedContactId === row.id)
          .map(({ id, scopes, channels, untilOn }) => ({ consentId: id, scopes, channels, untilOn })),
      };
    });
  }
}

function opened(key: ClientKey, phone: TrustedContactPhone) {
  const box = key.box('trusted_contact_phone', phone.id);
  return { value: box.open('value', phone.value), label: box.open('label', phone.label), safe: phone.safe };
}

async function readPlain(input: NewTrustedContact | EditTrustedContact): Promise<Partial<TrustedContact>> {
  if (input.agreedOn && input.agreedOn > (await officeToday()))
    throw badField('agreedOn', 'in_future', 'This day is still to come.');
  return givenOf(input, ['language', 'agreedOn']);
}
