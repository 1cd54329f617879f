import { Injectable } from '@nestjs/common';
import { AccessAlerts } from '@app/access';
import { Database, Log, UnitOfWork } from '@app/platform';
import { AuditTrail } from './audit-trail.service';

/** Once an hour: reads each trail whole, tells the directors of a break, and notes the end of a whole one outside. */
@Injectable()
export class AnchorDuty {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly alerts: AccessAlerts,
    private readonly log: Log,
  ) {}

  /** Returns how many breaks were found, over all organisations. */
  async round(): Promise<number> {
    const offices = await this.database.outside<{ id: string }>('SELECT sec.organisations() AS id');
    let found = 0;
    for (const { id } of offices) found += await this.office(id);
    return found;
  }

  private async office(orgId: string): Promise<number> {
    const check = await this.work.asSystem(orgId, 'audit.verify', () => this.trail.verify());
    const count = check.breaks.length + check.anchorBreaks.length;
    if (count === 0) {
      await this.work.asSystem(orgId, 'audit.anchor', () => this.trail.anchor());
      return 0;
    }
    this.log.error({ event: 'audit trail is broken', duty: 'anchor', orgId, count });
    await this.alerts.raise(orgId, 'audit_broken', null, count);
    return count;
  }
}
