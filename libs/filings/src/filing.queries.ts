import { currentActor, db } from '@app/platform';
import type { BlankView, FilingView } from './filing.view';

export interface FilingRow {
  id: string;
  version: number;
  client_id: string;
  kind: string;
  title: string;
  status: string;
  blanks: BlankView[];
  template_version: string;
  rule_set_date: string;
  created_at: Date;
  created_by: string;
  created_by_name: string;
  signed_off_at: Date | null;
  signed_off_by: string | null;
  signed_off_by_name: string | null;
  bytes: number;
  sha256: string;
}

const FILING = `
  SELECT f.id, f.version, f.client_id, f.kind, f.title, f.status, f.blanks, f.template_version, f.rule_set_date, f.created_at,
         f.created_by, c.name AS created_by_name, f.signed_off_at, f.signed_off_by, s.name AS signed_off_by_name, p.bytes, p.sha256
    FROM filing f
    JOIN staff_user c ON c.org_id = f.org_id AND c.id = f.created_by
    LEFT JOIN staff_user s ON s.org_id = f.org_id AND s.id = f.signed_off_by
    JOIN LATERAL (SELECT bytes, sha256 FROM filing_print x WHERE x.org_id = f.org_id AND x.filing_id = f.id
                   ORDER BY x.made_at DESC LIMIT 1) p ON true
   WHERE f.org_id = $1`;

/** The papers of a client, newest first. */
export function readFilings(clientId: string): Promise<FilingRow[]> {
  return db().query<FilingRow>(`${FILING} AND f.client_id = $2 ORDER BY f.created_at DESC, f.id DESC`, [
    currentActor().orgId,
    clientId,
  ]);
}

/** One paper, or null. */
export function readFiling(id: string): Promise<FilingRow | null> {
  return db().one<FilingRow>(`${FILING} AND f.id = $2`, [currentActor().orgId, id]);
}

/** A row as the contract shows it. */
export function viewOf(row: FilingRow, maySignOff: boolean): FilingView {
  return {
    id: row.id,
    version: row.version,
    clientId: row.client_id,
    kind: row.kind,
    title: row.title,
    status: row.status,
    blanks: row.blanks,
    bytes: row.bytes,
    sha256: row.sha256,
    templateVersion: row.template_version,
    ruleSetDate: row.rule_set_date,
    createdAt: row.created_at.toISOString(),
    createdBy: { id: row.created_by, name: row.created_by_name },
    signedOffAt: row.signed_off_at?.toISOString() ?? null,
    signedOffBy: row.signed_off_by ? { id: row.signed_off_by, name: row.signed_off_by_name ?? '' } : null,
    can: { signOff: maySignOff && row.status === 'draft' && row.blanks.length === 0 },
  };
}
