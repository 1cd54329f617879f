import { Injectable } from '@nestjs/common';
import { LawBasis } from '@app/law';
import { currentActor, db } from '@app/platform';
import { unnotedNext } from './change-store.queries';
import type { RefreshCause } from './changes';
import { derive } from './derivation';
import { DeadlinesService, type Moved } from './deadlines.service';
import { differ } from './differences';
import type { LawChange } from './law-change';
import { contextOf, mattersOf } from './matters';
import { digestsOf, lockFree } from './recount.queries';

/** What counting some clients anew came to. */
export interface Page {
  moved: Moved[];
  /** Clients that somebody was changing at this moment: to be counted later, one at a time. */
  busy: string[];
  /** Why clients could not be counted, one error for each. */
  errors: unknown[];
}

/**
 * Counts many clients at once. Reading takes no locks: a change of facts commits together with the deadlines that
 * follow from it, so whatever is in agreement was never wrong. Only clients whose deadlines differ are locked, and
 * counted again under the lock.
 */
@Injectable()
export class Recount {
  constructor(
    private readonly law: LawBasis,
    private readonly deadlines: DeadlinesService,
  ) {}

  /** Some clients of the organisation of this transaction, all in it. */
  async page(ids: readonly string[], cause: RefreshCause, law?: LawChange): Promise<Page> {
    const { differing, errors } = await this.compare(ids);
    if (differing.length === 0) return { moved: [], busy: [], errors };
    // A person's change waits for the client's lock last, holding rows that we may want: we are the one to give way.
    await db().query(`SELECT set_config('lock_timeout', '500ms', true)`);
    const free = await lockFree(differing);
    const moved = free.length > 0 ? await this.deadlines.refreshAll(free, cause, law) : [];
    const held = new Set(free);
    return { moved, busy: differing.filter((id) => !held.has(id)), errors };
  }

  /** The next clients after this one, by id. */
  async next(after: string | null, limit: number): Promise<string[]> {
    const rows = await db().query<{ id: string }>(
      'SELECT id FROM client WHERE org_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3',
      [currentActor().orgId, after, limit],
    );
    return rows.map((row) => row.id);
  }

  private async compare(ids: readonly string[]): Promise<{ differing: string[]; errors: unknown[] }> {
    const context = await contextOf(this.law);
    const matters = await mattersOf(ids);
    const digests = await digestsOf(ids);
    const drifted = new Set((await unnotedNext(ids)).map(({ clientId }) => clientId));
    const errors: unknown[] = [];
    const differing = ids.filter((id) => {
      try {
        return drifted.has(id) || differ(digests.get(id)!, derive(matters.get(id)!, context));
      } catch (error) {
        errors.push(error);
        return false;
      }
    });
    return { differing, errors };
  }
}
