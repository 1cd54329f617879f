import { currentActor, db } from '@app/platform';
import type { RecordRequestQuery } from './record-request.dto';

/** Requests that the page about the whole caseload shows. */
export const MOST = 300;

export interface ClockRow {
  requestId: string;
  deadlineId: string;
  title: string;
  dueOn: string | null;
}

/** Open deadlines that follow from these requests. */
export function clocksOf(clientId: string): Promise<ClockRow[]> {
  return db().query<ClockRow>(
    `SELECT split_part(key, ':request:', 2) AS "requestId", id AS "deadlineId", title, due_on AS "dueOn" FROM deadline
      WHERE org_id = $1 AND client_id = $2 AND rule_id LIKE 'foia.%' AND status = 'open' ORDER BY due_on NULLS LAST, id`,
    [currentActor().orgId, clientId],
  );
}

export interface RequestRow {
  id: string;
  clientId: string;
  agency: string;
  kind: string;
  status: string;
  outcome: string | null;
  lastOn: string | null;
  clockOn: string | null;
}

/** Requests of the caseload; closed ones only when they are asked for. */
export function requestsOfCaseload({ agency, status }: RecordRequestQuery): Promise<RequestRow[]> {
  return db().query<RequestRow>(
    `SELECT r.id, r.client_id AS "clientId", r.agency, r.kind, r.status, r.outcome, e.last_on AS "lastOn", d.due_on AS "clockOn"
       FROM record_request r
       LEFT JOIN LATERAL (SELECT max(x.on_date) AS last_on FROM record_event x WHERE x.org_id = r.org_id
             AND x.client_id = r.client_id AND x.request_id = r.id AND x.withdrawn_at IS NULL) e ON true
       LEFT JOIN LATERAL (SELECT min(x.due_on) AS due_on FROM deadline x WHERE x.org_id = r.org_id
             AND x.client_id = r.client_id AND x.status = 'open'
             AND x.key LIKE 'foia.%:request:' || r.id) d ON true
      WHERE r.org_id = $1 AND ($2::text IS NULL OR r.agency = $2)
        AND CASE WHEN $3::text IS NULL THEN r.status <> 'closed' ELSE r.status = $3 END
      ORDER BY d.due_on NULLS LAST, e.last_on NULLS FIRST, r.id LIMIT ${MOST + 1}`,
    [currentActor().orgId, agency ?? null, status ?? null],
  );
}

/** Names of colleagues by id. */
export async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db().query<{ id: string; name: string }>(
    'SELECT id, name FROM staff_user WHERE org_id = $1 AND id = ANY($2::uuid[])',
    [currentActor().orgId, [...new Set(ids)]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
