import { RuleInputError } from '../errors';
import { Temporal } from '../temporal';
import { toOrdinal, type Day } from './day';

const instantOf = (text: string, path: string) => {
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw new RuleInputError(
      'malformed_instant',
      'An instant is written in ISO 8601 with an offset or Z.',
      path,
    );
  }
};

const zoned = <T>(timeZone: string, use: () => T): T => {
  try {
    return use();
  } catch {
    throw new RuleInputError('unknown_time_zone', `"${timeZone}" is not an IANA time zone.`, 'timeZone');
  }
};

const utc = (instant: Temporal.Instant) => instant.toString({ smallestUnit: 'second' });

/** The instant at which a wall clock in an IANA time zone shows a local time ('2026-03-07T22:00'). */
export function instantAt(local: string, timeZone: string): string {
  return zoned(timeZone, () => utc(Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant()));
}

/**
 * Elapsed hours, counted in UTC and never on the wall clock, so that a change of daylight time neither gives nor
 * takes an hour. Hour rules do not roll. `startUtc` and the answer are ISO 8601 instants.
 */
export function addHours(startUtc: string, hours: number): string {
  return utc(instantOf(startUtc, 'startUtc').add({ minutes: Math.round(hours * 60) }));
}

/** Local time, to the minute, of an instant in an IANA time zone. */
export function localAt(instantUtc: string, timeZone: string): string {
  const instant = instantOf(instantUtc, 'instantUtc');
  return zoned(timeZone, () =>
    instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }),
  );
}

/** The first instant after a due day ends in the forum's time zone (exclusive bound of "on or before that day"). */
export function endOfDay(day: Day, timeZone: string): string {
  toOrdinal(day);
  return zoned(timeZone, () =>
    utc(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).toInstant()),
  );
}

/** Whether something submitted at an instant is in time for a due day on the forum's clock. FRAP 26(a)(4) for courts of appeals. */
export const isTimely = (submittedUtc: string, dueOn: Day, timeZone: string): boolean =>
  Temporal.Instant.compare(
    instantOf(submittedUtc, 'submittedUtc'),
    instantOf(endOfDay(dueOn, timeZone), 'dueOn'),
  ) < 0;
