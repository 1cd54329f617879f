import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientNames } from '@app/clients';
import {
  about,
  currentActor,
  firstOf,
  Keyring,
  notFound,
  writeCursor,
  type ClientKey,
  type FirstOf,
} from '@app/platform';
import type { Case } from '../case.entity';
import type { PersonRef } from '../case.view';
import type { TaskQuery } from './task.dto';
import { oneTask, tasksOfCase, tasksOfCaseload, type TaskRow } from './tasks.queries';
import type { CaseTasks, TaskLineView, TaskList, TaskView } from './task.view';
import { peopleWhoSee } from '../walls/who-sees';

const PAGE = 50;

/** Reads tasks, with their texts opened. */
@Injectable()
export class TaskReader {
  constructor(
    private readonly keyring: Keyring,
    private readonly names: ClientNames,
  ) {}

  /** All tasks of a case and who can be given one. */
  async ofCase(matter: Case): Promise<CaseTasks> {
    return {
      items: await this.open(await tasksOfCase(matter.id)),
      assignable: await peopleWhoSee(matter.clientId),
    };
  }

  /** A page of the tasks of the caseload. */
  async list(query: TaskQuery): Promise<TaskList> {
    const limit = query.limit ?? PAGE;
    const rows = await tasksOfCaseload(query, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.open(shown),
      nextCursor: rows.length > limit && last ? writeCursor({ value: last.sortDay, id: last.id }) : null,
    };
  }

  /** Tasks of whoever asks whose day has come, the earliest first; at most 50. */
  async due(today: string): Promise<FirstOf<TaskView>> {
    const rows = await tasksOfCaseload({ whose: 'mine' }, PAGE + 1);
    const { shown, more } = firstOf(
      rows.filter((row) => row.dueOn !== null && row.dueOn <= today),
      PAGE,
    );
    return { shown: await this.open(shown), more };
  }

  /** @throws Problem 404 */
  async view(taskId: string): Promise<TaskView> {
    const row = await oneTask(taskId);
    if (!row) throw notFound();
    about(row.clientId, row.caseId);
    return (await this.open([row]))[0];
  }

  private async open(rows: TaskRow[]): Promise<TaskView[]> {
    const ids = [...new Set(rows.map((row) => row.clientId))];
    const keys = await this.keyring.clientKeys(currentActor().orgId, ids);
    const names = await this.names.display(ids);
    return rows.map((row) => viewOf(row, keys.get(row.clientId), names.get(row.clientId) ?? ''));
  }
}

const person = (id: string | null, name: string | null): PersonRef | null =>
  id ? { id, name: name ?? 'Vacatur' } : null;

const opener = (key: ClientKey | undefined, table: string, id: string) => {
  const box = key && !key.erased ? key.box(table, id) : null;
  return (column: string, sealed: Buffer | null): string | null => box?.open(column, sealed) ?? null;
};

function viewOf(row: TaskRow, key: ClientKey | undefined, clientName: string): TaskView {
  const open = opener(key, 'task', row.id);
  return {
    ...{ id: row.id, version: row.version, clientId: row.clientId, caseId: row.caseId, clientName },
    kind: row.kind,
    title: open('title', row.title) ?? '',
    details: open('details', row.details),
    assignee: person(row.assigneeId, row.assigneeName),
    attended: row.attended,
    ...{ dueOn: row.dueOn, priority: row.priority, status: row.status, repeats: row.repeats },
    reason: open('reason', row.reason),
    asleepUntil: row.asleepUntil,
    items: (row.items ?? []).map((item) => lineOf(item, key)),
    endedBy: person(row.endedBy, row.endedByName),
    endedAt: row.endedAt?.toISOString() ?? null,
    createdBy: { id: row.createdBy, name: row.createdByName ?? 'Vacatur' },
    createdAt: row.createdAt.toISOString(),
    can: canOf(row.status === 'open'),
  };
}

function canOf(open: boolean): TaskView['can'] {
  const edit = may('task.edit');
  return { edit: open && edit, finish: open && edit, reopen: !open && edit };
}

function lineOf(item: NonNullable<TaskRow['items']>[number], key: ClientKey | undefined): TaskLineView {
  return {
    id: item.id,
    text: opener(key, 'task_item', item.id)('text', Buffer.from(item.text, 'base64')) ?? '',
    tickedBy: person(item.ticked_by, item.ticked_by_name),
    tickedAt: item.ticked_at ? new Date(item.ticked_at).toISOString() : null,
  };
}
