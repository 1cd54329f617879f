import { Injectable } from '@nestjs/common';
import { ClientsService } from '@app/clients';
import { cannot, changed, currentActor, db, Keyring, newId, notFound } from '@app/platform';
import type { LiftHold, PlaceHold } from './retention.dto';
import { LegalHold } from './retention.entity';
import type { Colleague, HoldView } from './retention.view';

interface HoldRow {
  id: string;
  client_id: string;
  reason: Buffer;
  placed_by: Colleague;
  placed_at: Date;
  lifted_by: Colleague | null;
  lifted_at: Date | null;
  lift_reason: Buffer | null;
}

/** Legal holds: while one stands, nothing of the client is destroyed. The database refuses it too. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly clients: ClientsService,
    private readonly keyring: Keyring,
  ) {}

  /** Places a hold; several may stand at once. */
  async place(clientId: string, input: PlaceHold): Promise<void> {
    const id = newId();
    const box = (await this.clients.key(clientId)).box('legal_hold', id);
    await db().insert(LegalHold, {
      id,
      clientId,
      reason: box.seal('reason', input.reason.trim()),
      placedBy: currentActor().userId,
    });
    await this.stopDestruction(clientId);
    changed('legalHold');
  }

  /** @returns the client it was about. @throws Problem 404; 422 when it was lifted before */
  async lift(holdId: string, input: LiftHold): Promise<string> {
    const hold = await db().find(LegalHold, { id: holdId });
    if (!hold) throw notFound();
    await this.clients.require(hold.clientId);
    if (hold.liftedAt) throw cannot('hold_lifted', 'This hold was lifted already.');
    const box = (await this.clients.key(hold.clientId)).box('legal_hold', hold.id);
    await db().update(LegalHold, hold, hold.version, {
      liftedBy: currentActor().userId,
      liftedAt: new Date(),
      liftReason: box.seal('lift_reason', input.reason.trim()),
    });
    changed('legalHold');
    return hold.clientId;
  }

  /** The holds of a person's records, those that stand first. */
  async of(clientIds: readonly string[]): Promise<HoldView[]> {
    const { orgId } = currentActor();
    const rows = await db().query<HoldRow>(
      `SELECT h.id, h.client_id, h.reason, h.placed_at, h.lifted_at, h.lift_reason,
              json_build_object('id', p.id, 'name', p.name) AS placed_by,
              CASE WHEN l.id IS NOT NULL THEN json_build_object('id', l.id, 'name', l.name) END AS lifted_by
         FROM legal_hold h JOIN staff_user p ON p.org_id = h.org_id AND p.id = h.placed_by
         LEFT JOIN staff_user l ON l.org_id = h.org_id AND l.id = h.lifted_by
        WHERE h.org_id = $1 AND h.client_id = ANY ($2::uuid[]) ORDER BY h.lifted_at IS NOT NULL, h.placed_at DESC`,
      [orgId, clientIds],
    );
    if (rows.length === 0) return [];
    const keys = await this.keyring.clientKeys(orgId, clientIds);
    return rows.map((row) => {
      const box = keys.get(row.client_id)!.box('legal_hold', row.id);
      return {
        id: row.id,
        reason: box.open('reason', row.reason),
        placedBy: row.placed_by,
        placedAt: row.placed_at.toISOString(),
        liftedBy: row.lifted_by,
        liftedAt: row.lifted_at?.toISOString() ?? null,
        liftReason: box.open('lift_reason', row.lift_reason),
      };
    });
  }

  /** What was on its way, also of the record this one was merged into, is cancelled: it would have to be proposed again. */
  private async stopDestruction(clientId: string): Promise<void> {
    await db().query(
      `UPDATE destruction SET status = 'cancelled', cancelled_by = $3, cancelled_at = clock_timestamp(),
              version = version + 1, updated_at = now()
        WHERE org_id = $1 AND status IN ('proposed', 'approved')
          AND client_id IN (SELECT coalesce(k.merged_into, k.id) FROM client k WHERE k.org_id = $1 AND k.id = $2)`,
      [currentActor().orgId, clientId, currentActor().userId],
    );
  }
}
