import { addHours, localAt } from '../calendar/hours';
import type { TraceStep } from '../calendar/count';
import type { DerivedDeadline } from './types';

/** The office's margin before the end of a period counted in hours. */
export const HOUR_RULE_BUFFER_HOURS = 24;

/** The end of a period counted in hours: an instant, and the wall clock where it is known. */
export interface HourDates {
  readonly startUtc: string;
  readonly dueUtc: string;
  readonly timeZone: string | null;
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
  const { startUtc, dueUtc, timeZone } = hours;
  const dueOn = wallClock(dueUtc, timeZone).slice(0, 10);
  const before = addHours(dueUtc, -HOUR_RULE_BUFFER_HOURS);
  const atOnce = before <= startUtc;
  const taskOn = wallClock(atOnce ? startUtc : before, timeZone).slice(0, 10);
  const text = atOnce
    ? `Act at once: ${HOUR_RULE_BUFFER_HOURS} hours before the end lie before the start.`
    : `Act by ${wallClock(before, timeZone).replace('T', ' ')}${timeZone ? ` (${timeZone})` : ' UTC'}: ${HOUR_RULE_BUFFER_HOURS} hours before the end.`;
  return {
    ...{ kind, dueOn, taskOn, conservativeOn: dueOn, outerOn: dueOn, alternates: [] },
    trace: [...hours.trace, { step: 'task', text, on: taskOn }],
    warnings: timeZone ? [] : ['The time zone is not given: the day is that of UTC.'],
  };
}
