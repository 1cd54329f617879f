import { RuleInputError } from '../errors';
import { Temporal } from '../temporal';
import { toOrdinal, type Day } from './day';
import { FIRST_YEAR, LAST_YEAR } from './federal-holidays';
import { FEDERAL_CALENDAR, type ClosedDay, type LegalCalendar } from './legal-calendar';

/** Ten years: no hour rule of the law comes near it. */
export const MOST_HOURS = 87_600;

/** A year of open hours: a count that walks from day to day ends in good time. */
const MOST_OPEN_HOURS = 8_760;
const LONGEST_INSTANT = 40;
const ZONE = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/;

const malformed = (path: string) =>
  new RuleInputError('malformed_instant', 'An instant is written in ISO 8601 with an offset or Z.', path);

/** The calendar knows 1950 to 2100; an instant of another century is a slip of the pen. */
function instantOf(text: string, path: string): Temporal.Instant {
  if (typeof text !== 'string' || text.length > LONGEST_INSTANT) throw malformed(path);
  let instant: Temporal.Instant;
  try {
    instant = Temporal.Instant.from(text);
  } catch {
    throw malformed(path);
  }
  const { year } = instant.toZonedDateTimeISO('UTC');
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return instant;
  throw new RuleInputError('day_out_of_range', `The calendar covers ${FIRST_YEAR} to ${LAST_YEAR}.`, path);
}

const zoned = <T>(timeZone: string, use: () => T): T => {
  const unknown = (named: string) =>
    new RuleInputError('unknown_time_zone', `${named} is not an IANA time zone.`, 'timeZone');
  if (typeof timeZone !== 'string' || timeZone.length > 60 || !ZONE.test(timeZone)) throw unknown('This');
  try {
    return use();
  } catch {
    throw unknown(`"${timeZone}"`);
  }
};

const utc = (instant: Temporal.Instant) => instant.toString({ smallestUnit: 'second' });

/**
 * The instant at which a wall clock in an IANA time zone shows a local time ('2026-03-07T22:00'). An hour that a change
 * of daylight time leaves out is read as an hour later, one that comes twice as the first of the two.
 * Throws RuleInputError `malformed_instant` or `unknown_time_zone`.
 */
export function instantAt(local: string, timeZone: string): string {
  const plain = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/;
  let wall: Temporal.PlainDateTime;
  try {
    if (!plain.test(local)) throw new RangeError();
    wall = Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  } catch {
    throw new RuleInputError('malformed_instant', 'A local time is written YYYY-MM-DDTHH:MM.', 'local');
  }
  return zoned(timeZone, () => utc(wall.toZonedDateTime(timeZone).toInstant()));
}

function checkedHours(hours: number, least: number, most: number): number {
  if (typeof hours === 'number' && hours >= least && hours <= most) return hours;
  throw new RuleInputError('malformed_number', `Hours are a number from ${least} to ${most}.`, 'hours');
}

/**
 * Elapsed hours, counted in UTC and never on the wall clock, so that a change of daylight time neither gives nor
 * takes an hour. Hour rules do not roll. `startUtc` and the answer are ISO 8601 instants; negative hours count back.
 * Throws RuleInputError `malformed_instant`, `malformed_number` or `day_out_of_range`.
 */
export function addHours(startUtc: string, hours: number): string {
  const minutes = Math.round(checkedHours(hours, -MOST_HOURS, MOST_HOURS) * 60);
  return utc(instantOf(startUtc, 'startUtc').add({ minutes }));
}

/** Local time, to the minute, of an instant in an IANA time zone. Throws `malformed_instant` or `unknown_time_zone`. */
export function localAt(instantUtc: string, timeZone: string): string {
  const instant = instantOf(instantUtc, 'instantUtc');
  return zoned(timeZone, () =>
    instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }),
  );
}

/**
 * The first instant after a due day ends in the forum's time zone (exclusive bound of "on or before that day").
 * Throws RuleInputError `malformed_day` or `unknown_time_zone`.
 */
export function endOfDay(day: Day, timeZone: string): string {
  toOrdinal(day);
  return zoned(timeZone, () =>
    utc(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).toInstant()),
  );
}

/**
 * Whether something submitted at an instant is in time for a due day on the forum's clock. FRAP 26(a)(4) for courts of
 * appeals. Throws RuleInputError `malformed_instant`, `malformed_day` or `unknown_time_zone`.
 */
export const isTimely = (submittedUtc: string, dueOn: Day, timeZone: string): boolean =>
  Temporal.Instant.compare(
    instantOf(submittedUtc, 'submittedUtc'),
    Temporal.Instant.from(endOfDay(dueOn, timeZone)),
  ) < 0;

/** Where a count of open hours ends, and the closed local days it passed over. */
export interface OpenHours {
  readonly utc: string;
  /** Wall clock of the zone, to the minute. */
  readonly local: string;
  readonly excluded: readonly ClosedDay[];
}

/**
 * Elapsed hours of which those on closed local days do not count: 48 hours of a detainer "excluding Saturdays, Sundays
 * and holidays" (8 CFR 287.7(d)). The clock stands from local midnight to local midnight of a closed day; a day of 23 or
 * 25 hours counts for what it has. A count that ends with an open day ends at its midnight, and one of no hours where
 * it starts, on a closed day too.
 * Throws RuleInputError `malformed_instant`, `malformed_number` (0 to 8760), `unknown_time_zone`, `day_out_of_range`.
 */
export function addOpenHours(
  startUtc: string,
  hours: number,
  timeZone: string,
  calendar: LegalCalendar = FEDERAL_CALENDAR,
): OpenHours {
  let at = instantOf(startUtc, 'startUtc');
  let left = Math.round(checkedHours(hours, 0, MOST_OPEN_HOURS) * 60) * 60_000;
  const excluded: ClosedDay[] = [];
  while (left > 0) {
    const day = localAt(utc(at), timeZone).slice(0, 10);
    const midnight = instantOf(endOfDay(day, timeZone), 'startUtc');
    const closed = calendar.closed(toOrdinal(day));
    const rest = midnight.epochMilliseconds - at.epochMilliseconds;
    if (closed) excluded.push(closed);
    else if (left <= rest) break;
    else left -= rest;
    at = midnight;
  }
  const end = utc(at.add({ milliseconds: left }));
  return { utc: end, local: localAt(end, timeZone), excluded };
}

/**
 * Hours that a court of appeals sets, ending on a closed local day, run to the same time of the next open day:
 * FRAP 26(a)(2)(C). Not for the hour rules of a statute or an agency. Throws as `addOpenHours`.
 */
export function rollHours(
  endUtc: string,
  timeZone: string,
  calendar: LegalCalendar = FEDERAL_CALENDAR,
): OpenHours {
  const end = instantOf(endUtc, 'endUtc');
  const excluded: ClosedDay[] = [];
  const first = toOrdinal(localAt(endUtc, timeZone).slice(0, 10));
  for (let closed = calendar.closed(first); closed; closed = calendar.closed(first + excluded.length)) {
    excluded.push(closed);
  }
  const rolled = zoned(timeZone, () => end.toZonedDateTimeISO(timeZone).add({ days: excluded.length }));
  return { utc: utc(rolled.toInstant()), local: localAt(utc(rolled.toInstant()), timeZone), excluded };
}
