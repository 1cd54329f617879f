import { currentActor, db } from '@app/platform';

export interface CaseRow {
  id: string;
  version: number;
  client_id: string;
  type: string;
  stage: string;
  status: string;
  responsible_id: string | null;
  responsible_name: string | null;
  opened_on: string;
  closed_on: string | null;
  outcome: string | null;
  custody: string;
  clemency_stage: string | null;
  next_deadline_on: string | null;
  next_deadline_rule: string | null;
  next_check_in_on: string | null;
  next_check_in_time: string | null;
  updated_at: Date;
  given_name: Buffer;
  middle_name: Buffer | null;
  family_name: Buffer;
  a_number: Buffer | null;
  citizenship: string | null;
  team: { id: string; name: string; role: string; since: string }[] | null;
  stages:
    | {
        id: string;
        stage: string;
        on: string;
        note: string | null;
        by_id: string;
        by_name: string;
        at: string;
      }[]
    | null;
}

/** Everything the head of a case page shows, in one round trip. */
const ONE_CASE = `
  SELECT c.id, c.version, c.client_id, c.type, c.stage, c.status, c.responsible_id, r.name AS responsible_name,
         c.opened_on, c.closed_on, c.outcome, c.custody, c.clemency_stage, c.next_deadline_on, c.next_deadline_rule,
         c.next_check_in_on, c.next_check_in_time, c.updated_at,
         k.given_name, k.middle_name, k.family_name, k.a_number, k.citizenship,
         (SELECT json_agg(json_build_object('id', u.id, 'name', u.name, 'role', u.role, 'since', t.since) ORDER BY t.since, t.id)
            FROM case_team t JOIN staff_user u ON u.org_id = t.org_id AND u.id = t.user_id
           WHERE t.org_id = $1 AND t.case_id = c.id AND t.ended_at IS NULL) AS team,
         (SELECT json_agg(json_build_object('id', s.id, 'stage', s.stage, 'on', s.on_date, 'note', encode(s.note, 'base64'),
                                            'by_id', s.by_user, 'by_name', coalesce(u.name, ''), 'at', s.at) ORDER BY s.at, s.id)
            FROM case_stage s LEFT JOIN staff_user u ON u.org_id = s.org_id AND u.id = s.by_user
           WHERE s.org_id = $1 AND s.case_id = c.id) AS stages
    FROM cases c
    JOIN client k ON k.org_id = c.org_id AND k.id = c.client_id
    LEFT JOIN staff_user r ON r.org_id = c.org_id AND r.id = c.responsible_id
   WHERE c.org_id = $1 AND c.id = $2`;

/** One case with client, team and stages, or null when this person does not see it. */
export function readCase(caseId: string): Promise<CaseRow | null> {
  return db().one<CaseRow>(ONE_CASE, [currentActor().orgId, caseId]);
}
