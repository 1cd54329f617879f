import { Injectable } from '@nestjs/common';
import { ClientNames } from '@app/clients';
import { changed, currentActor, db, newId, officeToday } from '@app/platform';
import { DestructionsService } from './destructions.service';
import { OUTCOMES, type Outcome, type SetSchedule } from './retention.dto';
import { DEFAULT_YEARS, dueClients } from './retention.queries';
import type { Colleague, ErasedClient, HeldClient, RetentionOverview, ScheduleList } from './retention.view';

interface ErasedRow {
  id: string;
  code: string;
  reason_code: ErasedClient['reasonCode'];
  proposed_by: Colleague;
  proposed_at: Date;
  approved_by: Colleague;
  approved_at: Date;
  key_destroyed_at: Date;
  cleared_at: Date | null;
}

/** How long records are kept, and what is due. Nothing is destroyed because it is due: two people decide. */
@Injectable()
export class SchedulesService {
  constructor(
    private readonly names: ClientNames,
    private readonly destructions: DestructionsService,
  ) {}

  async list(): Promise<ScheduleList> {
    const set = await this.setYears();
    return {
      items: OUTCOMES.map((outcome) => ({
        outcome,
        years: set.get(outcome) ?? DEFAULT_YEARS[outcome],
        unverified: !set.has(outcome),
      })),
    };
  }

  async set(input: SetSchedule): Promise<void> {
    const { orgId, userId } = currentActor();
    await db().query(
      `INSERT INTO retention_schedule (org_id, id, outcome, years, set_by) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (org_id, outcome) DO UPDATE SET years = excluded.years, set_by = excluded.set_by,
         version = retention_schedule.version + 1, updated_at = now()`,
      [orgId, newId(), input.outcome, input.years, userId],
    );
    changed('retentionSchedule');
  }

  async overview(): Promise<RetentionOverview> {
    const schedule = await this.list();
    const years = Object.fromEntries(schedule.items.map((item) => [item.outcome, item.years]));
    const due = await dueClients(years as Record<Outcome, number>, await officeToday());
    const names = await this.names.display(due.map((row) => row.client_id));
    return {
      due: due.map((row) => ({
        clientId: row.client_id,
        name: names.get(row.client_id) ?? '',
        closedOn: row.closed_on,
        outcome: row.outcome,
        dueOn: row.due_on,
        held: row.held,
      })),
      destructions: await this.destructions.open(),
      held: await this.held(),
      erased: await this.erased(),
    };
  }

  private async setYears(): Promise<Map<string, number>> {
    const rows = await db().query<{ outcome: string; years: number }>(
      'SELECT outcome, years FROM retention_schedule WHERE org_id = $1',
      [currentActor().orgId],
    );
    return new Map(rows.map((row) => [row.outcome, row.years]));
  }

  private async held(): Promise<HeldClient[]> {
    const rows = await db().query<{ client_id: string; since: Date }>(
      `SELECT client_id, min(placed_at) AS since FROM legal_hold
        WHERE org_id = $1 AND lifted_at IS NULL GROUP BY client_id ORDER BY 2 LIMIT 500`,
      [currentActor().orgId],
    );
    const names = await this.names.display(rows.map((row) => row.client_id));
    return rows.map((row) => ({
      clientId: row.client_id,
      name: names.get(row.client_id) ?? '',
      since: row.since.toISOString(),
    }));
  }

  private async erased(): Promise<ErasedClient[]> {
    const rows = await db().query<ErasedRow>(
      `SELECT e.id, e.code, e.reason_code, e.proposed_at, e.approved_at, e.key_destroyed_at, e.cleared_at,
              json_build_object('id', p.id, 'name', p.name) AS proposed_by,
              json_build_object('id', a.id, 'name', a.name) AS approved_by
         FROM erased_client e JOIN staff_user p ON p.org_id = e.org_id AND p.id = e.proposed_by
         JOIN staff_user a ON a.org_id = e.org_id AND a.id = e.approved_by
        WHERE e.org_id = $1 ORDER BY e.key_destroyed_at DESC LIMIT 500`,
      [currentActor().orgId],
    );
    return rows.map((row) => ({
      id: row.id,
      code: row.code,
      reasonCode: row.reason_code,
      proposedBy: row.proposed_by,
      proposedAt: row.proposed_at.toISOString(),
      approvedBy: row.approved_by,
      approvedAt: row.approved_at.toISOString(),
      erasedAt: row.key_destroyed_at.toISOString(),
      clearedAt: row.cleared_at?.toISOString() ?? null,
    }));
  }
}
