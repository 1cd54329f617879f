import { Injectable } from '@nestjs/common';
import { Database, Log, UnitOfWork } from '@app/platform';
import type { RefreshCause } from './changes';
import { DeadlinesService, type Moved } from './deadlines.service';
import type { LawChange } from './law-change';
import { LawChanges, type Due } from './law-changes.service';
import { Recount, type Page } from './recount.service';

/** What a full recomputation looked at and found. Without a change of law, `changed` other than empty is an alarm. */
export interface Recomputation {
  clients: number;
  changed: Moved[];
  /** Clients whose deadlines could not be counted. */
  failed: number;
}

/** Clients counted in one transaction, and transactions at once: the database works while the next page is derived. */
const PAGE = 250;
const LANES = 2;

/** How often a client is tried alone before it counts as failed. */
const TRIES = 3;

/** After a count in which a client failed, the same count would fail again: it is tried once an hour. */
const AGAIN_AFTER_MS = 60 * 60_000;

/** Counts all deadlines anew: when the law changed, and once a night, when it must find nothing. */
@Injectable()
export class DeadlineDuty {
  private turn: Promise<unknown> = Promise.resolve();
  private readonly failed = new Map<string, { fingerprint: string; until: number }>();

  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly deadlines: DeadlinesService,
    private readonly recount: Recount,
    private readonly lawChanges: LawChanges,
    private readonly log: Log,
  ) {}

  /** Every organisation in full. Safe to run twice or to be killed. */
  async run(): Promise<{ clients: number; changed: number; failed: number }> {
    const total = { clients: 0, changed: 0, failed: 0 };
    await this.each(async (orgId) => {
      const found = await this.recomputeAll(orgId);
      total.clients += found.clients;
      total.changed += found.changed.length;
      total.failed += found.failed;
    });
    return total;
  }

  /**
   * Counts the organisations whose rules, calendar or verifications are not those of their last count, and tells their
   * attorneys. Looks at two marks where nothing changed. Returns how many organisations were counted.
   */
  async followTheLaw(): Promise<number> {
    let counted = 0;
    await this.each((orgId) =>
      this.inTurn(async () => {
        const due = await this.due(orgId);
        if (due.same || this.isTooSoon(orgId, due)) return;
        await this.count(orgId, due);
        counted += 1;
      }),
    );
    return counted;
  }

  /** One organisation in full. What moved without a change of law is stored as `recomputed` and logged as an error. */
  recomputeAll(orgId: string): Promise<Recomputation> {
    return this.inTurn(async () => this.count(orgId, await this.due(orgId)));
  }

  /** Two counts of one process at once would only do the same work twice. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** One organisation's trouble must not keep the others from being counted; the round then fails at its end. */
  private async each(work: (orgId: string) => Promise<void>): Promise<void> {
    const offices = await this.database.outside<{ id: string }>('SELECT sec.organisations() AS id');
    const errors: unknown[] = [];
    for (const { id: orgId } of offices) {
      try {
        await work(orgId);
      } catch (error) {
        this.log.error({ event: 'organisation not counted', orgId, duty: 'deadlines' }, error);
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }

  private due(orgId: string): Promise<Due> {
    return this.work.asSystem(orgId, 'deadlines.law', () => this.lawChanges.due());
  }

  private isTooSoon(orgId: string, { marks }: Due): boolean {
    const last = this.failed.get(orgId);
    return last?.fingerprint === marks.fingerprint && Date.now() < last.until;
  }

  private async count(orgId: string, { marks, same, change }: Due): Promise<Recomputation> {
    const found = await this.everybody(orgId, change);
    const count = found.changed.length;
    if (change) this.log.info({ event: 'counted under changed law', orgId, duty: 'deadlines', count });
    else if (count > 0)
      this.log.error({ event: 'deadlines moved by themselves', orgId, duty: 'deadlines', count });
    const whole = found.failed === 0;
    if (!whole)
      this.failed.set(orgId, { fingerprint: marks.fingerprint, until: Date.now() + AGAIN_AFTER_MS });
    // The mark comes last: a count that was interrupted, or left somebody out, begins again and finds the rest.
    await this.work.asSystem(orgId, 'deadlines.law', () => this.lawChanges.done(marks, whole && !same));
    return found;
  }

  private async everybody(orgId: string, law: LawChange | null): Promise<Recomputation> {
    const found: Recomputation = { clients: 0, changed: [], failed: 0 };
    const alone: string[] = [];
    const pages = this.pages(orgId);
    const lane = async (): Promise<void> => {
      for (let ids = await pages(); ids.length > 0; ids = await pages()) {
        const page = await this.page(orgId, ids, law);
        found.clients += ids.length;
        for (const error of page.errors) this.report(orgId, found, error);
        for (const moved of page.moved) found.changed.push(moved);
        alone.push(...page.busy);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    for (const id of alone) await this.single(orgId, id, law, found);
    return found;
  }

  /** Pages of clients by id, one after the other whoever asks. */
  private pages(orgId: string): () => Promise<string[]> {
    let after: string | null = null;
    let reading: Promise<string[]> = Promise.resolve([]);
    return () => {
      reading = reading.then(async () => {
        const ids = await this.work.asSystem(orgId, 'deadlines.recompute', () =>
          this.recount.next(after, PAGE),
        );
        after = ids.at(-1) ?? after;
        return ids;
      });
      return reading;
    };
  }

  /** A page that fails as a whole tells nothing about its clients: each is counted alone. */
  private async page(orgId: string, ids: string[], law: LawChange | null): Promise<Page> {
    const cause: RefreshCause = law?.cause ?? 'recomputed';
    try {
      return await this.work.asSystem(orgId, 'deadlines.recompute', () =>
        this.recount.page(ids, cause, law ?? undefined),
      );
    } catch {
      return { moved: [], busy: ids, errors: [] };
    }
  }

  /** One client's trouble must not keep the others from being counted. */
  private async single(
    orgId: string,
    id: string,
    law: LawChange | null,
    found: Recomputation,
  ): Promise<void> {
    const refresh = (): Promise<Moved[]> =>
      law ? this.deadlines.refreshUnder(id, law) : this.deadlines.refresh(id, 'recomputed');
    for (let tries = 1; ; tries += 1) {
      try {
        found.changed.push(...(await this.work.asSystem(orgId, 'deadlines.recompute', refresh)));
        return;
      } catch (error) {
        // A person may hold the client for longer than a lock is waited for; that must not cost the office an hour.
        if (tries === TRIES) return this.report(orgId, found, error);
      }
    }
  }

  private report(orgId: string, found: Recomputation, error: unknown): void {
    found.failed += 1;
    this.log.error({ event: 'deadlines not recomputed', orgId, duty: 'deadlines' }, error);
  }
}
