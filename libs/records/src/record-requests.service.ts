import { Injectable } from '@nestjs/common';
import { CaseFactsService } from '@app/cases';
import { ClientsService } from '@app/clients';
import { DeadlinesService } from '@app/deadlines';
import {
  about,
  badField,
  cannot,
  changed,
  currentActor,
  db,
  newId,
  notFound,
  officeToday,
  staleVersion,
  type SealedBox,
} from '@app/platform';
import type { EditRecordRequest, NewRecordRequest, RecordRequestEvent } from './record-request.dto';
import { RecordEvent, RecordRequest } from './record-request.entity';
import { mayHappen, standingAfter, type EventKind, type RequestStatus } from './record-stages';

const UNDER_FOIA = ['uscis', 'ice', 'eoir', 'cbp', 'obim'];
const SEALED = ['office', 'subject', 'tracking', 'found'] as const;

/** Requests for records: what was asked, what happened on which day, and through it what the law counts. */
@Injectable()
export class RecordRequests {
  constructor(
    private readonly clients: ClientsService,
    private readonly caseFacts: CaseFactsService,
    private readonly deadlines: DeadlinesService,
  ) {}

  async add(clientId: string, input: NewRecordRequest): Promise<void> {
    await this.clients.require(clientId);
    await this.caseFacts.hold(clientId);
    const id = newId();
    const box = (await this.clients.key(clientId)).box('record_request', id);
    const { agency, kind, method, foia = UNDER_FOIA.includes(agency), feeCents = null } = input;
    await db().insert(RecordRequest, {
      ...{ id, clientId, agency, kind, method, foia, feeCents, status: 'draft' },
      ...sealed(box, input),
      byUser: currentActor().userId,
    });
    changed(...Object.keys(input).map((field) => `recordRequest.${field}`));
    if (input.sentOn) await this.happen(await this.require(id), { kind: 'sent', on: input.sentOn });
  }

  /** @throws Problem 404, 412 */
  async edit(id: string, version: number, input: EditRecordRequest): Promise<string> {
    const row = await this.require(id);
    const box = (await this.clients.key(row.clientId)).box('record_request', id);
    const { method = row.method, foia = row.foia, feeCents = row.feeCents } = input;
    await db().update(RecordRequest, row, version, { method, foia, feeCents, ...sealed(box, input) });
    changed(...Object.keys(input).map((field) => `recordRequest.${field}`));
    if (foia !== row.foia) await this.deadlines.refresh(row.clientId);
    return row.clientId;
  }

  /** Records what happened; only what can follow. @throws Problem 404, 412, 422 */
  async record(id: string, version: number, input: RecordRequestEvent): Promise<string> {
    const row = await this.require(id);
    await this.caseFacts.hold(row.clientId);
    if (row.version !== version) throw staleVersion(row.version);
    await this.happen(row, input);
    return row.clientId;
  }

  /** Takes a wrong event back; it stays readable and no longer counts. @throws Problem 404, 412, 422 */
  async withdraw(eventId: string, version: number): Promise<string> {
    const event = await db().find(RecordEvent, { id: eventId });
    if (!event) throw notFound();
    about(event.clientId);
    await this.caseFacts.hold(event.clientId);
    if (event.version !== version) throw staleVersion(event.version);
    if (event.withdrawnAt) throw cannot('withdrawn_already', 'This entry was withdrawn already.');
    const request = await this.require(event.requestId);
    const left = (await eventsOf(request)).filter(({ id }) => id !== eventId);
    const standing = standingAfter(left);
    if (!standing)
      throw cannot(
        'later_event_stands',
        'What was recorded after it rests on it. Withdraw the later entry first.',
      );
    const withdrawn = { withdrawnAt: new Date(), withdrawnBy: currentActor().userId };
    await db().update(RecordEvent, event, version, withdrawn);
    await db().update(RecordRequest, request, request.version, standing);
    changed('recordRequest.event.withdrawn');
    await this.deadlines.refresh(event.clientId);
    return event.clientId;
  }

  private async happen(row: RecordRequest, input: RecordRequestEvent): Promise<void> {
    const events = await eventsOf(row);
    await check(row, input, events);
    const id = newId();
    const box = (await this.clients.key(row.clientId)).box('record_event', id);
    const outcome = input.kind === 'answered' ? input.outcome! : null;
    await db().insert(RecordEvent, {
      ...{ id, clientId: row.clientId, requestId: row.id, kind: input.kind, onDate: input.on, outcome },
      note: box.seal('note', input.note?.trim() || null),
      byUser: currentActor().userId,
    });
    const standing = standingAfter([...events, { kind: input.kind, outcome }])!;
    await db().update(RecordRequest, row, row.version, standing);
    changed(`recordRequest.${input.kind}`);
    await this.deadlines.refresh(row.clientId);
  }

  private async require(id: string): Promise<RecordRequest> {
    const row = await db().find(RecordRequest, { id });
    if (!row) throw notFound();
    about(row.clientId);
    return row;
  }
}

async function eventsOf({ clientId, id }: RecordRequest): Promise<RecordEvent[]> {
  const events = await db().findAll(RecordEvent, { clientId, requestId: id }, { at: 'ASC', id: 'ASC' });
  return events.filter(({ withdrawnAt }) => withdrawnAt === null);
}

async function check(row: RecordRequest, input: RecordRequestEvent, events: RecordEvent[]): Promise<void> {
  if (!mayHappen(input.kind as EventKind, row.status as RequestStatus))
    throw badField('kind', 'cannot_follow', 'This cannot follow on where the request stands.');
  if (input.on > (await officeToday())) throw badField('on', 'in_future', 'This day is still to come.');
  const sent = events.find(({ kind }) => kind === 'sent');
  if (sent && input.on < sent.onDate)
    throw badField('on', 'before_sending', 'It was not sent before that day.');
  if ((input.kind === 'answered') !== (input.outcome !== undefined))
    throw badField('outcome', 'outcome_of_answer', 'An answer, and only an answer, has an outcome.');
}

function sealed(box: SealedBox, input: EditRecordRequest | NewRecordRequest): Partial<RecordRequest> {
  const texts: Partial<RecordRequest> = {};
  for (const field of SEALED)
    if (input[field] !== undefined) texts[field] = box.seal(field, input[field]?.trim() || null);
  return texts;
}
