import { Injectable } from '@nestjs/common';
import { ClientsService } from '@app/clients';
import { DeadlinesService } from '@app/deadlines';
import { amongErrors, badField, cannot, changed, currentActor, db, newId, staleVersion } from '@app/platform';
import { requireRow } from '../removal-rows';
import { EntryWithdrawal } from './entry-withdrawal.entity';
import { ERROR_KINDS, type ErrorKindName } from './error-kinds';
import type { WithdrawEntry } from './in-error.dto';

/**
 * Withdraws records that were entered in error, and puts them back. Nothing is deleted: the row rule hides a withdrawn
 * record from every list, count, clock and report at once, and what was derived from it is derived anew.
 */
@Injectable()
export class EntriesInErrorService {
  constructor(
    private readonly clients: ClientsService,
    private readonly deadlines: DeadlinesService,
  ) {}

  /** @throws Problem 404; 422 for a record this client does not have, or that was withdrawn already */
  async withdraw(clientId: string, { kind, recordId, reason }: WithdrawEntry): Promise<string> {
    await this.clients.require(clientId);
    if (!reason.trim()) throw badField('reason', 'required', 'Say why this should not have been entered.');
    if (!(await mark(kind, clientId, recordId, true)))
      throw badField('recordId', 'unknown_record', 'This client has no such record.');
    const id = newId();
    const box = (await this.clients.key(clientId)).box('entry_withdrawal', id);
    await db().insert(EntryWithdrawal, {
      ...{ id, clientId, recordKind: kind, recordId, byUser: currentActor().userId },
      reason: box.seal('reason', reason.trim()),
    });
    await this.follow(kind, clientId, recordId);
    return id;
  }

  /** The record counts again, as it was. @throws Problem 404, 412; 422 when it was put back already */
  async putBack(id: string, version: number): Promise<void> {
    const row = await requireRow(EntryWithdrawal, id);
    if (row.version !== version) throw staleVersion(row.version);
    if (row.putBackAt) throw cannot('put_back_already', 'This record was put back already.');
    const kind = row.recordKind as ErrorKindName;
    const back = { putBackBy: currentActor().userId, putBackAt: new Date() };
    await db().update(EntryWithdrawal, row, version, back);
    await mark(kind, row.clientId, row.recordId, false);
    await this.follow(kind, row.clientId, row.recordId);
  }

  private async follow(kind: ErrorKindName, clientId: string, recordId: string): Promise<void> {
    if (kind === 'supervision_condition') await followConditions(clientId, recordId);
    changed(`${kind}.enteredInError`);
    await this.deadlines.refresh(clientId);
  }
}

/** Whether there was such a record to mark. */
async function mark(kind: ErrorKindName, clientId: string, id: string, wrong: boolean): Promise<boolean> {
  if (!(kind in ERROR_KINDS)) throw new Error('Records of this kind are not withdrawn.');
  const rows = await amongErrors(() =>
    db().query(
      `UPDATE "${kind}" SET entered_in_error = $4
        WHERE org_id = $1 AND client_id = $2 AND id = $3 AND entered_in_error <> $4 RETURNING id`,
      [currentActor().orgId, clientId, id, wrong],
    ),
  );
  return rows.length === 1;
}

/**
 * The condition that a withdrawn one came in place of is in force again, and over again when that one is put back.
 * What somebody changed of it meanwhile stays.
 */
async function followConditions(clientId: string, id: string): Promise<void> {
  await db().query(
    `UPDATE supervision_condition b
        SET status = CASE WHEN n.id IS NULL THEN 'in_force' ELSE 'changed' END, until_on = n.from_on,
            version = b.version + 1, updated_at = now()
       FROM (SELECT $3::uuid AS next_id) w
       LEFT JOIN supervision_condition n ON n.org_id = $1 AND n.client_id = $2 AND n.id = w.next_id
      WHERE b.org_id = $1 AND b.client_id = $2 AND b.next_id = w.next_id
        AND b.status = CASE WHEN n.id IS NULL THEN 'changed' ELSE 'in_force' END`,
    [currentActor().orgId, clientId, id],
  );
}
