import { currentActor, db } from '@app/platform';
import type { JurisdictionVerification } from '@app/rules';
import type { VerificationView, VerifiedView } from './rule.view';

interface VerificationRow {
  id: string;
  ruleVersion: number | null;
  on: string;
  sourceSeen: string;
  note: string | null;
  byUser: string;
  byName: string;
  at: Date;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  withdrawnByName: string | null;
}

/** What the office's attorneys have recorded about the versions of a rule, the withdrawn included, newest first. */
export async function verificationsOf(ruleId: string): Promise<VerificationView[]> {
  const rows = await recordedOf(ruleId);
  return rows.flatMap(({ ruleVersion, ...row }) => (ruleVersion === null ? [] : [{ ...row, ruleVersion }]));
}

/** The same about any subject that attorneys verify. */
export async function recordedOf(
  subject: string,
): Promise<(VerifiedView & { ruleVersion: number | null })[]> {
  const rows = await db().query<VerificationRow>(
    `SELECT v.id, v.rule_version AS "ruleVersion", v.on_date AS "on", v.source_seen AS "sourceSeen", v.note,
            v.by_user AS "byUser", u.name AS "byName", v.at,
            v.withdrawn_at AS "withdrawnAt", v.withdrawn_by AS "withdrawnBy", w.name AS "withdrawnByName"
       FROM law_verification v
       JOIN staff_user u ON u.org_id = v.org_id AND u.id = v.by_user
       LEFT JOIN staff_user w ON w.org_id = v.org_id AND w.id = v.withdrawn_by
      WHERE v.org_id = $1 AND v.rule_id = $2 ORDER BY v.at DESC, v.id DESC LIMIT 500`,
    [currentActor().orgId, subject],
  );
  return rows.map(({ byUser, byName, at, withdrawnAt, withdrawnBy, withdrawnByName, ...row }) => ({
    ...row,
    by: { id: byUser, name: byName },
    at: at.toISOString(),
    withdrawn:
      withdrawnAt && withdrawnBy
        ? { at: withdrawnAt.toISOString(), by: { id: withdrawnBy, name: withdrawnByName ?? '' } }
        : null,
  }));
}

/** The newest standing comparison of a pardoning authority's record with its live page, or null. */
export function standingCheckOf(jurisdiction: string): Promise<JurisdictionVerification | null> {
  return db().one<JurisdictionVerification>(
    `SELECT u.name AS by, v.on_date AS "on", v.source_seen AS "sourceSeen"
       FROM law_verification v JOIN staff_user u ON u.org_id = v.org_id AND u.id = v.by_user
      WHERE v.org_id = $1 AND v.rule_id = $2 AND v.withdrawn_at IS NULL
      ORDER BY v.on_date DESC, v.at DESC, v.id DESC LIMIT 1`,
    [currentActor().orgId, subjectOf(jurisdiction)],
  );
}

/** How a pardoning authority is named among the records that attorneys verify. */
export const subjectOf = (jurisdiction: string): string => `jurisdiction:${jurisdiction}`;
