import { Temporal } from '@app/rules';

/** What a change of the clocks does to a wall-clock time: it does not exist that day, or it comes twice. */
export type ClockChange = 'skipped' | 'repeated';

export interface AppointmentTime {
  /** ISO 8601, UTC, to the second. */
  startsAt: string;
  clockChange: ClockChange | null;
}

/**
 * The instant of a wall-clock time (day YYYY-MM-DD, time HH:MM) in an IANA zone. A time the spring change skips is the
 * first minute that exists after it; of a time the autumn change repeats the first one counts: nobody comes late.
 */
export function appointmentTime(date: string, time: string, timeZone: string): AppointmentTime {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  const first = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const last = wall.toZonedDateTime(timeZone, { disambiguation: 'later' });
  const exists = first.toPlainDateTime().equals(wall);
  const start = exists ? first : (first.getTimeZoneTransition('next') ?? last);
  const repeated = exists && !first.equals(last);
  return {
    startsAt: start.toInstant().toString({ smallestUnit: 'second' }),
    clockChange: exists ? (repeated ? 'repeated' : null) : 'skipped',
  };
}

/** The day (YYYY-MM-DD) of an instant in a zone. */
export function dayAt(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}
