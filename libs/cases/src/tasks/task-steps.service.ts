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
  officeToday,
} from '@app/platform';
import type { PutOffTask } from './task.dto';
import { Task, TaskLine } from './task.entity';
import { nextDay } from './tasks.queries';
import { TasksService } from './tasks.service';
import { canSee } from '../walls/who-sees';

/** What happens to a task: ticked off, done, dropped, opened again, put off. */
@Injectable()
export class TaskSteps {
  constructor(
    private readonly tasks: TasksService,
    private readonly keyring: Keyring,
  ) {}

  /** Done. A task that repeats leaves the next one behind. */
  async done(taskId: string, version: number): Promise<void> {
    const task = await this.tasks.requireOpen(taskId, version);
    await db().update(Task, task, version, { status: 'done', ...ended(), reason: null, asleepUntil: null });
    if (task.repeats) await this.repeat(task, task.repeats);
    changed('task.status');
  }

  async drop(taskId: string, version: number, reason: string): Promise<void> {
    const task = await this.tasks.requireOpen(taskId, version);
    const sealed = await this.seal(task, reason);
    await db().update(Task, task, version, {
      status: 'dropped',
      ...ended(),
      reason: sealed,
      asleepUntil: null,
    });
    changed('task.status');
  }

  async reopen(taskId: string, version: number, reason: string): Promise<void> {
    const task = await this.tasks.requireAt(taskId, version);
    if (task.status === 'open') throw cannot('task_open', 'This task is open already.');
    const sealed = await this.seal(task, reason);
    await db().update(Task, task, version, { status: 'open', endedBy: null, endedAt: null, reason: sealed });
    changed('task.status');
  }

  /** Out of the lists until a day, when it comes back by itself. */
  async putOff(taskId: string, version: number, { until }: PutOffTask): Promise<void> {
    const task = await this.tasks.requireOpen(taskId, version);
    if (until <= (await officeToday()))
      throw badField('until', 'not_in_future', 'Choose a day still to come.');
    if (task.dueOn && until > task.dueOn)
      throw badField('until', 'after_due', 'It would come back after the day it is due.');
    await db().update(Task, task, version, { asleepUntil: until });
    changed('task.asleepUntil');
  }

  async addLine(taskId: string, text: string): Promise<void> {
    const task = await this.requireListed(taskId);
    const count = await db().one<{ n: number }>(
      'SELECT count(*)::int AS n FROM task_item WHERE org_id = $1 AND task_id = $2',
      [currentActor().orgId, task.id],
    );
    if ((count?.n ?? 0) >= 50) throw cannot('checklist_full', 'A checklist has at most 50 lines.');
    const id = newId();
    const key = await this.keyring.clientKey(currentActor().orgId, task.clientId);
    const sealed = key.box('task_item', id).seal('text', text.trim());
    await db().insert(TaskLine, {
      ...{ id, clientId: task.clientId, taskId: task.id, position: count?.n ?? 0 },
      text: sealed,
    });
    changed('task.items');
  }

  /** Ticks a line or takes the tick back; ticking what is ticked changes nothing, so the first who did stays. */
  async tick(taskId: string, lineId: string, ticked: boolean): Promise<void> {
    await this.requireListed(taskId);
    const { orgId, userId } = currentActor();
    const rows = await db().query(
      `UPDATE task_item SET ticked_by = CASE WHEN $4 THEN $5::uuid END, ticked_at = CASE WHEN $4 THEN clock_timestamp() END
        WHERE org_id = $1 AND id = $2 AND task_id = $3 AND (ticked_by IS NULL) = $4 RETURNING id`,
      [orgId, lineId, taskId, ticked, userId],
    );
    if (rows.length === 0 && !(await db().find(TaskLine, { id: lineId, taskId }))) throw notFound();
    changed('task.items');
  }

  private async requireListed(taskId: string): Promise<Task> {
    const task = await db().find(Task, { id: taskId });
    if (!task) throw notFound();
    about(task.clientId, task.caseId);
    if (task.status !== 'open')
      throw cannot('task_ended', 'This task is done or dropped. Open it again first.');
    return task;
  }

  private async seal(task: Task, reason: string): Promise<Buffer> {
    const key = await this.keyring.clientKey(currentActor().orgId, task.clientId);
    return key.box('task', task.id).seal('reason', reason.trim());
  }

  private async repeat(task: Task, repeats: string): Promise<void> {
    const key = await this.keyring.clientKey(currentActor().orgId, task.clientId);
    const box = key.box('task', task.id);
    const lines = await db().findAll(TaskLine, { taskId: task.id }, { position: 'ASC', id: 'ASC' });
    const today = await officeToday();
    const attended = task.assigneeId !== null && (await canSee(task.assigneeId, task.clientId));
    await this.tasks.write(
      { id: task.caseId, clientId: task.clientId },
      {
        title: box.open('title', task.title),
        details: box.open('details', task.details),
        assigneeId: attended ? task.assigneeId : null,
        dueOn: await nextDay(task.dueOn ?? today, repeats, today),
        priority: task.priority as 'normal',
        repeats: repeats as 'weekly',
        items: lines.map((line) => key.box('task_item', line.id).open('text', line.text)),
        followsId: task.id,
      },
    );
  }
}

const ended = (): Pick<Task, 'endedBy' | 'endedAt'> => ({
  endedBy: currentActor().userId,
  endedAt: new Date(),
});
