import { isDeepStrictEqual } from 'node:util';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseChanges, CaseFactsService } from '@app/cases';
import { currentActor, db, newId, officeToday } from '@app/platform';
import type { DerivedDeadline } from '@app/rules';
import { lastDayOf } from './deadline.policy';
import { countedOf, dateMoved, derive, differs, type Counted } from './derivation';
import { Deadline, DeadlineEvent, type MovedSince } from './deadline.entity';

/** Why dates are counted anew: somebody changed a fact, or the nightly check, which must find nothing. */
export type RefreshCause = 'facts_changed' | 'recomputed' | 'date_printed' | 'printed_date_withdrawn';

/** A deadline whose date or standing a refresh changed. */
export interface Moved {
  deadlineId: string;
  ruleId: string;
  reason: string;
}

/** Keeps the stored deadlines of a client in step with the facts. */
@Injectable()
export class DeadlinesService implements OnModuleInit {
  constructor(
    private readonly caseFacts: CaseFactsService,
    private readonly caseChanges: CaseChanges,
  ) {}

  onModuleInit(): void {
    this.caseChanges.listen((clientId) => this.refresh(clientId));
  }

  /**
   * Counts a client's deadlines anew and stores the difference: a moved date keeps the old one in its history and
   * loses its confirmation, what no longer follows is superseded, what is completed stays and is only marked.
   * Call it at the end of every change of a dated fact, in the same transaction. Returns what moved.
   */
  async refresh(clientId: string, cause: RefreshCause = 'facts_changed'): Promise<Moved[]> {
    // Two changes at once would each count without the other's fact; the second waits for the first to commit.
    await db().query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`deadlines|${clientId}`]);
    const today = await officeToday();
    const derived = await derive(clientId, today);
    const rows = new Map((await db().findAll(Deadline, { clientId })).map((row) => [row.key, row]));
    const moved: Moved[] = [];
    moved.push(
      ...(await this.add(
        clientId,
        derived.filter((each) => !rows.has(each.key)),
        today,
        cause,
      )),
    );
    for (const each of derived) {
      const row = rows.get(each.key);
      rows.delete(each.key);
      if (row) moved.push(...(await this.renew(row, countedOf(each), today, cause)));
    }
    for (const row of rows.values()) moved.push(...(await this.supersede(row)));
    await this.noteNext(clientId);
    return moved;
  }

  /** Tells the caseload which open deadline comes first. */
  async noteNext(clientId: string): Promise<void> {
    const next = await db().one<{ act_on: string; rule_id: string }>(
      `SELECT act_on, rule_id FROM deadline
        WHERE org_id = $1 AND client_id = $2 AND status = 'open' AND act_on IS NOT NULL ORDER BY act_on, rule_id LIMIT 1`,
      [currentActor().orgId, clientId],
    );
    await this.caseFacts.note(clientId, {
      nextDeadlineOn: next?.act_on ?? null,
      nextDeadlineRule: next?.rule_id ?? null,
    });
  }

  private async add(
    clientId: string,
    derived: DerivedDeadline[],
    today: string,
    cause: RefreshCause,
  ): Promise<Moved[]> {
    const rows = derived.map((each) => ({
      id: newId(),
      clientId,
      key: each.key,
      ...countedOf(each),
      status: 'open',
      firstDerivedOn: today,
    }));
    await db().insertAll(Deadline, rows);
    return rows.map((row) => ({ deadlineId: row.id, ruleId: row.ruleId, reason: cause }));
  }

  private async renew(row: Deadline, counted: Counted, today: string, cause: RefreshCause): Promise<Moved[]> {
    if (row.status === 'completed') return this.mark(row, counted);
    const again = row.status === 'superseded';
    if (!again && !differs(row, counted)) return [];
    const moved = again || dateMoved(row, counted);
    const unconfirmed = moved && row.confirmedBy !== null;
    await db().update(Deadline, row, row.version, {
      ...counted,
      status: 'open',
      firstDerivedOn: countedWithSince(row, counted, today),
      ...(unconfirmed ? { confirmedBy: null, confirmedAt: null, unconfirmedAt: new Date() } : {}),
    });
    if (!moved) return [];
    const reason = reasonOf(row, counted, cause);
    await this.keep(row, reason, counted);
    if (unconfirmed) await this.keep(row, 'confirmation_cleared', counted);
    return [{ deadlineId: row.id, ruleId: row.ruleId, reason }];
  }

  /** A completed deadline keeps the date it was completed against; that it would be another now is only marked. */
  private async mark(row: Deadline, counted: Counted | null): Promise<Moved[]> {
    const now = movedSince(row, counted);
    if (isDeepStrictEqual(row.movedSince, now)) return [];
    await db().update(Deadline, row, row.version, { movedSince: now });
    await this.keep(row, 'moved_after_completion', counted);
    return [{ deadlineId: row.id, ruleId: row.ruleId, reason: 'moved_after_completion' }];
  }

  private async supersede(row: Deadline): Promise<Moved[]> {
    if (row.status === 'superseded') return [];
    if (row.status === 'completed') return this.mark(row, null);
    await db().update(Deadline, row, row.version, { status: 'superseded' });
    await this.keep(row, 'superseded', null);
    return [{ deadlineId: row.id, ruleId: row.ruleId, reason: 'superseded' }];
  }

  private async keep(row: Deadline, reason: string, after: Counted | null): Promise<void> {
    await db().insert(DeadlineEvent, {
      id: newId(),
      clientId: row.clientId,
      deadlineId: row.id,
      reason,
      dueOn: row.dueOn,
      taskOn: row.taskOn,
      newDueOn: after?.dueOn ?? null,
      newTaskOn: after?.taskOn ?? null,
      byUser: currentActor().userId,
    });
  }
}

function reasonOf(row: Deadline, counted: Counted, cause: RefreshCause): string {
  if (row.status === 'superseded') return 'derived_again';
  return row.ruleSetVersion === counted.ruleSetVersion ? cause : 'rules_changed';
}

/**
 * Since when the office counts with this deadline. One that people worked towards and that a corrected fact puts into
 * the past stays in their lists, overdue, instead of passing for a period that was over before anybody knew of it.
 * A correction on the very day corrects what was just typed.
 */
function countedWithSince(row: Deadline, counted: Counted, today: string): string {
  const last = lastDayOf(counted);
  const relied = row.status === 'open' && row.actOn !== null && row.firstDerivedOn < today;
  return relied && last !== null && last < row.firstDerivedOn ? last : row.firstDerivedOn;
}

function movedSince(row: Deadline, counted: Counted | null): MovedSince | null {
  if (!counted) return { derived: false, dueOn: null, taskOn: null };
  return dateMoved(row, counted) ? { derived: true, dueOn: counted.dueOn, taskOn: counted.taskOn } : null;
}
