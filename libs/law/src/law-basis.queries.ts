import { currentActor, db } from '@app/platform';
import type { RuleVerification } from '@app/rules';

/** Names the law of one organisation among the advisory locks. */
const LAW_LOCK = `hashtextextended('law|' || $1, 0)`;

/**
 * Keeps the organisation's own law as it is until this transaction ends: whoever counts a date under it commits before
 * the law can change, so that the count of the whole office that follows sees the date.
 */
export async function holdLaw(): Promise<void> {
  await db().query(`SELECT pg_advisory_xact_lock_shared(${LAW_LOCK})`, [currentActor().orgId]);
}

/** Waits for everybody who counts a date at this moment. To be called before a notice or a verification is written. */
export async function changeLaw(): Promise<void> {
  await db().query(`SELECT pg_advisory_xact_lock(${LAW_LOCK})`, [currentActor().orgId]);
}

/** Now, on the clock that notices are stamped with. */
export async function lawMoment(): Promise<Date> {
  return (await db().one<{ at: Date }>('SELECT clock_timestamp() AS at'))!.at;
}

/** A calendar notice that stands. */
export interface NoticeRow {
  layer: string;
  on: string;
  name: string;
  forum: string | null;
  state: string | null;
  sourceLink: string | null;
}

/** Closed days entered by hand that nobody has withdrawn, in an order that does not depend on who asks. */
export function standingNotices(): Promise<NoticeRow[]> {
  return db().query<NoticeRow>(
    `SELECT layer, on_date AS "on", name, forum, state, source_link AS "sourceLink" FROM calendar_notice
      WHERE org_id = $1 AND withdrawn_at IS NULL ORDER BY on_date, layer, name, id`,
    [currentActor().orgId],
  );
}

/** The newest standing verification of each version of each rule, with the name of the attorney. */
export function standingVerifications(): Promise<RuleVerification[]> {
  return db().query<RuleVerification>(
    `SELECT DISTINCT ON (v.rule_id, v.rule_version) v.rule_id AS "ruleId", v.rule_version AS version,
            u.name AS by, v.on_date AS "on", v.source_seen AS "sourceSeen"
       FROM law_verification v JOIN staff_user u ON u.org_id = v.org_id AND u.id = v.by_user
      WHERE v.org_id = $1 AND v.withdrawn_at IS NULL AND v.rule_version IS NOT NULL
      ORDER BY v.rule_id, v.rule_version, v.on_date DESC, v.at DESC, v.id DESC`,
    [currentActor().orgId],
  );
}

/** A closed day that was entered by hand or taken back. */
export interface NoticeChange {
  on: string;
  name: string;
  withdrawn: boolean;
}

/** Closed days entered or withdrawn after this moment, by day. */
export function noticesSince(at: Date): Promise<NoticeChange[]> {
  return db().query<NoticeChange>(
    `SELECT on_date AS "on", name, withdrawn_at IS NOT NULL AS withdrawn FROM calendar_notice
      WHERE org_id = $1 AND (created_at > $2 OR withdrawn_at > $2) AND (created_at <= $2 OR withdrawn_at IS NULL)
      ORDER BY on_date, name, id LIMIT 50`,
    [currentActor().orgId, at],
  );
}
