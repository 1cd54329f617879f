import { Inject, Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientNames, ClientsService } from '@app/clients';
import {
  cannot,
  changed,
  CONFIG,
  conflict,
  currentActor,
  db,
  newId,
  notFound,
  type Config,
} from '@app/platform';
import type { ProposeDestruction } from './retention.dto';
import { Destruction } from './retention.entity';
import { recordsWith } from './retention.queries';
import type { Colleague, DestructionView, MergedRecordView } from './retention.view';

interface DestructionRow {
  id: string;
  client_id: string;
  merged: string[];
  status: DestructionView['status'];
  reason_code: DestructionView['reasonCode'];
  reason: Buffer | null;
  proposed_by: Colleague;
  proposed_at: Date;
  approved_by: Colleague | null;
  approved_at: Date | null;
  not_before: Date | null;
}

/** Erasing a client takes two people and some days. The worker carries it out; until then it can be stopped. */
@Injectable()
export class DestructionsService {
  constructor(
    private readonly clients: ClientsService,
    private readonly names: ClientNames,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem 409 while another proposal is open, or under a legal hold; 422 while a case is open */
  async propose(clientId: string, input: ProposeDestruction): Promise<void> {
    await this.requireFree(clientId);
    const id = newId();
    const box = (await this.clients.key(clientId)).box('destruction', id);
    await db().insert(Destruction, {
      id,
      clientId,
      reasonCode: input.reasonCode,
      reason: box.seal('reason', input.reason?.trim() || null),
      status: 'proposed',
      proposedBy: currentActor().userId,
    });
    changed('destruction');
  }

  /** The second person. From now on the waiting time runs. @returns the client it is about */
  async approve(destructionId: string): Promise<string> {
    const row = await this.require(destructionId);
    if (row.status !== 'proposed')
      throw cannot('not_proposed', 'This destruction does not wait for approval.');
    if (row.proposedBy === currentActor().userId)
      throw cannot('second_person', 'Whoever proposed a destruction cannot approve it. Another person must.');
    await this.requireFree(row.clientId, row.id);
    await db().query(
      `UPDATE destruction SET status = 'approved', approved_by = $3, approved_at = clock_timestamp(),
              not_before = clock_timestamp() + make_interval(secs => $4), version = version + 1, updated_at = now()
        WHERE org_id = $1 AND id = $2 AND status = 'proposed'`,
      [currentActor().orgId, row.id, currentActor().userId, this.config.destructionWaitSeconds],
    );
    changed('destruction');
    return row.clientId;
  }

  /** Stops it at any time before it is carried out. @returns the client it was about */
  async cancel(destructionId: string): Promise<string> {
    const row = await this.require(destructionId);
    if (row.status !== 'proposed' && row.status !== 'approved')
      throw cannot('not_open', 'This destruction is not open any more.');
    await db().query(
      `UPDATE destruction SET status = 'cancelled', cancelled_by = $3, cancelled_at = clock_timestamp(),
              version = version + 1, updated_at = now()
        WHERE org_id = $1 AND id = $2 AND status IN ('proposed', 'approved')`,
      [currentActor().orgId, row.id, currentActor().userId],
    );
    changed('destruction');
    return row.clientId;
  }

  /** Open ones, of one client or of all this person sees. */
  async open(clientId: string | null = null): Promise<DestructionView[]> {
    const rows = await db().query<DestructionRow>(
      `SELECT d.id, d.client_id, d.status, d.reason_code, d.reason, d.proposed_at, d.approved_at, d.not_before,
              json_build_object('id', p.id, 'name', p.name) AS proposed_by,
              CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', a.name) END AS approved_by,
              ARRAY(SELECT k.id::text FROM client k WHERE k.org_id = d.org_id AND k.merged_into = d.client_id ORDER BY k.id) AS merged
         FROM destruction d JOIN staff_user p ON p.org_id = d.org_id AND p.id = d.proposed_by
         LEFT JOIN staff_user a ON a.org_id = d.org_id AND a.id = d.approved_by
        WHERE d.org_id = $1 AND ($2::uuid IS NULL OR d.client_id = $2) AND d.status IN ('proposed', 'approved')
        ORDER BY d.proposed_at LIMIT 500`,
      [currentActor().orgId, clientId],
    );
    const names = await this.names.display(rows.flatMap((row) => [row.client_id, ...row.merged]));
    const nameOf = (id: string): string => names.get(id) ?? 'Erased client';
    return Promise.all(rows.map((row) => this.viewOf(row, nameOf)));
  }

  /** Records that were merged into this client's and are destroyed with it, by the names they had. */
  async mergedInto(clientId: string): Promise<MergedRecordView[]> {
    const { merged } = await recordsWith(clientId);
    const names = await this.names.display(merged);
    return merged.map((id) => ({ clientId: id, name: names.get(id) ?? 'Erased client' }));
  }

  private async viewOf(row: DestructionRow, nameOf: (id: string) => string): Promise<DestructionView> {
    const box = (await this.clients.key(row.client_id)).box('destruction', row.id);
    const allowed = may('client.destroy');
    return {
      id: row.id,
      clientId: row.client_id,
      clientName: nameOf(row.client_id),
      merged: row.merged.map((id) => ({ clientId: id, name: nameOf(id) })),
      status: row.status,
      reasonCode: row.reason_code,
      reason: may('client.names') ? box.open('reason', row.reason) : null,
      proposedBy: row.proposed_by,
      proposedAt: row.proposed_at.toISOString(),
      approvedBy: row.approved_by,
      approvedAt: row.approved_at?.toISOString() ?? null,
      notBefore: row.not_before?.toISOString() ?? null,
      can: {
        approve: allowed && row.status === 'proposed' && row.proposed_by.id !== currentActor().userId,
        cancel: allowed,
      },
    };
  }

  private async require(id: string): Promise<Destruction> {
    const row = await db().find(Destruction, { id });
    if (!row) throw notFound();
    await this.clients.require(row.clientId);
    return row;
  }

  private async requireFree(clientId: string, besides: string | null = null): Promise<void> {
    const { mergedInto, merged } = await recordsWith(clientId, true);
    if (mergedInto)
      throw cannot(
        'merged_away',
        'This record was merged into another one and is destroyed with it. To destroy it alone, undo the merge first.',
      );
    // Both are of one person: what keeps one of them keeps all.
    const row = await db().one<{ held: boolean; open: boolean; other: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM legal_hold WHERE org_id = $1 AND client_id = ANY ($2::uuid[]) AND lifted_at IS NULL) AS held,
              EXISTS (SELECT 1 FROM cases WHERE org_id = $1 AND client_id = ANY ($2::uuid[]) AND status = 'open') AS open,
              EXISTS (SELECT 1 FROM destruction WHERE org_id = $1 AND client_id = ANY ($2::uuid[])
                         AND status IN ('proposed', 'approved') AND id IS DISTINCT FROM $3) AS other`,
      [currentActor().orgId, [clientId, ...merged], besides],
    );
    if (row?.held)
      throw conflict('under_legal_hold', 'This client is under a legal hold. Nothing may be destroyed.');
    if (row?.other) throw conflict('proposed_already', 'The destruction of this client is proposed already.');
    if (row?.open) throw cannot('case_open', 'A case of this client is open. Close it first.');
  }
}
