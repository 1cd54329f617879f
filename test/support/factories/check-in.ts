import type { Api } from '../client';

/** A check-in as a test or the demo data wants it. */
export interface CheckInWishes {
  officeCode?: string;
  date?: string;
  time?: string;
  method?: 'in_person' | 'phone' | 'app' | 'other';
  note?: string;
  /** For a day in the past. */
  outcome?: 'came_out' | 'detained' | 'not_known';
}

/** What callers of these functions need of a check-in. */
export interface CheckInRecord {
  id: string;
  version: number;
  status: string;
  date: string;
  time: string;
  startsAt: string;
  outcome: string | null;
  movedFrom: string | null;
  nextId: string | null;
}

export const NEW_YORK_OFFICE = 'ERO-NY-NEW-YORK-CITY';

/** The day (YYYY-MM-DD) so many days from today, as New York counts it. */
export function dayFromNow(days: number): string {
  const now = new Date();
  const today = now.toLocaleDateString('en-CA', { timeZone: 'America/New_York' });
  const day = new Date(`${today}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** Schedules a check-in of a client: in person in New York, thirty days from now at nine, unless wished otherwise. */
export function scheduleCheckIn(
  api: Api,
  clientId: string,
  wishes: CheckInWishes = {},
): Promise<CheckInRecord> {
  return api.created(`/clients/${clientId}/check-ins`, {
    officeCode: NEW_YORK_OFFICE,
    date: dayFromNow(30),
    time: '09:00',
    method: 'in_person',
    ...wishes,
  });
}

/** Records how a check-in ended, with the version that was read. */
export function recordOutcome(
  api: Api,
  checkIn: Pick<CheckInRecord, 'id' | 'version'>,
  outcome: string,
  more: object = {},
): Promise<CheckInRecord> {
  return api.ok(
    'POST',
    `/check-ins/${checkIn.id}/outcome`,
    { outcome, ...more },
    { ifMatch: checkIn.version },
  );
}

/** Lets colleagues go along to a check-in; a volunteer sees the client by it. */
export async function goAlong(api: Api, checkInId: string, ...userIds: string[]): Promise<void> {
  for (const userId of userIds) await api.ok('PUT', `/check-ins/${checkInId}/companions/${userId}`);
}
