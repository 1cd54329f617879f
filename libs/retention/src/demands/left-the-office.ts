import { may } from '@app/access';
import { currentActor, db, type Keyring } from '@app/platform';
import type { LeftOffice } from './left-the-office.view';

interface Row {
  id: string;
  demand_id: string;
  demand_kind: string;
  received_from: Buffer | null;
  at: Date;
  by: { id: string; name: string; email: string; role: string };
  decision: string;
  decided_by: { id: string; name: string };
  decided_at: Date;
  approved_by: { id: string; name: string } | null;
  items: { kind: string; count: number }[];
}

/** What of one client left the office, one row for each bundle. Who had asked only where the demand may be read. */
const LEFT = `
  SELECT x.id, x.demand_id, x.demand_kind, d.received_from, x.at, x.decision, x.decided_at,
         json_build_object('id', b.id, 'name', b.name, 'email', b.email, 'role', b.role) AS by,
         json_build_object('id', w.id, 'name', w.name) AS decided_by,
         CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', a.name) END AS approved_by,
         (SELECT json_agg(json_build_object('kind', i.kind, 'count', i.count) ORDER BY i.kind)
            FROM (SELECT i.kind, count(*)::int AS count FROM demand_export_item i
                   WHERE i.org_id = $1 AND i.export_id = x.id AND i.client_id = ANY ($2::uuid[]) GROUP BY i.kind) i) AS items
    FROM sec.left_the_office($2::uuid[]) x
    LEFT JOIN demand d ON d.org_id = $1 AND d.id = x.demand_id
    JOIN staff_user b ON b.org_id = $1 AND b.id = x.exported_by
    JOIN staff_user w ON w.org_id = $1 AND w.id = x.decided_by
    LEFT JOIN staff_user a ON a.org_id = $1 AND a.id = x.approved_by
   ORDER BY x.at DESC, x.id DESC LIMIT 500`;

/** Bundles in which something of this client left the office, the latest first. The caller has checked who may ask. */
export async function leftTheOffice(clientId: string): Promise<Row[]> {
  const { orgId } = currentActor();
  const merged = await db().query<{ id: string }>(
    'SELECT id FROM client WHERE org_id = $1 AND (id = $2 OR merged_into = $2)',
    [orgId, clientId],
  );
  return db().query<Row>(LEFT, [orgId, merged.map((row) => row.id)]);
}

/** The same for a screen: who asked is told to those who may read this demand, and to nobody else. */
export async function leftViews(clientId: string, keyring: Keyring): Promise<LeftOffice[]> {
  const rows = await leftTheOffice(clientId);
  const key = may('demand.read') ? await keyring.orgKey(currentActor().orgId) : null;
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    by: { id: row.by.id, name: row.by.name },
    demandKind: row.demand_kind,
    receivedFrom: key?.box('demand', row.demand_id).open('received_from', row.received_from) ?? null,
    decision: row.decision,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at.toISOString(),
    approvedBy: row.approved_by,
    items: row.items,
  }));
}
