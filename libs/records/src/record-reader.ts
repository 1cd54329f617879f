import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientNames, ClientsService } from '@app/clients';
import { currentActor, db, firstOf, Keyring, officeToday, type ClientKey } from '@app/platform';
import type { RecordRequestQuery } from './record-request.dto';
import { RecordEvent, RecordRequest } from './record-request.entity';
import type {
  ClientRecordRequests,
  RecordEventView,
  RecordRequestList,
  RecordRequestView,
} from './record-request.view';
import { clocksOf, MOST, namesOf, requestsOfCaseload, type ClockRow } from './record-requests.queries';
import { nextEvents, type RequestStatus } from './record-stages';

/** Opens requests for records for people who may see them. */
@Injectable()
export class RecordReader {
  constructor(
    private readonly clients: ClientsService,
    private readonly keyring: Keyring,
    private readonly names: ClientNames,
  ) {}

  /** All requests of a client, the latest first. @throws Problem 404 */
  async of(clientId: string): Promise<ClientRecordRequests> {
    await this.clients.require(clientId);
    const requests = await db().findAll(RecordRequest, { clientId }, { createdAt: 'DESC', id: 'DESC' });
    const events = await db().findAll(RecordEvent, { clientId }, { at: 'ASC', id: 'ASC' });
    const key = await this.keyring.clientKey(currentActor().orgId, clientId);
    const about = {
      key: !key.erased && may('client.names') ? key : null,
      people: await namesOf(events.map(({ byUser }) => byUser)),
      clocks: await clocksOf(clientId),
    };
    return {
      items: requests.map((row) =>
        viewOf(
          row,
          events.filter(({ requestId }) => requestId === row.id),
          about,
        ),
      ),
      can: { add: may('record_request.edit') },
    };
  }

  /** Requests of the caseload. */
  async list(query: RecordRequestQuery): Promise<RecordRequestList> {
    const { shown, more } = firstOf(await requestsOfCaseload(query), MOST);
    const names = await this.names.display(shown.map(({ clientId }) => clientId));
    return {
      today: await officeToday(),
      items: shown.map((row) => ({ ...row, clientName: names.get(row.clientId) ?? '' })),
      more,
    };
  }
}

interface About {
  key: ClientKey | null;
  people: Map<string, string>;
  clocks: ClockRow[];
}

function viewOf(row: RecordRequest, events: RecordEvent[], about: About): RecordRequestView {
  const edit = may('record_request.edit');
  return {
    ...{ id: row.id, version: row.version, clientId: row.clientId, agency: row.agency, kind: row.kind },
    ...{
      foia: row.foia,
      method: row.method,
      status: row.status,
      outcome: row.outcome,
      feeCents: row.feeCents,
    },
    ...textsOf(row, about.key),
    events: events.map((event) => eventOf(event, about)),
    clocks: about.clocks
      .filter(({ requestId }) => requestId === row.id)
      .map(({ deadlineId, title, dueOn }) => ({ deadlineId, title, dueOn })),
    can: { edit, events: edit ? nextEvents(row.status as RequestStatus) : [] },
  };
}

type Texts = Pick<RecordRequestView, 'office' | 'subject' | 'tracking' | 'found'>;

function textsOf(row: RecordRequest, key: ClientKey | null): Texts {
  if (!key) return { office: null, subject: null, tracking: null, found: null };
  const box = key.box('record_request', row.id);
  return {
    office: box.open('office', row.office),
    subject: box.open('subject', row.subject),
    tracking: box.open('tracking', row.tracking),
    found: box.open('found', row.found),
  };
}

function eventOf(row: RecordEvent, { key, people }: About): RecordEventView {
  return {
    ...{ id: row.id, version: row.version, kind: row.kind, on: row.onDate, outcome: row.outcome },
    note: key?.box('record_event', row.id).open('note', row.note) ?? null,
    by: { id: row.byUser, name: people.get(row.byUser) ?? 'Vacatur' },
    withdrawn: row.withdrawnAt !== null,
  };
}
