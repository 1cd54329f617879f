import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import {
  badField,
  cannot,
  changed,
  currentActor,
  db,
  newId,
  notFound,
  officeToday,
  type ClientKey,
} from '@app/platform';
import { ClientsService } from '../clients.service';
import { consentCovers, consentState, type ConsentChannel, type ConsentScope } from './consent-state';
import type { ClientConsents, ConsentView, NewConsent } from './consent.dto';
import { Consent } from './consent.entity';
import { RelatedPerson } from './relative.entity';
import { openSealed, sealGiven } from './sealing';
import { TrustedContact } from './trusted-contact.entity';

const TEXTS = { documentReference: 'document_reference', note: 'note' } as const;

/** What is about to be told, to whom, how and when. */
export interface Telling {
  /** The client, the trusted contact, the relative or, for anybody else, the consent itself. */
  recipientId?: string | null;
  scope: ConsentScope;
  channel: ConsentChannel;
  /** YYYY-MM-DD */
  on: string;
}

type Named = Map<string, { name: string; withdrawn: boolean }>;

/** The consent register: who may be told what, by which channel, until when. Nothing in it is ever edited. */
@Injectable()
export class ConsentsService {
  constructor(private readonly clients: ClientsService) {}

  /** The whole register of a client as it stands on a day, latest first. @throws Problem 404 */
  async of(clientId: string, on?: string): Promise<ClientConsents> {
    await this.clients.require(clientId);
    const day = on ?? (await officeToday());
    const rows = await db().findAll(Consent, { clientId }, { createdAt: 'DESC', id: 'DESC' });
    return { on: day, items: await this.views(clientId, rows, day), can: { edit: may('person.edit') } };
  }

  /** One consent as it stands today. @throws Problem 404 */
  async one(clientId: string, id: string): Promise<ConsentView> {
    const [view] = await this.views(clientId, [await this.require(clientId, id)], await officeToday());
    return view;
  }

  /**
   * Whether a recipient may be told something by a channel on a day. Nobody in particular may be told nothing: without
   * a recipient the answer is no. A trusted contact or relative who was taken off the list may not be told either.
   */
  async allows(clientId: string, telling: Telling): Promise<boolean> {
    const { recipientId, scope, channel, on } = telling;
    if (!recipientId) return false;
    const rows = await db().findAll(Consent, { clientId });
    const theirs = rows.filter((row) => recipientOf(row) === recipientId);
    if (!theirs.some((row) => consentCovers(row, scope, channel, on))) return false;
    return !(await this.named(clientId)).get(recipientId)?.withdrawn;
  }

  /** Records a consent; one that it replaces is revoked at the same moment. */
  async give(clientId: string, input: NewConsent): Promise<string> {
    await this.clients.require(clientId);
    const recipient = await this.readRecipient(clientId, input);
    if (input.untilOn && input.untilOn < input.fromOn)
      throw badField('untilOn', 'before_begin', 'It cannot end before it begins.');
    const replaced = input.replacesId ? await this.require(clientId, input.replacesId) : null;
    if (replaced?.revokedOn) throw alreadyRevoked();
    const id = newId();
    const box = (await this.clients.key(clientId)).box('consent', id);
    await db().insert(Consent, {
      ...{ id, clientId, recipientKind: input.recipientKind, recordedBy: currentActor().userId },
      ...{ trustedContactId: recipient.trustedContactId, relatedPersonId: recipient.relatedPersonId },
      recipient: box.seal('recipient', recipient.name),
      ...{ scopes: input.scopes, channels: input.channels, fromOn: input.fromOn },
      ...{ untilOn: input.untilOn ?? null, givenHow: input.givenHow },
      givenLanguage: input.givenLanguage ?? null,
      ...sealGiven(box, TEXTS, input),
    });
    if (replaced) await this.close(replaced, replaced.version, { replacedBy: id });
    changed('consents');
    return id;
  }

  /** Revokes a consent from today on, for good. @throws Problem 412, or 422 when it is revoked already */
  async revoke(clientId: string, id: string, version: number, reason?: string | null): Promise<void> {
    const row = await this.require(clientId, id);
    if (row.revokedOn) throw alreadyRevoked();
    const box = (await this.clients.key(clientId)).box('consent', id);
    await this.close(row, version, { revokeReason: box.seal('revoke_reason', reason?.trim() || null) });
    changed('consents.revoked');
  }

  private async close(row: Consent, version: number, patch: Partial<Consent>): Promise<void> {
    await db().update(Consent, row, version, {
      ...{ revokedOn: await officeToday(), revokedBy: currentActor().userId, revokedAt: new Date() },
      ...patch,
    });
  }

  private async readRecipient(clientId: string, input: NewConsent) {
    const nobody = { trustedContactId: null, relatedPersonId: null, name: null };
    if (input.recipientKind === 'trusted_contact')
      return { ...nobody, trustedContactId: await listed(TrustedContact, clientId, input.recipientId) };
    if (input.recipientKind === 'relative')
      return { ...nobody, relatedPersonId: await listed(RelatedPerson, clientId, input.recipientId) };
    if (input.recipientKind === 'client') return nobody;
    const name = input.recipientName?.trim();
    if (!name) throw badField('recipientName', 'required', 'Say who may be told.');
    return { ...nobody, name };
  }

  private async require(clientId: string, id: string): Promise<Consent> {
    await this.clients.require(clientId);
    const row = await db().find(Consent, { id, clientId });
    if (!row) throw notFound();
    return row;
  }

  /** Names of the trusted contacts and relatives of a client, those taken off included. */
  private async named(clientId: string, key?: ClientKey): Promise<Named> {
    const usable = key ?? (await this.clients.key(clientId));
    const contacts = await db().findAll(TrustedContact, { clientId });
    const relatives = await db().findAll(RelatedPerson, { clientId });
    const entry = (table: string) => (row: TrustedContact | RelatedPerson) =>
      [
        row.id,
        { name: usable.box(table, row.id).open('name', row.name), withdrawn: row.withdrawnAt !== null },
      ] as const;
    return new Map([...contacts.map(entry('trusted_contact')), ...relatives.map(entry('related_person'))]);
  }

  private async views(clientId: string, rows: Consent[], on: string): Promise<ConsentView[]> {
    const key = await this.clients.key(clientId);
    const named = await this.named(clientId, key);
    const staff = await staffNames(rows.flatMap((row) => [row.recordedBy, row.revokedBy ?? []].flat()));
    const revoke = may('person.edit');
    return rows.map((row) => {
      const box = key.box('consent', row.id);
      const listed = row.trustedContactId ?? row.relatedPersonId;
      const name = listed ? named.get(listed)?.name : box.open('recipient', row.recipient);
      return {
        ...{ id: row.id, version: row.version, scopes: row.scopes, channels: row.channels },
        recipient: { kind: row.recipientKind, id: listed, name: name ?? '' },
        ...{ fromOn: row.fromOn, untilOn: row.untilOn, givenHow: row.givenHow },
        givenLanguage: row.givenLanguage,
        ...openSealed(box, TEXTS, row),
        state: consentState(row, on),
        recordedBy: staff.get(row.recordedBy) ?? null,
        recordedAt: row.createdAt.toISOString(),
        revoked: row.revokedOn
          ? {
              on: row.revokedOn,
              by: staff.get(row.revokedBy ?? '') ?? null,
              reason: box.open('revoke_reason', row.revokeReason),
              replacedBy: row.replacedBy,
            }
          : null,
        can: { revoke: revoke && row.revokedOn === null },
      };
    });
  }
}

const recipientOf = (row: Consent): string =>
  row.recipientKind === 'client' ? row.clientId : (row.trustedContactId ?? row.relatedPersonId ?? row.id);

/** The id of somebody on a list of this client. @throws Problem 422 */
async function listed(
  kind: typeof TrustedContact | typeof RelatedPerson,
  clientId: string,
  id: string | null | undefined,
): Promise<string> {
  const found = id ? await db().find<TrustedContact | RelatedPerson>(kind, { id, clientId }) : null;
  if (!found || found.withdrawnAt)
    throw badField('recipientId', 'unknown_recipient', 'Choose somebody from the list.');
  return found.id;
}

const alreadyRevoked = () => cannot('revoked_already', 'This consent is revoked already.');

/** Names of colleagues. */
async function staffNames(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db().query<{ id: string; name: string }>(
    'SELECT id, name FROM staff_user WHERE org_id = $1 AND id = ANY($2::uuid[])',
    [currentActor().orgId, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
