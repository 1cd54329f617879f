import { Injectable } from '@nestjs/common';
import { ClientsService } from '@app/clients';
import { badField, cannot, changed, currentActor, db, Keyring, newId } from '@app/platform';
import type { DecideDemand, DemandScope, NewDemand, ReleaseClient, ReleaseHeldBack } from './demand.dto';
import { Demand, DemandClient, DemandDecision, DemandRelease } from './demand.entity';
import { protectionsOf } from './demand.queries';
import { DemandReader } from './demand-reader';

/**
 * The log of demands. A decision is about one scope: whoever changes the scope, or releases another note, needs a new
 * decision and a new approval. Nothing is overwritten; what stood before is in the history.
 */
@Injectable()
export class DemandsService {
  constructor(
    private readonly keyring: Keyring,
    private readonly clients: ClientsService,
    private readonly reader: DemandReader,
  ) {}

  /** Enters a demand. Returns its id. */
  async add(input: NewDemand): Promise<string> {
    const id = newId();
    const box = (await this.keyring.orgKey(currentActor().orgId)).box('demand', id);
    await db().insert(Demand, {
      ...{ id, kind: input.kind, status: 'open', recordedBy: currentActor().userId },
      receivedFrom: box.seal('received_from', input.receivedFrom.trim()),
      asked: box.seal('asked', input.asked.trim()),
      receivedOn: input.receivedOn,
      dueOn: input.dueOn ?? null,
    });
    changed('demand');
    return id;
  }

  /** Sets what it covers; each client has to be one this person sees. @throws Problem 404, 412, 422 */
  async scope(id: string, version: number, input: DemandScope): Promise<void> {
    const demand = await this.requireOpen(id);
    if (input.from && input.to && input.from > input.to)
      throw badField('to', 'before_from', 'The period ends before it begins.');
    for (const clientId of input.clientIds) await this.clients.require(clientId);
    await db().update(Demand, demand, version, {
      status: 'open',
      periodFrom: input.from ?? null,
      periodTo: input.to ?? null,
      recordKinds: [...input.records],
    });
    const there = (await db().findAll(DemandClient, { demandId: id })).filter((row) => !row.removedAt);
    await db().query(
      `UPDATE demand_client SET removed_at = clock_timestamp()
        WHERE org_id = $1 AND demand_id = $2 AND removed_at IS NULL AND client_id <> ALL ($3::uuid[])`,
      [currentActor().orgId, id, input.clientIds],
    );
    const known = new Set(there.map((row) => row.clientId));
    const added = input.clientIds.filter((clientId) => !known.has(clientId));
    await db().insertAll(
      DemandClient,
      added.map((clientId) => ({
        ...{ id: newId(), clientId, demandId: id },
        addedBy: currentActor().userId,
      })),
    );
    changed('scope');
  }

  /** Releases one note or document for this demand, or holds it back again. @throws Problem 404, 412, 422 */
  async release(id: string, version: number, input: ReleaseHeldBack): Promise<void> {
    const demand = await this.requireOpen(id);
    const { noteId = null, documentId = null } = input;
    if ((noteId === null) === (documentId === null))
      throw badField('noteId', 'one_of_two', 'Name either a note or a document.');
    const clientId = await heldBackOf(id, noteId, documentId);
    await this.keepRelease(demand, version, { clientId, noteId, documentId }, input);
  }

  /** Releases a protected client for this demand, or holds everything about them back again. @throws Problem 404, 412, 422 */
  async releaseClient(id: string, version: number, input: ReleaseClient): Promise<void> {
    const demand = await this.requireOpen(id);
    const asked = await db().one(
      'SELECT 1 FROM demand_client WHERE org_id = $1 AND demand_id = $2 AND client_id = $3 AND removed_at IS NULL',
      [currentActor().orgId, id, input.clientId],
    );
    if (!asked || (await protectionsOf(id, [input.clientId])).length === 0)
      throw badField('clientId', 'not_in_scope', 'No client in the scope is protected like this.');
    await this.keepRelease(
      demand,
      version,
      { clientId: input.clientId, noteId: null, documentId: null },
      input,
    );
  }

  private async keepRelease(
    demand: Demand,
    version: number,
    what: Pick<DemandRelease, 'clientId' | 'noteId' | 'documentId'>,
    { released, reason }: Pick<ReleaseHeldBack, 'released' | 'reason'>,
  ): Promise<void> {
    const id = newId();
    const box = (await this.clients.key(what.clientId)).box('demand_release', id);
    await db().insert(DemandRelease, {
      ...{ ...what, id, demandId: demand.id, released },
      reason: box.seal('reason', reason.trim()),
      releasedBy: currentActor().userId,
    });
    await db().update(Demand, demand, version, { status: 'open' });
    changed('release');
  }

  /** Decides about what is in the scope now. @throws Problem 404, 412, 422 */
  async decide(id: string, version: number, input: DecideDemand): Promise<void> {
    const demand = await this.requireOpen(id);
    const decisionId = newId();
    const box = (await this.keyring.orgKey(currentActor().orgId)).box('demand_decision', decisionId);
    await db().insert(DemandDecision, {
      ...{ id: decisionId, demandId: id, decision: input.decision },
      reasons: box.seal('reasons', input.reasons.trim()),
      decidedBy: currentActor().userId,
    });
    await this.stamp('decided_for', id, decisionId);
    await db().update(Demand, demand, version, { status: 'decided' });
    changed('decision');
  }

  /** The second person; one of the two is a director. @throws Problem 404, 412, 422 */
  async approve(id: string, version: number): Promise<void> {
    const demand = await this.reader.require(id);
    const decision = await this.last(id);
    if (demand.status !== 'decided' || !decision)
      throw cannot('not_decided', 'This demand does not wait for approval.');
    const { orgId, userId, role } = currentActor();
    if (decision.decidedBy === userId)
      throw cannot('second_person', 'Whoever decided cannot approve it. Another person must.');
    const first = await db().one<{ role: string }>(
      'SELECT role FROM staff_user WHERE org_id = $1 AND id = $2',
      [orgId, decision.decidedBy],
    );
    if (role !== 'director' && first?.role !== 'director')
      throw cannot('director_needed', 'One of the two people must be a director.');
    await db().query(
      'UPDATE demand_decision SET approved_by = $3, approved_at = clock_timestamp() WHERE org_id = $1 AND id = $2',
      [orgId, decision.id, userId],
    );
    await this.stamp('approved_for', id, decision.id);
    const leaves = decision.decision === 'comply' || decision.decision === 'partly';
    await db().update(Demand, demand, version, { status: leaves ? 'approved' : 'closed' });
    changed('approval');
  }

  /** The decision that counts. */
  async last(demandId: string): Promise<DemandDecision | null> {
    const all = await db().findAll(DemandDecision, { demandId }, { decidedAt: 'DESC', id: 'DESC' });
    return all[0] ?? null;
  }

  /** Only clients whom this person sees: nobody decides about somebody unseen. */
  private async stamp(column: 'decided_for' | 'approved_for', id: string, decisionId: string): Promise<void> {
    await db().query(
      `UPDATE demand_client SET ${column} = $3 WHERE org_id = $1 AND demand_id = $2 AND removed_at IS NULL`,
      [currentActor().orgId, id, decisionId],
    );
  }

  private async requireOpen(id: string): Promise<Demand> {
    const demand = await this.reader.require(id);
    if (demand.status === 'closed')
      throw cannot('demand_closed', 'This demand was answered. Enter a new one.');
    return demand;
  }
}

/** Whose note or document this is, when it needs a release and its client is in the scope. @throws Problem 422 */
async function heldBackOf(
  demandId: string,
  noteId: string | null,
  documentId: string | null,
): Promise<string> {
  const of = (table: string, held: string): string =>
    `SELECT x.client_id FROM ${table} x JOIN demand_client c
         ON c.org_id = x.org_id AND c.client_id = x.client_id AND c.demand_id = $2 AND c.removed_at IS NULL
      WHERE x.org_id = $1 AND x.id = $3 AND ${held}`;
  const found = await db().one<{ client_id: string }>(
    noteId
      ? of('case_note', `x.kind = 'privileged'`)
      : of('document', '(x.privileged OR x.withdrawn_at IS NOT NULL)'),
    [currentActor().orgId, demandId, noteId ?? documentId],
  );
  if (found) return found.client_id;
  throw badField(
    noteId ? 'noteId' : 'documentId',
    'not_in_scope',
    'Nothing that is held back from this demand is like this.',
  );
}
