import type { ClemencyStage, Grantor, InstrumentKind, Known } from '@app/rules';
import { currentActor, db } from '@app/platform';

export interface StageRow {
  id: string;
  stage: ClemencyStage;
  on: string;
  note: string | null;
  by_id: string;
  by_name: string | null;
  at: string;
}

export interface ApplicationRow {
  id: string;
  client_id: string;
  version: number;
  jurisdiction: string;
  on_behalf: boolean;
  stage: ClemencyStage;
  conviction_ids: string[];
  stages: StageRow[];
}

export interface GrantRow {
  id: string;
  client_id: string;
  version: number;
  application_id: string;
  jurisdiction: string;
  signed_on: string | null;
  effective_on: string | null;
  received_on: string | null;
  announced_on: string | null;
  instrument_kind: InstrumentKind;
  grantor: Grantor;
  individual: boolean | null;
  attorney_reading: 'no_condition' | 'condition' | null;
  conditions_met: Known | null;
  fraud_alleged: Known | null;
  wording: Buffer | null;
  conviction_ids: string[];
}

/** An earlier state as the history trigger kept it: JSON, with bytes as `\x` and hexadecimal digits. */
export interface GrantWas {
  row_id: string;
  was: Record<'signed_on' | 'effective_on' | 'received_on' | 'announced_on' | 'wording', string | null> & {
    version: number;
    instrument_kind: string;
    grantor: string;
  };
  replaced_by: string;
  replaced_by_name: string | null;
  replaced_at: Date;
}

const APPLICATIONS = `
  SELECT a.id, a.client_id, a.version, a.jurisdiction, a.on_behalf, a.stage,
         ARRAY(SELECT l.conviction_id::text FROM application_conviction l
                WHERE l.org_id = $1 AND l.application_id = a.id ORDER BY l.id) AS conviction_ids,
         (SELECT json_agg(json_build_object('id', s.id, 'stage', s.stage, 'on', s.on_date, 'note', encode(s.note, 'base64'),
                                            'by_id', s.by_user, 'by_name', u.name, 'at', s.at) ORDER BY s.at, s.id)
            FROM application_stage s LEFT JOIN staff_user u ON u.org_id = s.org_id AND u.id = s.by_user
           WHERE s.org_id = $1 AND s.client_id = a.client_id AND s.application_id = a.id) AS stages
    FROM pardon_application a
   WHERE a.org_id = $1`;

const GRANTS = `
  SELECT g.id, g.client_id, g.version, g.application_id, a.jurisdiction, g.signed_on, g.effective_on, g.received_on,
         g.announced_on, g.instrument_kind, g.grantor, g.individual, g.attorney_reading, g.conditions_met, g.fraud_alleged,
         g.wording,
         ARRAY(SELECT l.conviction_id::text FROM grant_conviction l
                WHERE l.org_id = $1 AND l.grant_id = g.id ORDER BY l.id) AS conviction_ids
    FROM pardon_grant g JOIN pardon_application a ON a.org_id = g.org_id AND a.id = g.application_id
   WHERE g.org_id = $1`;

export function readApplications(clientId: string): Promise<ApplicationRow[]> {
  return db().query(`${APPLICATIONS} AND a.client_id = $2 ORDER BY a.created_at DESC, a.id DESC`, [
    currentActor().orgId,
    clientId,
  ]);
}

export function readApplication(id: string): Promise<ApplicationRow | null> {
  return db().one(`${APPLICATIONS} AND a.id = $2`, [currentActor().orgId, id]);
}

export function readGrants(clientId: string): Promise<GrantRow[]> {
  return db().query(`${GRANTS} AND g.client_id = $2 ORDER BY g.created_at, g.id`, [
    currentActor().orgId,
    clientId,
  ]);
}

export function readGrantHistory(ids: string[]): Promise<GrantWas[]> {
  return db().query(
    `SELECT h.row_id, h.was, h.replaced_by, u.name AS replaced_by_name, h.replaced_at
       FROM row_history h LEFT JOIN staff_user u ON u.org_id = h.org_id AND u.id = h.replaced_by
      WHERE h.org_id = $1 AND h.table_name = 'pardon_grant' AND h.row_id = ANY($2::uuid[])
      ORDER BY h.replaced_at DESC, h.id`,
    [currentActor().orgId, ids],
  );
}

/** Which of these convictions are recorded for the client. */
export async function readConvictionIds(clientId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await db().query<{ id: string }>(
    'SELECT id FROM conviction WHERE org_id = $1 AND client_id = $2 AND id = ANY($3::uuid[])',
    [currentActor().orgId, clientId, ids],
  );
  return rows.map((row) => row.id);
}
