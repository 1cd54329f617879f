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
  staleVersion,
} from '@app/platform';
import { isCompletable, isConfirmable, isReopenable } from './deadline.policy';
import type { CompleteDeadline, ReopenDeadline } from './deadline.dto';
import { Deadline, DeadlineEvent } from './deadline.entity';
import { criticalOf } from './sign-off/critical';
import { DeadlinesService } from './deadlines.service';

/** What people do with a deadline. Dates are not among it: those follow from the facts. */
@Injectable()
export class DeadlineActions {
  constructor(
    private readonly deadlines: DeadlinesService,
    private readonly keyring: Keyring,
  ) {}

  /** An attorney stands for the date. */
  async confirm(id: string, version: number): Promise<void> {
    const row = await this.require(id, version);
    if (!isConfirmable(row)) {
      throw cannot(
        'not_confirmable',
        'Only an open deadline with a date that nobody has confirmed can be confirmed.',
      );
    }
    const confirmedBy = currentActor().userId;
    await db().update(Deadline, row, version, { confirmedBy, confirmedAt: new Date(), unconfirmedAt: null });
    await this.keep(row, 'confirmed');
    changed('confirmed');
  }

  /** Done: on which day, and what proves it. */
  async complete(id: string, version: number, input: CompleteDeadline): Promise<void> {
    const row = await this.require(id, version);
    if (isCompletable(row) && criticalOf(row))
      throw cannot(
        'proof_needed',
        'This deadline closes only with a proof of filing that another person signs off.',
      );
    if (!isCompletable(row)) {
      throw cannot('not_completable', 'Only an open deadline that somebody can act on can be completed.');
    }
    if (input.on > (await officeToday())) {
      throw badField('on', 'in_future', 'This day is still to come. Complete the deadline when it is done.');
    }
    const { orgId, userId } = currentActor();
    const box = (await this.keyring.clientKey(orgId, row.clientId)).box('deadline', row.id);
    await db().update(Deadline, row, version, {
      status: 'completed',
      completedBy: userId,
      completedAt: new Date(),
      completedOn: input.on,
      completionNote: box.seal('completion_note', input.note.trim()),
      movedSince: null,
    });
    await this.keep(row, 'completed', input.note);
    await this.deadlines.noteNext(row.clientId);
    changed('completed');
  }

  /** It was not done after all: it is open again, with the date that the facts give now. */
  async reopen(id: string, version: number, input: ReopenDeadline): Promise<void> {
    const row = await this.require(id, version);
    if (!isReopenable(row)) throw cannot('not_completed', 'Only a completed deadline can be opened again.');
    await db().update(Deadline, row, version, {
      status: 'open',
      completedBy: null,
      completedAt: null,
      completedOn: null,
      completionNote: null,
      movedSince: null,
    });
    await db().query(
      `UPDATE deadline_proof SET state = 'reopened', version = version + 1, updated_at = now()
        WHERE org_id = $1 AND deadline_id = $2 AND state = 'signed_off'`,
      [currentActor().orgId, row.id],
    );
    await this.keep(row, 'reopened', input.note);
    await this.deadlines.refresh(row.clientId);
    changed('completed');
  }

  /** What the person saw is compared first: "changed meanwhile" explains more than "cannot be done any more". */
  async require(id: string, version: number): Promise<Deadline> {
    const row = await db().find(Deadline, { id });
    if (!row) throw notFound();
    about(row.clientId);
    if (row.version !== version) throw staleVersion(row.version);
    return row;
  }

  /** Tells what happened to a deadline whose dates stay. */
  async keep(row: Deadline, reason: string, note?: string): Promise<void> {
    const id = newId();
    const { orgId, userId } = currentActor();
    const box = (await this.keyring.clientKey(orgId, row.clientId)).box('deadline_history', id);
    await db().insert(DeadlineEvent, {
      id,
      clientId: row.clientId,
      deadlineId: row.id,
      reason,
      dueOn: row.dueOn,
      taskOn: row.taskOn,
      newDueOn: row.dueOn,
      newTaskOn: row.taskOn,
      note: box.seal('note', note?.trim() || null),
      byUser: userId,
    });
  }
}
