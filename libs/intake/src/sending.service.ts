import { Injectable } from '@nestjs/common';
import { requireMay, usePermission } from '@app/access';
import { ClientReader, ClientsService } from '@app/clients';
import {
  badField,
  changed,
  currentActor,
  currentScope,
  db,
  newId,
  newScope,
  officeToday,
  runInScope,
  systemActor,
  UnitOfWork,
} from '@app/platform';
import { nextDates } from './next-dates.queries';
import type { SendingField, SendReferral } from './referral.dto';
import { SentReferral } from './referral.entity';
import { ReferralStore, type ArrivingReferral } from './referral-store';
import type { PartnerView, SentReferralList } from './referral.view';

/**
 * Sends a client to another organisation of the installation. The other organisation's transaction is opened by the
 * system for one thing only: to write one referral made of the values that the client agreed to. Nothing is read there,
 * and the sender's connection is given back before, so that the two are never one transaction.
 */
@Injectable()
export class Sending {
  constructor(
    private readonly clients: ClientsService,
    private readonly reader: ClientReader,
    private readonly store: ReferralStore,
    private readonly work: UnitOfWork,
  ) {}

  /** Other organisations that take referrals. */
  async partners(): Promise<PartnerView[]> {
    const rows = await db().query<{ org_id: string; name: string }>('SELECT * FROM sec.intake_partners()');
    return rows.map((row) => ({ id: row.org_id, name: row.name }));
  }

  /** Who was sent where, and whether they were taken on; nothing else comes back. @throws Problem 404 */
  async of(clientId: string): Promise<SentReferralList> {
    await this.clients.require(clientId);
    const key = await this.clients.key(clientId);
    const rows = await db().findAll(SentReferral, { clientId }, { createdAt: 'DESC' });
    const outcomes = await db().query<{ id: string; outcome: string }>(
      'SELECT * FROM sec.sent_referral_outcomes($1::uuid[])',
      [rows.map((row) => row.id)],
    );
    const known = new Map(outcomes.map((row) => [row.id, row.outcome]));
    const staff = await db().query<{ id: string; name: string }>(
      'SELECT id, name FROM staff_user WHERE org_id = $1 AND id = ANY ($2::uuid[])',
      [currentActor().orgId, rows.map((row) => row.byUser)],
    );
    const names = new Map(staff.map((row) => [row.id, row.name]));
    return {
      items: rows.map((row) => ({
        id: row.id,
        toName: row.toName,
        fields: row.fields,
        consentedOn: row.consentedOn,
        consentNote: key.box('sent_referral', row.id).open('consent_note', row.consentNote),
        outcome: known.get(row.id) ?? 'sending',
        by: { id: row.byUser, name: names.get(row.byUser) ?? 'Vacatur' },
        at: row.createdAt.toISOString(),
      })),
    };
  }

  /** Records the consent, writes the referral there, notes that it arrived. A repeat after a break writes it once. */
  async send(clientId: string, input: SendReferral): Promise<SentReferralList> {
    const use = usePermission('intake.write');
    const parcel = await this.work.run(use, () => this.pack(clientId, input));
    const there = newScope(currentScope().requestId, systemActor(input.toOrganisationId));
    await runInScope(there, () =>
      this.work.run({ action: 'intake.received', rule: 'change', aboutClient: false }, () =>
        this.store.take(parcel),
      ),
    );
    return this.work.run({ ...use, rule: 'none' }, async () => {
      await db().query('UPDATE sent_referral SET sent_at = now() WHERE org_id = $1 AND id = $2', [
        currentActor().orgId,
        parcel.id,
      ]);
      return this.of(clientId);
    });
  }

  private async pack(clientId: string, input: SendReferral): Promise<ArrivingReferral> {
    const { orgId, userId } = currentActor();
    await this.clients.require(clientId);
    requireMay('client.contacts');
    const partner = (await this.partners()).find(({ id }) => id === input.toOrganisationId);
    if (!partner)
      throw badField('toOrganisationId', 'unknown_organisation', 'This organisation takes no referrals.');
    if (input.consentedOn > (await officeToday()))
      throw badField('consentedOn', 'in_future', 'This day is still to come.');
    const id = newId();
    const fields = [...new Set(input.fields)];
    const box = (await this.clients.key(clientId)).box('sent_referral', id);
    await db().insert(SentReferral, {
      id,
      clientId,
      toOrgId: partner.id,
      toName: partner.name,
      fields,
      consentedOn: input.consentedOn,
      consentNote: box.seal('consent_note', input.consentNote?.trim() || null),
      byUser: userId,
    });
    changed('sentReferral');
    return {
      ...(await this.crossing(clientId, fields, input)),
      id,
      fromOrgId: orgId,
      fromName: await ownName(),
    };
  }

  /** The name, and of everything else only what was agreed. Written field by field: what is not named cannot cross. */
  private async crossing(
    clientId: string,
    fields: readonly SendingField[],
    input: SendReferral,
  ): Promise<Omit<ArrivingReferral, 'id'>> {
    const client = await this.reader.view(clientId);
    const agreed = <T>(field: SendingField, value: T, without: T): T =>
      fields.includes(field) ? value : without;
    return {
      origin: 'organisation',
      name: { given: client.name.given, middle: client.name.middle, family: client.name.family },
      birth: agreed('birth', client.birth, null),
      aNumber: fields.includes('a_number') ? await this.clients.aNumber(clientId) : null,
      otherNames: agreed(
        'other_names',
        client.aliases.map((alias) => alias.name),
        [],
      ).slice(0, 10),
      languages: agreed('languages', client.languages, []),
      contacts: agreed(
        'contacts',
        client.contacts.map(({ kind, value, safeToContact }) => ({ kind, value, safeToContact })),
        [],
      ),
      story: agreed('story', input.story?.trim() || null, null),
      nextKind: null,
      nextOn: null,
      dates: await nextDates(clientId, await this.clients.key(clientId), fields),
      detained: null,
      detainedAt: null,
      consent: null,
    };
  }
}

async function ownName(): Promise<string> {
  const row = await db().one<{ name: string }>('SELECT name FROM organisation WHERE org_id = $1', [
    currentActor().orgId,
  ]);
  return row?.name ?? '';
}
