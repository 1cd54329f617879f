import { currentActor, db } from '@app/platform';

/** A check-in with everything sealed still sealed. */
export interface CheckInRow {
  id: string;
  client_id: string;
  version: number;
  office_code: Buffer;
  time_zone: Buffer;
  on_date: string;
  at_time: string;
  method: string;
  status: string;
  outcome: string | null;
  outcome_at: Date | null;
  note: Buffer | null;
  outcome_note: Buffer | null;
  reason: Buffer | null;
  moved_from: string | null;
  next_id: string | null;
  created_by: string;
  created_by_name: string | null;
  created_at: Date;
}

/** An earlier state as the history trigger kept it: JSON, with bytes as `\x` and hexadecimal digits. */
export interface CheckInWas {
  row_id: string;
  was: {
    version: number;
    status: string;
    outcome: string | null;
    outcome_at: string | null;
    outcome_note: string | null;
  };
  replaced_by: string;
  replaced_by_name: string | null;
  replaced_at: Date;
}

const SELECT = `
  SELECT c.id, c.client_id, c.version, c.office_code, c.time_zone, c.on_date, c.at_time, c.method, c.status, c.outcome,
         c.outcome_at, c.note, c.outcome_note, c.reason, c.moved_from, c.next_id, c.created_by, u.name AS created_by_name,
         c.created_at
    FROM check_in c LEFT JOIN staff_user u ON u.org_id = c.org_id AND u.id = c.created_by
   WHERE c.org_id = $1`;

/** Check-ins a page may hold before the reader is asked for a shorter period. */
export const CALENDAR_ROWS = 5000;

export function readSeries(clientId: string): Promise<CheckInRow[]> {
  return db().query(`${SELECT} AND c.client_id = $2 ORDER BY c.on_date DESC, c.at_time DESC, c.id DESC`, [
    currentActor().orgId,
    clientId,
  ]);
}

export function readCheckIn(id: string): Promise<CheckInRow | null> {
  return db().one(`${SELECT} AND c.id = $2`, [currentActor().orgId, id]);
}

/** These check-ins, as far as this person sees them, in the order in which they are written down. */
export function readSome(ids: readonly string[]): Promise<CheckInRow[]> {
  return db().query(`${SELECT} AND c.id = ANY($2::uuid[]) ORDER BY c.on_date, c.at_time, c.id`, [
    currentActor().orgId,
    ids,
  ]);
}

/** Appointments that stand or took place, one more than a calendar may hold. */
export function readCalendar(from: string, to: string): Promise<CheckInRow[]> {
  return db().query(
    `${SELECT} AND c.on_date BETWEEN $2::date AND $3::date AND c.status IN ('scheduled', 'done')
      ORDER BY c.on_date, c.at_time, c.id LIMIT ${CALENDAR_ROWS + 1}`,
    [currentActor().orgId, from, to],
  );
}

export function readHistory(ids: string[]): Promise<CheckInWas[]> {
  return db().query(
    `SELECT h.row_id, h.was, h.replaced_by, u.name AS replaced_by_name, h.replaced_at
       FROM row_history h LEFT JOIN staff_user u ON u.org_id = h.org_id AND u.id = h.replaced_by
      WHERE h.org_id = $1 AND h.table_name = 'check_in' AND h.row_id = ANY($2::uuid[])
      ORDER BY h.replaced_at DESC, h.id`,
    [currentActor().orgId, ids],
  );
}

/** The earliest appointment that is still ahead or waits for its outcome. */
export function readNext(clientId: string): Promise<{ on_date: string; at_time: string } | null> {
  return db().one(
    `SELECT on_date, at_time FROM check_in
      WHERE org_id = $1 AND client_id = $2 AND status = 'scheduled' ORDER BY on_date, at_time LIMIT 1`,
    [currentActor().orgId, clientId],
  );
}

/** The database's clock, so that all processes agree. */
export async function readNow(): Promise<Date> {
  const row = await db().one<{ now: Date }>('SELECT clock_timestamp() AS now');
  return row!.now;
}
