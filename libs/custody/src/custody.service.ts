import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { CaseFactsService } from '@app/cases';
import { ClientsService } from '@app/clients';
import { DeadlinesService } from '@app/deadlines';
import { badField, changed, currentActor, db, newId, officeToday } from '@app/platform';
import { heldSince } from '@app/rules';
import type { CustodySource, CustodyStatus, CustodyView, RecordCustody } from './custody.dto';
import { CustodyPeriod } from './custody-period.entity';

interface PeriodRow {
  id: string;
  status: CustodyStatus;
  since: string;
  place: Buffer | null;
  source: CustodySource;
  by_user: string;
  by_name: string | null;
  at: Date;
}

/** A detention that goes on: its first day, and what was said of custody before. */
export interface Detention {
  since: string;
  before: CustodyStatus | null;
}

/** Who is held, since when and where, and how the office knows. */
@Injectable()
export class CustodyService {
  constructor(
    private readonly clients: ClientsService,
    private readonly caseFacts: CaseFactsService,
    private readonly deadlines: DeadlinesService,
  ) {}

  /**
   * Adds a period. The caller has checked that this person sees the client, and for a check-in that its day has come
   * where the ICE office is, which can be a day ahead of here.
   * @throws Problem 422 when it begins on a day still to come
   */
  async append(clientId: string, period: RecordCustody, source: CustodySource = 'recorded'): Promise<void> {
    if (source === 'recorded' && period.since > (await officeToday()))
      throw badField('since', 'in_future', 'Custody cannot begin on a day still to come.');
    const id = newId();
    const box = (await this.clients.key(clientId)).box('custody_period', id);
    await db().insert(CustodyPeriod, {
      id,
      clientId,
      status: period.status,
      since: period.since,
      place: box.seal('place', period.place?.trim() || null),
      source,
      byUser: currentActor().userId,
    });
    await this.deadlines.refresh(clientId);
    await this.caseFacts.hold(clientId);
    await this.caseFacts.note(clientId, { custody: (await this.rows(clientId))[0].status });
    changed('custody');
  }

  /** All periods of a client, the latest first; of two for one day the one recorded later counts. */
  async of(clientId: string): Promise<CustodyView> {
    const rows = await this.rows(clientId);
    const key = await this.clients.key(clientId);
    const placeShown = may('client.names');
    const items = rows.map((row) => ({
      id: row.id,
      status: row.status,
      since: row.since,
      place: placeShown ? key.box('custody_period', row.id).open('place', row.place) : null,
      source: row.source,
      by: { id: row.by_user, name: row.by_name ?? 'Vacatur' },
      at: row.at.toISOString(),
    }));
    return { current: items[0] ?? null, items, can: { record: may('custody.record') } };
  }

  /** The detention that goes on; null when the client is not held. */
  async detention(clientId: string): Promise<Detention | null> {
    const rows = (await this.rows(clientId)).reverse();
    const first = heldSince(rows, ({ since, status }) => ({ on: since, held: status === 'detained' }));
    if (!first) return null;
    return {
      since: first.since,
      before: rows.filter(({ since }) => since < first.since).at(-1)?.status ?? null,
    };
  }

  private rows(clientId: string): Promise<PeriodRow[]> {
    return db().query<PeriodRow>(
      `SELECT p.id, p.status, p.since, p.place, p.source, p.by_user, u.name AS by_name, p.at
         FROM custody_period p LEFT JOIN staff_user u ON u.org_id = p.org_id AND u.id = p.by_user
        WHERE p.org_id = $1 AND p.client_id = $2 ORDER BY p.since DESC, p.at DESC, p.id DESC`,
      [currentActor().orgId, clientId],
    );
  }
}
