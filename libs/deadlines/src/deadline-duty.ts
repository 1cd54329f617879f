import { Injectable } from '@nestjs/common';
import { currentActor, Database, db, Log, UnitOfWork } from '@app/platform';
import { DeadlinesService, type Moved } from './deadlines.service';

/** What a full recomputation looked at and found. `changed` other than empty is an alarm. */
export interface Recomputation {
  clients: number;
  changed: Moved[];
  /** Clients whose deadlines could not be counted. */
  failed: number;
}

/** Counts all deadlines anew. Every change of a fact has done so already, so this must find nothing. */
@Injectable()
export class DeadlineDuty {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly deadlines: DeadlinesService,
    private readonly log: Log,
  ) {}

  /** All organisations, one client at a time, each in a transaction of its own. Safe to run twice or to be killed. */
  async run(): Promise<{ clients: number; changed: number; failed: number }> {
    const offices = await this.database.outside<{ id: string }>('SELECT sec.organisations() AS id');
    const total = { clients: 0, changed: 0, failed: 0 };
    for (const { id } of offices) {
      const found = await this.recomputeAll(id);
      total.clients += found.clients;
      total.changed += found.changed.length;
      total.failed += found.failed;
    }
    return total;
  }

  /** One organisation. What is found is stored with reason `recomputed` and logged as an error. */
  async recomputeAll(orgId: string): Promise<Recomputation> {
    const clients = await this.work.asSystem(orgId, 'deadlines.recompute', () =>
      db().query<{ id: string }>('SELECT id FROM client WHERE org_id = $1 ORDER BY id', [
        currentActor().orgId,
      ]),
    );
    const found: Recomputation = { clients: clients.length, changed: [], failed: 0 };
    for (const { id } of clients) {
      try {
        const refresh = (): Promise<Moved[]> => this.deadlines.refresh(id, 'recomputed');
        found.changed.push(...(await this.work.asSystem(orgId, 'deadlines.recompute', refresh)));
      } catch (error) {
        // One client's trouble must not keep the others from being checked.
        found.failed += 1;
        this.log.error({ event: 'deadlines not recomputed', orgId, duty: 'deadlines' }, error);
      }
    }
    const count = found.changed.length;
    if (count > 0)
      this.log.error({ event: 'deadlines moved by themselves', orgId, duty: 'deadlines', count });
    return found;
  }
}
