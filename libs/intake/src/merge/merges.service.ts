import { Injectable } from '@nestjs/common';
import { CaseChanges, CaseFactsService } from '@app/cases';
import { ClientsService, MergedNames, type AddedName } from '@app/clients';
import { amongErrors, cannot, changed, conflict, currentActor, db, newId, notFound } from '@app/platform';
import { collisions, stayingBehind } from './collisions';
import type { MergeRecord } from './merge.dto';
import { ClientMerge, ClientMergeRow } from './merge.entity';
import { movingTables, rowsOfClient, withWhatHangsOn, type MovingTable, type Rows } from './record-tables';
import { firstCheckIn, latestCustody, noteMoved, requireMergeable, requireSeen } from './merges.queries';
import { RowMover } from './row-mover';

/**
 * Makes one record of two that are of the same person, and two of one again. What moved is written down row by row, so
 * that an undoing moves exactly that back; what was added meanwhile stays, unless it hangs on something that moves.
 */
@Injectable()
export class Merges {
  constructor(
    private readonly clients: ClientsService,
    private readonly names: MergedNames,
    private readonly mover: RowMover,
    private readonly caseChanges: CaseChanges,
    private readonly caseFacts: CaseFactsService,
  ) {}

  /**
   * Merges the other record into this one.
   * @throws Problem 404; 422 when the other one is not there for whoever acts; 409 behind a wall, under a hold, to be erased, merged
   *   already, or when both have what a person has once; 422 for a record and itself
   */
  async merge(survivorId: string, input: MergeRecord): Promise<void> {
    const { orgId, userId } = currentActor();
    const survivor = await this.clients.require(survivorId);
    const mergedId = await requireSeen(input.otherId);
    if (mergedId === survivor.id) throw cannot('same_record', 'This is one and the same record.');
    await requireMergeable(survivor.id, mergedId);
    const tables = await movingTables();
    await this.refuseCollisions(tables, [survivor.id, mergedId]);
    const id = newId();
    const box = (await this.clients.key(survivor.id)).box('client_merge', id);
    const reason = box.seal('reason', input.reason.trim());
    await db().insert(ClientMerge, { id, clientId: survivor.id, mergedId, reason, byUser: userId });
    await db().query('UPDATE client SET merged_into = $3 WHERE org_id = $1 AND id = $2', [
      orgId,
      mergedId,
      survivor.id,
    ]);
    const staying = await withWhatHangsOn(await stayingBehind([survivor.id, mergedId]), tables, mergedId);
    const rows = without(await rowsOfClient(tables, mergedId), staying);
    await noteMoved({ mergeId: id, clientId: survivor.id }, rows);
    await this.carry({ mergeId: id, fromId: mergedId, toId: survivor.id }, tables, rows);
    await this.noteAdded(id, survivor.id, await this.names.absorb(survivor.id, mergedId));
    await this.names.index(survivor.id);
    await this.names.index(mergedId);
    await this.follow(survivor.id);
    changed('mergedRecords');
  }

  /** @throws Problem 404; 409 when it was undone already, or what was added since ties both together */
  async undo(survivorId: string, mergeId: string): Promise<void> {
    const { orgId, userId } = currentActor();
    const survivor = await this.clients.require(survivorId);
    const merge = await db().find(ClientMerge, { id: mergeId, clientId: survivor.id });
    if (!merge) throw notFound();
    await requireMergeable(survivor.id);
    const begun = await db().query(
      `UPDATE client_merge SET undone_at = now(), undone_by = $3
        WHERE org_id = $1 AND id = $2 AND undone_at IS NULL RETURNING id`,
      [orgId, merge.id, userId],
    );
    if (begun.length === 0) throw conflict('undone_already', 'This merge was undone already.');
    const kept = await db().findAll(ClientMergeRow, { mergeId: merge.id });
    await this.names.release(
      kept.filter((row) => row.added).map((row) => ({ table: row.tableName, id: row.rowId }) as AddedName),
    );
    const tables = await movingTables();
    const moved: Rows = new Map();
    for (const row of kept.filter((each) => !each.added))
      moved.set(row.tableName, (moved.get(row.tableName) ?? new Set()).add(row.rowId));
    const rows = await withWhatHangsOn(moved, tables, survivor.id);
    await this.carry({ mergeId: merge.id, fromId: survivor.id, toId: merge.mergedId }, tables, rows);
    for (const id of [survivor.id, merge.mergedId]) {
      await this.names.index(id, true);
      await this.follow(id);
    }
    // Last: whoever sees only the record that stays sees the other one no longer.
    await db().query('UPDATE client SET merged_into = NULL WHERE org_id = $1 AND id = $2', [
      orgId,
      merge.mergedId,
    ]);
    changed('mergedRecords');
  }

  private async carry(
    route: { mergeId: string; fromId: string; toId: string },
    tables: readonly MovingTable[],
    rows: Rows,
  ): Promise<void> {
    await db().query('SET CONSTRAINTS ALL DEFERRED');
    // What was entered in error belongs to the person too.
    await amongErrors(() => this.mover.move(route, tables, rows));
    try {
      await db().query('SET CONSTRAINTS ALL IMMEDIATE');
    } catch (error) {
      if ((error as { code?: string }).code !== '23503') throw error;
      throw conflict(
        'records_tied',
        'Something was recorded since that belongs to both records. Take it off first, then undo the merge.',
      );
    }
  }

  private async refuseCollisions(
    tables: readonly MovingTable[],
    pair: readonly [string, string],
  ): Promise<void> {
    const found = await collisions(tables, pair);
    if (found.length === 0) return;
    throw conflict(
      'both_have_one',
      'Both records have something that a client may have only once. Settle that first, on either of them.',
      found.map((table) => ({
        path: 'otherId',
        code: table,
        message: `Both have one: ${table.replace(/_/g, ' ')}`,
      })),
    );
  }

  private async noteAdded(mergeId: string, clientId: string, added: readonly AddedName[]): Promise<void> {
    await db().insertAll(
      ClientMergeRow,
      added.map(({ table, id }) => ({
        id: newId(),
        clientId,
        mergeId,
        tableName: table,
        rowId: id,
        added: true,
      })),
    );
  }

  /** What other libraries derive from a client's facts, and what the caseload repeats of them. */
  private async follow(clientId: string): Promise<void> {
    await this.caseChanges.tell(clientId);
    await this.caseFacts.note(clientId, {
      ...(await firstCheckIn(clientId)),
      custody: await latestCustody(clientId),
    });
  }
}

function without(rows: Rows, others: Rows): Rows {
  return new Map(
    [...rows].map(([table, ids]) => [table, new Set([...ids].filter((id) => !others.get(table)?.has(id)))]),
  );
}
