import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientNames } from '@app/clients';
import { currentActor, db, Keyring, notFound, type SealedBox } from '@app/platform';
import type { Colleague } from '../retention.view';
import { DemandClient } from './demand.entity';
import { Demand } from './demand.entity';
import { heldDocumentsOf, notesOf, protectionsOf } from './demand.queries';
import type {
  DemandClientView,
  DemandDecisionView,
  DemandExportItemView,
  DemandExportView,
  DemandLine,
  DemandList,
  DemandView,
  HeldDocument,
  PrivilegedNote,
  ProtectedClient,
} from './demand.view';

interface DecisionRow {
  id: string;
  decision: DemandDecisionView['decision'];
  reasons: Buffer;
  decided_by: Colleague;
  decided_at: Date;
  approved_by: Colleague | null;
  approved_at: Date | null;
}

interface ExportRow {
  id: string;
  manifest_hash: Buffer;
  exported_by: Colleague;
  exported_at: Date;
  items: DemandExportItemView[];
}

/**
 * Reads the log of demands. Whoever does not see every client in the scope of one is not told of it at all: what was
 * asked names people, and the database keeps the row from them.
 */
@Injectable()
export class DemandReader {
  constructor(
    private readonly keyring: Keyring,
    private readonly names: ClientNames,
  ) {}

  /** The newest 500, those that are due first. */
  async list(): Promise<DemandList> {
    const rows = await db().query<{ id: string; recorder: Colleague }>(
      `SELECT d.id, json_build_object('id', u.id, 'name', u.name) AS recorder
         FROM demand d JOIN staff_user u ON u.org_id = d.org_id AND u.id = d.recorded_by
        WHERE d.org_id = $1 ORDER BY d.status = 'closed', d.due_on NULLS LAST, d.received_on DESC, d.id LIMIT 500`,
      [currentActor().orgId],
    );
    const demands = new Map((await db().findAll(Demand, {})).map((demand) => [demand.id, demand]));
    return {
      items: await Promise.all(
        rows.map(async (row) => {
          const demand = demands.get(row.id)!;
          return lineOf(demand, await this.box('demand', row.id), row.recorder);
        }),
      ),
    };
  }

  /** @throws Problem 404 */
  async require(id: string): Promise<Demand> {
    const demand = await db().find(Demand, { id });
    if (!demand) throw notFound();
    return demand;
  }

  /** The demand with all that was decided, and what left. @throws Problem 404 */
  async one(id: string): Promise<DemandView> {
    const demand = await this.require(id);
    const clients = await this.clients(id);
    const decisions = await this.decisions(id);
    const open = demand.status !== 'closed';
    const last = decisions.at(-1);
    return {
      ...lineOf(demand, await this.box('demand', id), await colleague(demand.recordedBy)),
      asked: (await this.box('demand', id)).open('asked', demand.asked),
      version: demand.version,
      from: demand.periodFrom,
      to: demand.periodTo,
      records: demand.recordKinds as DemandView['records'],
      clients,
      privileged: demand.recordKinds.includes('notes') ? await this.privileged(demand, clients) : [],
      heldDocuments: demand.recordKinds.includes('documents') ? await this.held(demand, clients) : [],
      protected: await this.protected(demand, clients),
      decisions,
      exports: await this.exports(id),
      can: {
        edit: may('demand.write') && open,
        approve:
          may('demand.export') && demand.status === 'decided' && last?.decidedBy.id !== currentActor().userId,
        export: may('demand.export') && demand.status === 'approved',
      },
    };
  }

  private async clients(demandId: string): Promise<DemandClientView[]> {
    const rows = await db().findAll(DemandClient, { demandId }, { addedAt: 'ASC', id: 'ASC' });
    const ids = rows.filter((row) => !row.removedAt).map((row) => row.clientId);
    const names = await this.names.display(ids);
    return ids.map((clientId) => ({ clientId, name: names.get(clientId)! }));
  }

  private async privileged(demand: Demand, clients: DemandClientView[]): Promise<PrivilegedNote[]> {
    const names = new Map(clients.map((client) => [client.clientId, client.name]));
    const notes = (await notesOf(demand, [...names.keys()])).filter((note) => note.kind === 'privileged');
    const keys = await this.keyring.clientKeys(currentActor().orgId, [...names.keys()]);
    return notes.map((note) => {
      const key = keys.get(note.client_id)!;
      return {
        noteId: note.id,
        clientId: note.client_id,
        clientName: names.get(note.client_id)!,
        on: note.on,
        text: key.box('case_note', note.id).open('text', note.text),
        released: note.released ?? false,
        reason: note.release_id
          ? key.box('demand_release', note.release_id).open('reason', note.release_reason)
          : null,
      };
    });
  }

  private async held(demand: Demand, clients: DemandClientView[]): Promise<HeldDocument[]> {
    const names = new Map(clients.map((client) => [client.clientId, client.name]));
    const rows = await heldDocumentsOf(demand, [...names.keys()]);
    const keys = await this.keyring.clientKeys(currentActor().orgId, [...names.keys()]);
    return rows.map((row) => {
      const key = keys.get(row.client_id)!;
      return {
        ...{ documentId: row.id, clientId: row.client_id, clientName: names.get(row.client_id)! },
        ...{ on: row.on, title: key.box('document', row.id).open('title', row.title) },
        because: row.withdrawn ? ('withdrawn' as const) : ('privileged' as const),
        released: row.released ?? false,
        reason: row.release_id
          ? key.box('demand_release', row.release_id).open('reason', row.release_reason)
          : null,
      };
    });
  }

  private async protected(demand: Demand, clients: DemandClientView[]): Promise<ProtectedClient[]> {
    const names = new Map(clients.map((client) => [client.clientId, client.name]));
    const keys = await this.keyring.clientKeys(currentActor().orgId, [...names.keys()]);
    return (await protectionsOf(demand.id, [...names.keys()])).map((row) => ({
      clientId: row.client_id,
      clientName: names.get(row.client_id)!,
      because: row.because,
      released: row.released ?? false,
      reason: row.release_id
        ? keys.get(row.client_id)!.box('demand_release', row.release_id).open('reason', row.release_reason)
        : null,
    }));
  }

  private async decisions(demandId: string): Promise<DemandDecisionView[]> {
    const rows = await db().query<DecisionRow>(
      `SELECT x.id, x.decision, x.reasons, x.decided_at, x.approved_at,
              json_build_object('id', d.id, 'name', d.name) AS decided_by,
              CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', a.name) END AS approved_by
         FROM demand_decision x JOIN staff_user d ON d.org_id = x.org_id AND d.id = x.decided_by
         LEFT JOIN staff_user a ON a.org_id = x.org_id AND a.id = x.approved_by
        WHERE x.org_id = $1 AND x.demand_id = $2 ORDER BY x.decided_at, x.id`,
      [currentActor().orgId, demandId],
    );
    return Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        decision: row.decision,
        reasons: (await this.box('demand_decision', row.id)).open('reasons', row.reasons),
        decidedBy: row.decided_by,
        decidedAt: row.decided_at.toISOString(),
        approvedBy: row.approved_by,
        approvedAt: row.approved_at?.toISOString() ?? null,
      })),
    );
  }

  private async exports(demandId: string): Promise<DemandExportView[]> {
    const rows = await db().query<ExportRow>(
      `SELECT e.id, e.manifest_hash, e.exported_at, json_build_object('id', u.id, 'name', u.name) AS exported_by,
              coalesce((SELECT json_agg(json_build_object('kind', i.kind, 'itemId', i.item_id, 'clientId', i.client_id)
                                  ORDER BY i.id)
                 FROM demand_export_item i WHERE i.org_id = e.org_id AND i.export_id = e.id), '[]') AS items
         FROM demand_export e JOIN staff_user u ON u.org_id = e.org_id AND u.id = e.exported_by
        WHERE e.org_id = $1 AND e.demand_id = $2 ORDER BY e.exported_at, e.id`,
      [currentActor().orgId, demandId],
    );
    return rows.map((row) => ({
      id: row.id,
      exportedBy: row.exported_by,
      exportedAt: row.exported_at.toISOString(),
      manifestHash: row.manifest_hash.toString('hex'),
      items: row.items,
    }));
  }

  private async box(table: string, id: string): Promise<SealedBox> {
    return (await this.keyring.orgKey(currentActor().orgId)).box(table, id);
  }
}

async function colleague(id: string): Promise<Colleague> {
  const row = await db().one<Colleague>('SELECT id, name FROM staff_user WHERE org_id = $1 AND id = $2', [
    currentActor().orgId,
    id,
  ]);
  return row ?? { id, name: '' };
}

function lineOf(demand: Demand, box: SealedBox, recordedBy: Colleague): DemandLine {
  return {
    id: demand.id,
    kind: demand.kind as DemandLine['kind'],
    status: demand.status as DemandLine['status'],
    receivedFrom: box.open('received_from', demand.receivedFrom),
    receivedOn: demand.receivedOn,
    dueOn: demand.dueOn,
    recordedBy,
  };
}
