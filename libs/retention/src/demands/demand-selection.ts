import { currentActor, db } from '@app/platform';
import type { DemandRecord } from './demand.dto';
import type { Demand } from './demand.entity';
import {
  datedFacts,
  filesOf,
  notesOf,
  protectionsOf,
  type ScopeFact,
  type ScopeFile,
  type ScopeNote,
} from './demand.queries';
import { covers } from './period';

/** What a demand says that is about its scope. */
export type ScopedDemand = Pick<Demand, 'id' | 'periodFrom' | 'periodTo' | 'recordKinds'>;

/** What may leave the office for a demand, and nothing else does: the bundle is made of this alone. */
export interface Selection {
  /** Clients of whom the record of this kind goes, in the order in which they were named. */
  clientIds: string[];
  identity: boolean;
  contacts: boolean;
  facts: ScopeFact[];
  /** Of the privileged ones only those released one by one. */
  notes: ScopeNote[];
  files: ScopeFile[];
}

/** Chooses what the decision lets out, as far as this person sees it. */
export async function selectionFor(demand: ScopedDemand, decisionId: string): Promise<Selection> {
  const clientIds = await approvedClients(demand.id, decisionId);
  const asked = (kind: DemandRecord): boolean => demand.recordKinds.includes(kind) && clientIds.length > 0;
  const period = { from: demand.periodFrom, to: demand.periodTo };
  const facts = asked('chronology') ? await datedFacts(clientIds) : [];
  const notes = asked('notes') ? await notesOf(demand, clientIds) : [];
  return {
    clientIds,
    identity: asked('identity'),
    contacts: asked('contacts'),
    facts: facts.filter((fact) => covers(period, fact.on)),
    notes: notes.filter((note) => note.kind !== 'privileged' || note.released === true),
    files: asked('documents') ? await filesOf(demand, clientIds) : [],
  };
}

/**
 * Whoever decided, whoever approved and whoever exports see the client: the last by row security. Whom 8 U.S.C. 1367
 * protects goes only when released for this demand, also when the fact that protects them came after the approval.
 */
async function approvedClients(demandId: string, decisionId: string): Promise<string[]> {
  const rows = await db().query<{ client_id: string }>(
    `SELECT d.client_id FROM demand_client d JOIN client c ON c.org_id = d.org_id AND c.id = d.client_id
      WHERE d.org_id = $1 AND d.demand_id = $2 AND d.removed_at IS NULL AND d.decided_for = $3 AND d.approved_for = $3
      ORDER BY d.added_at, d.id`,
    [currentActor().orgId, demandId, decisionId],
  );
  const ids = rows.map((row) => row.client_id);
  const held = (await protectionsOf(demandId, ids)).filter((row) => row.released !== true);
  return ids.filter((id) => !held.some((row) => row.client_id === id));
}
