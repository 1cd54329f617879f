import { Injectable } from '@nestjs/common';
import { ClientsService } from '@app/clients';
import {
  about,
  badField,
  cannot,
  changed,
  currentActor,
  db,
  newId,
  notFound,
  staleVersion,
} from '@app/platform';
import { isPrintable } from './deadline.policy';
import { Deadline, DeadlineEvent } from './deadline.entity';
import { DeadlinesService } from './deadlines.service';
import type { RecordPrintedDate } from './printed-date.dto';
import { PrintedDate } from './printed-date.entity';

type Reason = 'date_printed' | 'printed_date_withdrawn';

/** Dates that papers print. A court's own date is what it will hold people to, so it goes before the count. */
@Injectable()
export class PrintedDates {
  constructor(
    private readonly clients: ClientsService,
    private readonly deadlines: DeadlinesService,
  ) {}

  /** Records the date on a paper; one recorded before is withdrawn and kept. */
  async record(deadlineId: string, version: number, input: RecordPrintedDate): Promise<void> {
    const row = await this.require(deadlineId, version);
    if (!isPrintable(row))
      throw cannot(
        'not_printable',
        'Only an open deadline of the law can have a printed date: no paper prints the target of the office.',
      );
    if (input.on < '1950-01-01' || input.on > '2099-12-31')
      throw badField('on', 'out_of_range', 'No order or notice prints this day. Check the year.');
    await this.end(row);
    const id = newId();
    const box = (await this.clients.key(row.clientId)).box('printed_date', id);
    await db().insert(PrintedDate, {
      id,
      clientId: row.clientId,
      deadlineKey: row.key,
      onDate: input.on,
      document: input.document,
      note: box.seal('note', input.note?.trim() || null),
      byUser: currentActor().userId,
    });
    changed('printed', ...Object.keys(input).map((field) => `printed.${field}`));
    await this.apply(row, 'date_printed');
  }

  /** The paper did not say so after all: the counted date holds again. */
  async withdraw(deadlineId: string, version: number): Promise<void> {
    const row = await this.require(deadlineId, version);
    if (!(await this.end(row)))
      throw cannot('nothing_printed', 'No printed date is recorded for this deadline.');
    changed('printed');
    await this.apply(row, 'printed_date_withdrawn');
  }

  private async require(id: string, version: number): Promise<Deadline> {
    const row = await db().find(Deadline, { id });
    if (!row) throw notFound();
    about(row.clientId);
    if (row.version !== version) throw staleVersion(row.version);
    return row;
  }

  /** Withdraws what holds. Returns whether anything did. */
  private async end({ clientId, key }: Deadline): Promise<boolean> {
    const held = (await db().findAll(PrintedDate, { clientId, deadlineKey: key })).find(
      (each) => each.withdrawnAt === null,
    );
    if (!held) return false;
    const withdrawn = { withdrawnAt: new Date(), withdrawnBy: currentActor().userId };
    await db().update(PrintedDate, held, held.version, withdrawn);
    return true;
  }

  /** Counts anew. A printed date that says what the count says moves nothing, and that it was printed is still told. */
  private async apply(row: Deadline, reason: Reason): Promise<void> {
    const moved = await this.deadlines.refresh(row.clientId, reason);
    if (moved.some((each) => each.deadlineId === row.id)) return;
    await db().insert(DeadlineEvent, {
      id: newId(),
      clientId: row.clientId,
      deadlineId: row.id,
      reason,
      ...{ dueOn: row.dueOn, taskOn: row.taskOn, newDueOn: row.dueOn, newTaskOn: row.taskOn },
      byUser: currentActor().userId,
    });
  }
}
