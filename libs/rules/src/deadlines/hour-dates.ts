import { addHours, localAt } from '../calendar/hours';
import type { TraceStep } from '../calendar/count';
import type { DerivedDeadline, ReadingStatus } from './types';

/** The office's margin before the end of a period counted in hours. */
export const HOUR_RULE_BUFFER_HOURS = 24;

/** Another end, by the rule that says so. */
export interface HourReading {
  readonly name: string;
  readonly label: string;
  readonly status: ReadingStatus;
  readonly dueUtc: string;
}

/** The end of a period counted in hours: an instant, and the wall clock where it is known. */
export interface HourDates {
  readonly startUtc: string;
  readonly dueUtc: string;
  readonly timeZone: string | null;
  /** What other rules about the same hours come to. */
  readonly others: readonly HourReading[];
  readonly trace: readonly TraceStep[];
}

const wallClock = (instant: string, timeZone: string | null) => localAt(instant, timeZone ?? 'UTC');

/** The dates of a period of hours. It does not roll; the day to act by lies 24 hours before its end, at the earliest at its start. */
export function hourDates(
  hours: HourDates,
  kind: DerivedDeadline['kind'],
): Pick<
  DerivedDeadline,
  'kind' | 'dueOn' | 'taskOn' | 'conservativeOn' | 'outerOn' | 'alternates' | 'trace' | 'warnings'
> {
  const { startUtc, dueUtc, timeZone, others } = hours;
  const told = (instant: string) =>
    `${wallClock(instant, timeZone).replace('T', ' ')} ${timeZone ? `(${timeZone})` : 'UTC'}`;
  const alternates = others
    .filter((other) => other.dueUtc !== dueUtc)
    .sort((a, b) => (a.dueUtc < b.dueUtc ? -1 : 1))
    .map(({ name, label, status, dueUtc: end }) => ({
      name,
      on: wallClock(end, timeZone).slice(0, 10),
      label: `${label}: ${told(end)}`,
      status,
    }));
  const earliest = [dueUtc, ...others.map((other) => other.dueUtc)].sort()[0]!;
  const before = addHours(earliest, -HOUR_RULE_BUFFER_HOURS);
  const atOnce = before <= startUtc;
  const dueOn = wallClock(dueUtc, timeZone).slice(0, 10);
  const taskOn = wallClock(atOnce ? startUtc : before, timeZone).slice(0, 10);
  const text = atOnce
    ? `Act at once: ${HOUR_RULE_BUFFER_HOURS} hours before the earliest end, ${told(earliest)}, lie before the start.`
    : `Act by ${told(before)}: ${HOUR_RULE_BUFFER_HOURS} hours before the earliest end.`;
  return {
    ...{ kind, dueOn, taskOn, conservativeOn: wallClock(earliest, timeZone).slice(0, 10), outerOn: dueOn },
    alternates,
    trace: [
      ...hours.trace,
      ...alternates.map(({ label, status, on }) => ({
        step: 'alternate',
        text: `${label} (${status.replaceAll('_', ' ')}).`,
        on,
      })),
      { step: 'task', text, on: taskOn },
    ],
    warnings: timeZone ? [] : ['The time zone is not given: the day is that of UTC.'],
  };
}
