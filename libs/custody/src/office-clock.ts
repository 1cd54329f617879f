import { badField, currentActor, db } from '@app/platform';
import { instantAt, isDay, localAt, RuleInputError } from '@app/rules';

/** Now, and the wall clock of the office. The database's clock, so that all processes agree. */
export interface OfficeClock {
  today: string;
  now: string;
  timeZone: string;
}

export async function officeClock(): Promise<OfficeClock> {
  const row = await db().one<{ today: string; now: Date; time_zone: string }>(
    `SELECT (clock_timestamp() AT TIME ZONE time_zone)::date AS today, clock_timestamp() AS now, time_zone
       FROM organisation WHERE org_id = $1`,
    [currentActor().orgId],
  );
  if (!row) throw new Error('This organisation has no time zone.');
  return { today: row.today, now: row.now.toISOString(), timeZone: row.time_zone };
}

/** A moment that a person names by the office's wall clock; left out, it is now. */
export interface Moment {
  on?: string | null;
  time?: string | null;
}

/**
 * The instant of a moment. Without a time it is the beginning of that day, the earliest it can have been.
 * @throws Problem 422 when it lies ahead, or when a time has no day
 */
export function readMoment({ on, time }: Moment, clock: OfficeClock, path = 'on'): Date {
  if (!on) {
    if (time) throw badField(path, 'day_missing', 'A time needs its day.');
    return new Date(clock.now);
  }
  const at = instantOf(on, time ?? '00:00', clock.timeZone, path);
  if (at > new Date(clock.now)) throw badField(path, 'in_future', 'This moment is still to come.');
  return at;
}

function instantOf(on: string, time: string, timeZone: string, path: string): Date {
  try {
    return new Date(instantAt(`${on}T${time}`, timeZone));
  } catch (error) {
    if (error instanceof RuleInputError) throw badField(path, 'no_such_moment', 'There is no such moment.');
    throw error;
  }
}

/** The day of an instant on the office's wall clock. */
export const dayOf = (at: Date, { timeZone }: OfficeClock): string =>
  localAt(at.toISOString(), timeZone).slice(0, 10);

/** Whole hours from one instant to a later one; 0 when it is not later. */
export const wholeHours = (from: Date, to: string): number =>
  Math.max(0, Math.floor((new Date(to).getTime() - from.getTime()) / 3_600_000));

/** A date that is whole, else null. */
export const wholeDay = (text: string | null | undefined): string | null =>
  text && text.length === 10 && isDay(text) ? text : null;
