import { Injectable } from '@nestjs/common';
import { Database, db, Log, UnitOfWork } from '@app/platform';
import type { Duty } from './duty';

const HOUR = 60 * 60_000;

/** Reads every organisation's audit trail once an hour and raises an alarm when an entry was changed or is missing. */
@Injectable()
export class AuditDuty implements Duty {
  readonly name = 'audit';
  readonly everyMs = HOUR;

  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly log: Log,
  ) {}

  async round(): Promise<number> {
    await this.check();
    return 0;
  }

  /** How many entries do not fit the chain, over all organisations. Each organisation with any is logged as an error. */
  async check(): Promise<number> {
    const offices = await this.database.outside<{ id: string }>('SELECT sec.organisations() AS id');
    let total = 0;
    for (const { id } of offices) {
      const breaks = await this.work.asSystem(id, 'audit.check', () =>
        db().query('SELECT sec.audit_breaks()'),
      );
      total += breaks.length;
      if (breaks.length > 0)
        this.log.error({ event: 'audit trail is broken', duty: this.name, orgId: id, count: breaks.length });
    }
    return total;
  }
}
