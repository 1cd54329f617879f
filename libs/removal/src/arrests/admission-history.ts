import { Injectable } from '@nestjs/common';
import { db } from '@app/platform';
import type { AdmissionHistory } from '@app/rules';
import { Inquiry } from '../supervision/condition.entity';
import { Departure } from '../supervision/supervision.entity';
import { Admission } from './arrests.entity';

/** How the client came and came back, for the report about a pardon: leaving can bring another ground into play. */
@Injectable()
export class AdmissionHistoryReader {
  /** Trips are null while nobody has asked about them. */
  async of(clientId: string): Promise<AdmissionHistory> {
    const admission = (await db().findAll(Admission, { clientId }, { createdAt: 'ASC' })).at(-1);
    const departures = await db().findAll(Departure, { clientId }, { createdAt: 'ASC', id: 'ASC' });
    const asked = await db().findAll(
      Inquiry,
      { clientId, topic: 'travel' },
      { askedOn: 'ASC', createdAt: 'ASC' },
    );
    const never = asked.at(-1)?.answer === 'nothing';
    const trips = departures.map(({ id, leftOn, returnedOn }) => ({ id, departedOn: leftOn, returnedOn }));
    const { id = null, admittedOn = null, adjustedOn = null, asRefugee } = admission ?? {};
    return {
      ...{ id, admittedOn, adjustedOn, asRefugee: truth(asRefugee) },
      trips: trips.length > 0 || never ? trips : null,
    };
  }
}

const truth = (said: string | undefined): boolean | null =>
  said === 'yes' ? true : said === 'no' ? false : null;
