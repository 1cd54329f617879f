import { Injectable } from '@nestjs/common';
import { OFFICE_WIDE_ROLES, seesOffice } from '@app/access';
import { currentActor, db, readCursor, writeCursor } from '@app/platform';
import { teamOf } from './case-reader';
import { readCase } from './case.queries';
import type { Case } from './case.entity';
import type { CaseAccess } from './case.view';

interface EntryRow {
  number: number;
  at: Date;
  user_id: string;
  name: string | null;
  role: string;
  action: string;
  fields: string[];
  origin: string | null;
}

const PAGE = 50;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Who reads the log of a client: who oversees the office, and whoever answers for a case of the client. While nobody
 * does, it is the attorneys' and representatives' who see the client: else nobody of the team could notice anything.
 */
async function readsLog(clientId: string): Promise<boolean> {
  if (seesOffice()) return true;
  const { orgId, userId } = currentActor();
  const row = await db().one<{ mine: boolean; anybody: boolean }>(
    `SELECT coalesce(bool_or(c.responsible_id = $3), false) AS mine, count(c.responsible_id) > 0 AS anybody
       FROM cases c WHERE c.org_id = $1 AND c.client_id = $2`,
    [orgId, clientId, userId],
  );
  return row !== null && (row.mine || !row.anybody);
}

/** Who can see a case and who has. */
@Injectable()
export class CaseAccessService {
  async of(matter: Case, cursor?: string): Promise<CaseAccess> {
    const row = await readCase(matter.id);
    const standing = { team: row ? teamOf(row) : [], officeWide: [...OFFICE_WIDE_ROLES] };
    if (!(await readsLog(matter.clientId)))
      return { ...standing, logShown: false, entries: [], nextCursor: null };
    const before = cursor ? Number(readCursor(cursor, 'number').value) : null;
    const rows = await db().query<EntryRow>(
      `SELECT e.*, u.name FROM (
         SELECT row_number() OVER (ORDER BY seq)::int AS number, at, user_id, role, action, fields, origin
           FROM audit_entry WHERE org_id = $1 AND client_id IN
             (SELECT $2::uuid UNION ALL SELECT k.id FROM client k WHERE k.org_id = $1 AND k.merged_into = $2)) e
         LEFT JOIN staff_user u ON u.org_id = $1 AND u.id = e.user_id
        WHERE $3::bigint IS NULL OR e.number < $3 ORDER BY e.number DESC LIMIT ${PAGE + 1}`,
      [currentActor().orgId, matter.clientId, before],
    );
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    return {
      ...standing,
      logShown: true,
      entries: shown.map((entry) => ({
        number: entry.number,
        at: entry.at.toISOString(),
        by: { id: entry.user_id, name: entry.name ?? 'Vacatur' },
        role: entry.role,
        action: entry.action,
        fields: entry.fields,
        origin: entry.origin,
      })),
      nextCursor: rows.length > PAGE && last ? writeCursor({ value: last.number, id: NOBODY }) : null,
    };
  }
}
