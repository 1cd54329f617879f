import { Injectable } from '@nestjs/common';
import { CasesService } from '@app/cases';
import { ClientsService } from '@app/clients';
import { badField, currentActor, db } from '@app/platform';
import type { Referral } from '../referral.entity';
import { ReferralStore, type StoredDetails } from '../referral-store';
import type { AcceptReferral } from './acceptance.dto';

/** The record that takes a referral: a new one, or the one of somebody who is a client already. */
@Injectable()
export class RecordsTaken {
  constructor(
    private readonly store: ReferralStore,
    private readonly cases: CasesService,
    private readonly clients: ClientsService,
  ) {}

  /** A client with a first case. @throws Problem 409, 422 */
  async begin(referral: Referral, told: StoredDetails, input: AcceptReferral): Promise<string> {
    return this.cases.intake({
      ...(await this.store.person(referral)),
      aNumber: told.aNumber,
      aliases: told.otherNames.map((name) => ({ name, kind: 'alias' as const })),
      languages: told.languages,
      contacts: told.contacts as never,
      case: input.case,
    });
  }

  /**
   * Another case of a client. Names and contact points that the record lacks are added; whatever else differs is read
   * in the note and put right by a person. A record that is hidden and one that is not there are the same.
   * @throws Problem 422
   */
  async goOn(
    clientId: string,
    referral: Referral,
    told: StoredDetails,
    input: AcceptReferral,
  ): Promise<string> {
    const seen = await db().one(
      'SELECT 1 FROM client WHERE org_id = $1 AND id = $2 AND merged_into IS NULL',
      [currentActor().orgId, clientId],
    );
    if (!seen) throw badField('clientId', 'unknown_client', 'Choose a record that you can see.');
    await this.cases.open(clientId, input.case);
    const { name } = await this.store.person(referral);
    const whole = [name.given, name.middle, name.family].filter(Boolean).join(' ');
    await this.clients.alsoKnow(clientId, {
      names: [whole, ...told.otherNames],
      contacts: told.contacts as never,
    });
    return clientId;
  }
}
