import { Injectable } from '@nestjs/common';
import { usePermission } from '@app/access';
import {
  badField,
  cannot,
  currentActor,
  currentScope,
  db,
  Keyring,
  newId,
  newScope,
  officeToday,
  runInScope,
  staleVersion,
  systemActor,
  UnitOfWork,
} from '@app/platform';
import type { Referral } from '../referral.entity';
import { mayMove } from '../referral.policy';
import { ReferralStore, type ArrivingReferral, type StoredDetails } from '../referral-store';
import { Referrals } from '../referrals.service';
import { Sending } from '../sending.service';
import { PassedReferral } from './passed-referral.entity';
import type { PassingField, PassReferral } from './passing.dto';

/**
 * Passes somebody whom the office does not take on to another organisation of the installation, with what they agreed
 * should cross. Nobody here has to read their story for that: it goes on sealed as it came, also while conflicts are
 * open. The two organisations are never in one transaction; a repeat after a break passes them on once.
 */
@Injectable()
export class Passing {
  constructor(
    private readonly referrals: Referrals,
    private readonly store: ReferralStore,
    private readonly sending: Sending,
    private readonly keyring: Keyring,
    private readonly work: UnitOfWork,
  ) {}

  /** @throws Problem 404, 412, 422 */
  async pass(id: string, version: number, input: PassReferral): Promise<void> {
    const use = usePermission('intake.decide');
    const parcel = await this.work.run({ ...use, rule: 'none' }, () => this.pack(id, version, input));
    const there = newScope(currentScope().requestId, systemActor(input.toOrganisationId));
    await runInScope(there, () =>
      this.work.run({ action: 'intake.received', rule: 'change', aboutClient: false }, () =>
        this.store.take(parcel),
      ),
    );
    await this.work.run(use, async () => {
      const row = await db().find(PassedReferral, { id: parcel.id });
      await db().update(PassedReferral, row!, row!.version, { sentAt: new Date() });
      await this.referrals.decline(id, version, 'referred_elsewhere', input);
    });
  }

  private async pack(
    id: string,
    version: number,
    input: PassReferral,
  ): Promise<ArrivingReferral & { id: string }> {
    const referral = await this.referrals.require(id);
    if (referral.version !== version) throw staleVersion(referral.version);
    if (!mayMove(referral.state, 'referred_elsewhere'))
      throw cannot('state_not_next', 'This referral cannot go there from where it is.', {
        state: referral.state,
      });
    const partner = (await this.sending.partners()).find((one) => one.id === input.toOrganisationId);
    if (!partner)
      throw badField('toOrganisationId', 'unknown_organisation', 'This organisation takes no referrals.');
    if (input.consentedOn > (await officeToday()))
      throw badField('consentedOn', 'in_future', 'This day is still to come.');
    const begun = await db().find(PassedReferral, { referralId: id, toOrgId: partner.id });
    const fields = begun ? (begun.fields as PassingField[]) : [...new Set(input.fields)];
    const passed = begun?.id ?? newId();
    if (!begun)
      await db().insert(PassedReferral, {
        ...{ id: passed, referralId: id, toOrgId: partner.id, toName: partner.name, fields },
        ...{ consentedOn: input.consentedOn, byUser: currentActor().userId },
      });
    return { ...(await this.crossing(referral, fields)), id: passed };
  }

  /** The name, and of everything else only what was agreed. Written field by field: what is not named cannot cross. */
  private async crossing(referral: Referral, fields: readonly PassingField[]): Promise<ArrivingReferral> {
    const { orgId } = currentActor();
    const box = (await this.keyring.clientKey(orgId, referral.id)).box('referral', referral.id);
    const told = await this.store.details(referral);
    const own = await db().one<{ name: string }>('SELECT name FROM organisation WHERE org_id = $1', [orgId]);
    return {
      origin: 'organisation',
      fromOrgId: orgId,
      fromName: own?.name ?? '',
      name: {
        given: box.open('given_name', referral.givenName),
        middle: box.open('middle_name', referral.middleName),
        family: box.open('family_name', referral.familyName),
      },
      birth: fields.includes('birth') ? box.open('birth', referral.birth) : null,
      ...agreed(told, fields),
      consent: null,
    };
  }
}

function agreed(told: StoredDetails, fields: readonly PassingField[]): Omit<StoredDetails, 'consent'> {
  const goes = <T>(field: PassingField, value: T, without: T): T =>
    fields.includes(field) ? value : without;
  return {
    otherNames: goes('other_names', told.otherNames, []),
    aNumber: goes('a_number', told.aNumber, null),
    languages: goes('languages', told.languages, []),
    contacts: goes('contacts', told.contacts, []),
    story: goes('story', told.story, null),
    nextKind: goes('next_date', told.nextKind, null),
    nextOn: goes('next_date', told.nextOn, null),
    dates: goes('next_date', told.dates ?? [], []),
    detained: goes('detention', told.detained, null),
    detainedAt: goes('detention', told.detainedAt, null),
  };
}
