import { Injectable, type OnModuleInit } from '@nestjs/common';
import { blindIndex, currentActor, db, KeyedTokens, Keyring, type TokenKeeper } from '@app/platform';
import { IsNull } from 'typeorm';
import { ConflictParty, OfficeParty } from './conflict.entity';
import { Parties } from './parties.service';
import { Referral } from './referral.entity';
import { namesOf, ReferralStore } from './referral-store';

/** Makes the keyed parts of parties' and applicants' names anew when the organisation gets a new key. */
@Injectable()
export class IntakeTokens implements OnModuleInit, TokenKeeper {
  readonly columns = ['conflict_party_token.token', 'office_name_token.token', 'referral.a_number_index'];

  constructor(
    private readonly keyring: Keyring,
    private readonly parties: Parties,
    private readonly store: ReferralStore,
    private readonly tokens: KeyedTokens,
  ) {}

  onModuleInit(): void {
    this.tokens.register(this);
  }

  /** The id is whoever has a key: a client, somebody who asks for help, or a party of the office. */
  async rebuild(id: string): Promise<void> {
    const key = await this.keyring.clientKey(currentActor().orgId, id);
    if (key.erased) return;
    for (const row of await db().findAll(ConflictParty, { clientId: id, endedAt: IsNull() })) {
      const name = key.box('conflict_party', row.id).open('name', row.name);
      await this.parties.rememberPartyName(id, row.id, [name]);
    }
    const party = await db().find(OfficeParty, { id, endedAt: IsNull() });
    if (party) {
      const name = key.box('office_party', id).open('name', party.name);
      await this.parties.rememberOfficeName('office_party', id, [name]);
    }
    await this.referral(id);
  }

  private async referral(id: string): Promise<void> {
    const { orgId } = currentActor();
    const row = await db().find(Referral, { id, erasedAt: IsNull(), becameClientId: IsNull() });
    if (!row) return;
    const box = (await this.keyring.clientKey(orgId, id)).box('referral', id);
    const details = await this.store.details(row);
    const name = {
      given: box.open('given_name', row.givenName),
      middle: box.open('middle_name', row.middleName),
      family: box.open('family_name', row.familyName),
    };
    await this.parties.rememberOfficeName('referral', id, namesOf(name, details.otherNames));
    if (!details.aNumber) return;
    const index = blindIndex(await this.keyring.orgKey(orgId), 'a_number', details.aNumber);
    await db().query('UPDATE referral SET a_number_index = $3 WHERE org_id = $1 AND id = $2', [
      orgId,
      id,
      index,
    ]);
  }
}
