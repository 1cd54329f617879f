import { Injectable } from '@nestjs/common';
import {
  about,
  badField,
  cannot,
  changed,
  currentActor,
  db,
  Keyring,
  newId,
  notFound,
  staleVersion,
} from '@app/platform';
import type { Case } from '../case.entity';
import type { EditTask, NewTask } from './task.dto';
import { Task, TaskLine } from './task.entity';
import { canSee } from '../walls/who-sees';

/** A task before it is written: what a person typed, or what a template or a task that repeats says. */
export type Draft = NewTask & { kind?: 'task' | 'aftercare'; followsId?: string };

/** Writes and changes tasks. */
@Injectable()
export class TasksService {
  constructor(private readonly keyring: Keyring) {}

  /** @throws Problem 422 when whom it is given to cannot see the client */
  async write(matter: Pick<Case, 'id' | 'clientId'>, input: Draft): Promise<string> {
    await this.requireAssignable(matter.clientId, input.assigneeId);
    const id = newId();
    const { orgId, userId } = currentActor();
    const key = await this.keyring.clientKey(orgId, matter.clientId);
    const box = key.box('task', id);
    await db().insert(Task, {
      ...{ id, clientId: matter.clientId, caseId: matter.id, createdBy: userId },
      ...plainOf(input),
      title: box.seal('title', input.title.trim()),
      details: box.seal('details', input.details?.trim() || null),
    });
    await db().insertAll(
      TaskLine,
      (input.items ?? []).map((text, position) => {
        const line = newId();
        const sealed = key.box('task_item', line).seal('text', text.trim());
        return { id: line, clientId: matter.clientId, taskId: id, position, text: sealed };
      }),
    );
    changed('tasks');
    return id;
  }

  async edit(taskId: string, version: number, input: EditTask): Promise<void> {
    const task = await this.requireOpen(taskId, version);
    if (input.assigneeId !== task.assigneeId) await this.requireAssignable(task.clientId, input.assigneeId);
    const box = (await this.keyring.clientKey(currentActor().orgId, task.clientId)).box('task', task.id);
    const { title, details, ...plain } = input;
    const patch: Partial<Task> = Object.fromEntries(
      Object.entries(plain).filter(([, value]) => value !== undefined),
    );
    if (title !== undefined) patch.title = box.seal('title', title.trim());
    if (details !== undefined) patch.details = box.seal('details', details?.trim() || null);
    await db().update(Task, task, version, patch);
    changed(...Object.keys(input).map((field) => `task.${field}`));
  }

  /** The task as the person saw it. @throws Problem 404, 412 */
  async requireAt(taskId: string, version: number): Promise<Task> {
    const task = await db().find(Task, { id: taskId });
    if (!task) throw notFound();
    about(task.clientId, task.caseId);
    if (task.version !== version) throw staleVersion(task.version);
    return task;
  }

  /** @throws Problem 404, 409, 412 */
  async requireOpen(taskId: string, version: number): Promise<Task> {
    const task = await this.requireAt(taskId, version);
    if (task.status !== 'open')
      throw cannot('task_ended', 'This task is done or dropped. Open it again first.');
    return task;
  }

  private async requireAssignable(clientId: string, userId: string | null | undefined): Promise<void> {
    if (userId && !(await canSee(userId, clientId)))
      throw badField(
        'assigneeId',
        'assignee_cannot_see',
        'This colleague cannot see the client. Add them to the team of the case first.',
      );
  }
}

/** What of a task is not about a person. */
function plainOf(input: Draft): Partial<Task> {
  const { kind = 'task', priority = 'normal', assigneeId, dueOn, repeats, asleepUntil, followsId } = input;
  return { kind, priority, assigneeId, dueOn, repeats, asleepUntil, followsId };
}
