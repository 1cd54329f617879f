import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientNames, ClientsService } from '@app/clients';
import { about, currentActor, Keyring, notFound, writeCursor, type ClientKey } from '@app/platform';
import { canOf } from './deadline-can';
import { wasOverBefore } from './deadline.policy';
import { recordersOf, type Recorder } from './chronology.queries';
import {
  caseload,
  deadlinesOf,
  eventsOf,
  oneDeadline,
  someDeadlines,
  type DeadlineRow,
  type EventRow,
} from './deadline.queries';
import type { Deadline } from './deadline.entity';
import { criticalOf } from './sign-off/critical';
import { proofOf } from './sign-off/sign-off.queries';
import { printedDateOf, type PrintedRow } from './printed-dates.queries';
import type { DeadlineQuery } from './deadline.dto';
import type {
  ClientDeadlines,
  DeadlineEventView,
  DeadlineItem,
  DeadlineList,
  DeadlineView,
  TriggerView,
} from './deadline.view';

const PAGE = 50;

/** Reads deadlines, with the sealed notes opened. */
@Injectable()
export class DeadlineReader {
  constructor(
    private readonly clients: ClientsService,
    private readonly names: ClientNames,
    private readonly keyring: Keyring,
  ) {}

  /** All deadlines of a client: open ones first. @throws Problem 404 */
  async ofClient(clientId: string): Promise<ClientDeadlines> {
    await this.clients.require(clientId);
    const key = await this.keyring.clientKey(currentActor().orgId, clientId);
    return { items: (await deadlinesOf(clientId)).map((row) => itemOf(row, key, null)) };
  }

  /** Open deadlines across the caseload of this person: to act on, the earliest first, or those that lack a date. */
  async list(query: DeadlineQuery): Promise<DeadlineList> {
    const limit = query.limit ?? PAGE;
    const rows = await caseload(query, limit + 1);
    const shown = rows.slice(0, limit);
    const names = await this.names.display(shown.map((row) => row.clientId));
    const last = shown.at(-1);
    return {
      items: shown.map((row) => itemOf(row, null, names.get(row.clientId) ?? '')),
      nextCursor: rows.length > limit && last ? writeCursor({ value: last.actOn, id: last.id }) : null,
    };
  }

  /** These deadlines with their clients' names, by the day to act. For the dashboards, which choose by their own SQL. */
  async some(ids: readonly string[]): Promise<DeadlineItem[]> {
    if (ids.length === 0) return [];
    const rows = await someDeadlines(ids);
    const names = await this.names.display(rows.map((row) => row.clientId));
    return rows.map((row) => itemOf(row, null, names.get(row.clientId) ?? ''));
  }

  /** One deadline with why it falls on its day and what happened to it. @throws Problem 404 */
  async view(id: string): Promise<DeadlineView> {
    const row = await oneDeadline(id);
    if (!row) throw notFound();
    about(row.clientId);
    const key = await this.keyring.clientKey(currentActor().orgId, row.clientId);
    const [names, events] = [await this.names.display([row.clientId]), await eventsOf(id)];
    const triggers = [...row.triggeredBy, ...(row.answeredBy ? [row.answeredBy] : [])].map(sourceOf);
    const recorders = await recordersOf(row.clientId, triggers);
    return {
      ...itemOf(row, key, names.get(row.clientId) ?? ''),
      ruleVersion: row.ruleVersion,
      ruleStatus: row.ruleStatus,
      ruleSetVersion: row.ruleSetVersion,
      cure: row.cure,
      stays: row.stays,
      trace: row.trace.map(({ step, text, on }) => ({ step, text, on: on ?? null })),
      triggeredBy: row.triggeredBy.map((trigger) => triggerOf(trigger, recorders)),
      answeredBy: row.answeredBy ? triggerOf(row.answeredBy, recorders) : null,
      printed: printedOf(await printedDateOf(row.clientId, row.key), key),
      history: events.map((event) => eventOf(event, key)),
    };
  }
}

/** A row as a list shows it. Without the client's key the note stays closed. */
function itemOf(row: DeadlineRow, key: ClientKey | null, clientName: string | null): DeadlineItem {
  return {
    ...{ id: row.id, version: row.version, clientId: row.clientId, caseId: row.caseId, clientName },
    ...{ ruleId: row.ruleId, title: row.title, kind: row.kind, status: row.status },
    ...{ dueOn: row.dueOn, taskOn: row.taskOn, conservativeOn: row.conservativeOn, outerOn: row.outerOn },
    alternates: row.alternates.map(({ name, on, label, status }) => ({ name, on, label, status })),
    consequence: row.consequence,
    citation: row.citation,
    verified: row.verified,
    warnings: [...row.warnings],
    printedOn: row.trace.find(({ step }) => step === 'printed')?.on ?? null,
    overBeforeRecorded: wasOverBefore(row),
    confirmed:
      row.confirmedBy && row.confirmedAt
        ? {
            by: { id: row.confirmedBy, name: row.confirmedByName ?? '' },
            at: row.confirmedAt.toISOString(),
          }
        : null,
    confirmationClearedAt: row.unconfirmedAt?.toISOString() ?? null,
    completed: completionOf(row, key),
    signOff: signOffOf(row, key),
    movedSince: row.movedSince,
    can: canOf(row, row.proof),
  };
}

/** What a critical deadline still needs; its texts only for one who reads the client. */
function signOffOf(row: DeadlineRow, key: ClientKey | null): DeadlineItem['signOff'] {
  const because = criticalOf(row);
  if (!because || row.status === 'superseded') return null;
  const proof = proofOf(row.proof, openable(key) ? key : null);
  const waits = proof?.state === 'recorded';
  return { because, needs: row.status === 'completed' ? 'done' : waits ? 'sign_off' : 'proof', proof };
}

function completionOf(row: DeadlineRow, key: ClientKey | null): DeadlineItem['completed'] {
  if (!row.completedBy || !row.completedAt || !row.completedOn) return null;
  return {
    by: { id: row.completedBy, name: row.completedByName ?? '' },
    at: row.completedAt.toISOString(),
    on: row.completedOn,
    note: openNote(row, key),
  };
}

/** Free text about a person goes to roles that see who the person is. */
function openable(key: ClientKey | null): key is ClientKey {
  return key !== null && !key.erased && may('client.names');
}

function openNote(row: Pick<Deadline, 'id' | 'completionNote'>, key: ClientKey | null): string | null {
  return openable(key) ? key.box('deadline', row.id).open('completion_note', row.completionNote) : null;
}

function printedOf(row: PrintedRow | null, key: ClientKey): DeadlineView['printed'] {
  if (!row) return null;
  const note = openable(key) ? key.box('printed_date', row.id).open('note', row.note) : null;
  const { on, document, byUser, byName, at } = row;
  return { on, document, by: { id: byUser, name: byName ?? 'Vacatur' }, at: at.toISOString(), note };
}

/** 'removal_order:<id>:order_decided' names the row a fact comes from. */
function sourceOf({ factId }: { factId: string }): { sourceKind: string; sourceId: string } {
  const [sourceKind, sourceId] = factId.split(':');
  return { sourceKind, sourceId };
}

function triggerOf(
  trigger: { factId: string; kind: string; on: string | null },
  recorders: ReadonlyMap<string, Recorder>,
): TriggerView {
  const { sourceKind, sourceId } = sourceOf(trigger);
  const recorder = recorders.get(`${sourceKind}:${sourceId}`);
  return {
    ...{ fact: trigger.kind, on: trigger.on, sourceKind, sourceId },
    recordedBy: recorder ? { id: recorder.userId, name: recorder.name ?? 'Vacatur' } : null,
    recordedAt: recorder?.at.toISOString() ?? null,
  };
}

function eventOf(event: EventRow, key: ClientKey): DeadlineEventView {
  return {
    at: event.at.toISOString(),
    by: { id: event.byUser, name: event.byName ?? 'Vacatur' },
    reason: event.reason,
    ...{ dueOn: event.dueOn, taskOn: event.taskOn },
    ...{ newDueOn: event.newDueOn, newTaskOn: event.newTaskOn },
    note: openable(key) ? key.box('deadline_history', event.id).open('note', event.note) : null,
  };
}
