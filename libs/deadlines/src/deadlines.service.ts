import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseChanges, CaseFactsService } from '@app/cases';
import { LawBasis } from '@app/law';
import { db } from '@app/platform';
import type { DeriveContext } from '@app/rules';
import { rowsOf, store, unnotedNext, type Stored } from './change-store.queries';
import { planChanges, type Change, type MatterCause, type RefreshCause } from './changes';
import { derive } from './derivation';
import { differences } from './differences';
import { digestsOf } from './recount.queries';
import type { LawChange } from './law-change';
import { LawChanges } from './law-changes.service';
import { openReviews } from './law-review.queries';
import { contextOf, mattersOf } from './matters';

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
    private readonly law: LawBasis,
    private readonly lawChanges: LawChanges,
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
  async refresh(clientId: string, cause: MatterCause = 'facts_changed'): Promise<Moved[]> {
    await this.wait(clientId);
    return this.count([clientId], cause, false);
  }

  /** Counts one client anew because the law changed, and opens reviews of what moved. */
  async refreshUnder(clientId: string, law: LawChange): Promise<Moved[]> {
    await this.wait(clientId);
    return this.refreshAll([clientId], law.cause, law);
  }

  /**
   * Counts many clients anew in one transaction. The caller holds their locks, as `refresh` holds one: nobody else
   * counts them meanwhile. Under a change of law, reviews of what moved are opened. Returns what moved.
   */
  async refreshAll(ids: readonly string[], cause: RefreshCause, law?: LawChange): Promise<Moved[]> {
    return this.count(ids, cause, true, law);
  }

  /**
   * Between a change of the law and the count of the whole office nobody can say which of the two moved a date. The
   * law can change again during a count, too: the reason is what changed until now.
   */
  private async count(
    ids: readonly string[],
    cause: RefreshCause,
    alone: boolean,
    given?: LawChange,
  ): Promise<Moved[]> {
    const context = await contextOf(this.law);
    const changes = await this.plan(ids, context, cause, alone);
    const law = (await this.lawChanges.pending(changes)) ?? given;
    if (!law) return this.apply(ids, changes, cause);
    const underLaw = law.cause === cause ? changes : await this.plan(ids, context, law.cause, alone);
    const ofNew = given ? (): boolean => true : (ruleId: string) => law.names(ruleId);
    return this.apply(ids, underLaw, law.cause, { law, ofNew });
  }

  /** Tells the caseload which open deadline comes first. */
  async noteNext(...clientIds: string[]): Promise<void> {
    await this.caseFacts.noteNextDeadlines(await unnotedNext(clientIds));
  }

  /** Two changes at once would each count without the other's fact; the second waits for the first to commit. */
  private async wait(clientId: string): Promise<void> {
    await this.law.hold();
    await db().query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`deadlines|${clientId}`]);
  }

  /** Reads dates and digests of everything, and whole rows only of what differs. */
  private async plan(
    ids: readonly string[],
    context: DeriveContext,
    cause: RefreshCause,
    alone: boolean,
  ): Promise<Change[]> {
    const stored = await digestsOf(ids);
    const matters = await mattersOf(ids);
    const open = ids.map((clientId) => ({
      clientId,
      ...differences(stored.get(clientId)!, derive(matters.get(clientId)!, context)),
    }));
    const rows = await rowsOf(
      open.flatMap(({ rowIds }) => rowIds),
      alone,
    );
    return open.flatMap(({ clientId, rowIds, derived }) =>
      planChanges(
        rowIds.flatMap((id) => rows.get(id) ?? []),
        derived,
        { clientId, today: context.today, cause },
      ),
    );
  }

  private async apply(
    ids: readonly string[],
    changes: readonly Change[],
    cause: RefreshCause,
    under?: { law: LawChange; ofNew: (ruleId: string) => boolean },
  ): Promise<Moved[]> {
    const stored = await store(changes);
    if (under) {
      const { law, ofNew } = under;
      const told = stored.filter(({ kind, counted }) => kind !== 'add' || ofNew(counted?.ruleId ?? ''));
      await openReviews(told, law);
    }
    await this.noteNext(...ids);
    return stored.flatMap((change) => movedOf(change, cause));
  }
}

function movedOf(change: Stored, cause: RefreshCause): Moved[] {
  const [reason] = change.kind === 'add' ? [cause] : change.reasons;
  const ruleId = (change.counted ?? change.row)?.ruleId ?? '';
  return reason === undefined ? [] : [{ deadlineId: change.deadlineId, ruleId, reason }];
}
