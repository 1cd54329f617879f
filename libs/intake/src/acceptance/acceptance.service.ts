import { Injectable } from '@nestjs/common';
import { cannot, currentActor, db } from '@app/platform';
import { localAt } from '@app/rules';
import { DecisionsCarried } from '../decisions-carried';
import { Parties } from '../parties.service';
import { Referral } from '../referral.entity';
import { ReferralStore } from '../referral-store';
import { Referrals } from '../referrals.service';
import type { AcceptReferral } from './acceptance.dto';
import { CarriedFacts } from './carried-facts.service';
import { RecordsTaken } from './records-taken';

/** Takes somebody on: the referral becomes a client, or another case of one, and nothing it said is left behind. */
@Injectable()
export class Acceptance {
  constructor(
    private readonly referrals: Referrals,
    private readonly store: ReferralStore,
    private readonly records: RecordsTaken,
    private readonly parties: Parties,
    private readonly decisions: DecisionsCarried,
    private readonly facts: CarriedFacts,
  ) {}

  /** Makes the person a client with a first case, or opens another case of the client they are. @throws Problem 422 while conflicts are open */
  async accept(id: string, version: number, input: AcceptReferral): Promise<string> {
    const referral = await this.referrals.requireAt(id, version, 'accepted');
    const blocked = referral.clearedAt ? await this.referrals.blocked(id) : 'conflicts_open';
    if (blocked)
      throw cannot(blocked, 'Conflicts are not cleared. Check them, and have each hit decided, first.');
    const told = await this.store.details(referral);
    // Before the client's names are looked up: the person is not to be found as their own namesake.
    await this.parties.forgetOfficeName(id);
    const clientId = input.clientId
      ? await this.records.goOn(input.clientId, referral, told, input)
      : await this.records.begin(referral, told, input);
    await this.decisions.over(id, clientId);
    const { origin, fromName } = referral;
    const arrived = { origin, fromName, arrivedOn: await officeDay(referral.createdAt) };
    const language = input.language ?? 'en';
    await this.facts.over({ clientId, language, referral: arrived, told }, input);
    await db().update(Referral, referral, version, { state: 'accepted', becameClientId: clientId });
    await this.referrals.step(referral, 'accepted');
    return clientId;
  }
}

async function officeDay(at: Date): Promise<string> {
  const row = await db().one<{ time_zone: string }>('SELECT time_zone FROM organisation WHERE org_id = $1', [
    currentActor().orgId,
  ]);
  return localAt(at.toISOString(), row!.time_zone).slice(0, 10);
}
