import type { ClientKey } from '@app/platform';
import { currentActor, db, officeToday } from '@app/platform';
import type { SendingField } from './referral.dto';
import type { CarriedDate } from './referral-store';

interface HearingRow {
  id: string;
  on: string;
  time: string | null;
  what: string;
  court: Buffer | null;
  proceeding_id: string;
  own_court: Buffer | null;
}

const ONE = 'LIMIT 1';

async function nextHearing(clientId: string, key: ClientKey, today: string): Promise<CarriedDate[]> {
  const row = await db().one<HearingRow>(
    `SELECT h.id, h.on_date::text AS on, h.at_time AS time, h.kind AS what, h.court_code AS own_court,
            p.id AS proceeding_id, p.court_code AS court
       FROM hearing h JOIN proceeding p ON p.org_id = h.org_id AND p.id = h.proceeding_id
      WHERE h.org_id = $1 AND h.client_id = $2 AND h.status = 'scheduled' AND h.date_state = 'known' AND h.on_date >= $3::date
      ORDER BY h.on_date, h.at_time NULLS LAST, h.id ${ONE}`,
    [currentActor().orgId, clientId, today],
  );
  if (!row) return [];
  const place =
    key.box('hearing', row.id).open('court_code', row.own_court) ??
    key.box('proceeding', row.proceeding_id).open('court_code', row.court);
  return [{ kind: 'hearing', on: row.on, time: row.time, place, what: row.what }];
}

async function nextCheckIn(clientId: string, key: ClientKey, today: string): Promise<CarriedDate[]> {
  const row = await db().one<{ id: string; on: string; time: string; what: string; office: Buffer }>(
    `SELECT id, on_date::text AS on, at_time AS time, method AS what, office_code AS office FROM check_in
      WHERE org_id = $1 AND client_id = $2 AND status = 'scheduled' AND on_date >= $3::date
      ORDER BY on_date, at_time, id ${ONE}`,
    [currentActor().orgId, clientId, today],
  );
  if (!row) return [];
  const place = key.box('check_in', row.id).open('office_code', row.office);
  return [{ kind: 'check_in', on: row.on, time: row.time, place, what: row.what }];
}

async function nextDeadline(clientId: string, today: string): Promise<CarriedDate[]> {
  const row = await db().one<{ on: string; what: string }>(
    `SELECT due_on::text AS on, title AS what FROM deadline
      WHERE org_id = $1 AND client_id = $2 AND status = 'open' AND kind = 'filing' AND due_on >= $3::date
      ORDER BY due_on, id ${ONE}`,
    [currentActor().orgId, clientId, today],
  );
  return row ? [{ kind: 'deadline', on: row.on, time: null, place: null, what: row.what }] : [];
}

/** The nearest of each kind of date that the client agreed to let cross. */
export async function nextDates(
  clientId: string,
  key: ClientKey,
  fields: readonly SendingField[],
): Promise<CarriedDate[]> {
  const today = await officeToday();
  return [
    ...(fields.includes('next_hearing') ? await nextHearing(clientId, key, today) : []),
    ...(fields.includes('next_check_in') ? await nextCheckIn(clientId, key, today) : []),
    ...(fields.includes('next_deadline') ? await nextDeadline(clientId, today) : []),
  ];
}
