import { inWords } from '../calendar/day';
import { addHours, addOpenHours, localAt } from '../calendar/hours';
import type { HourDates, HourReading } from '../deadlines/hour-dates';
import { alternateNameOf, type Reckoning } from '../deadlines/readings';
import { RuleInputError } from '../errors';
import type { RuleRecord } from '../packs/rule-record';
import { TIME_ZONE, takenAs, type GivenFacts } from './given-facts';
import type { ComputedInstant } from './types';

export const isHours = (rule: RuleRecord) =>
  rule.period?.unit === 'hour' || rule.period?.unit === 'hour_on_open_days';

/** The end of a period of hours: elapsed ones, or only those of open days. */
function endOf(rule: RuleRecord, startUtc: string, timeZone: string | null, reckoning: Reckoning) {
  const { n, unit } = rule.period!;
  if (unit !== 'hour_on_open_days') {
    return { dueUtc: addHours(startUtc, n), how: `${n} elapsed hours after`, excluded: [] };
  }
  if (timeZone === null) {
    throw new RuleInputError(
      'malformed_fact',
      'Hours that leave out closed days need the time zone, such as America/Chicago.',
      'triggers.time_zone',
    );
  }
  const { utc, excluded } = addOpenHours(startUtc, n, timeZone, reckoning.of(rule.calendarLayers));
  return { dueUtc: utc, how: `${n} hours, those of closed days left out, after`, excluded };
}

/** Rules counted in hours that say something else about the same hours. */
function competingHours(
  rule: RuleRecord,
  startUtc: string,
  timeZone: string | null,
  reckoning: Reckoning,
): HourReading[] {
  const keyDay = startUtc.slice(0, 10);
  return rule.conflictsWith
    .map((id) => reckoning.law.select(id, { keyDay }))
    .filter((other) => other !== null && isHours(other))
    .map((other) => ({
      name: alternateNameOf(other!),
      label: other!.title,
      status: other!.status,
      dueUtc: endOf(other!, startUtc, timeZone, reckoning).dueUtc,
    }));
}

/** The end of a rule counted in hours from the facts given; null when its start is not among them. */
export function hoursOf(
  rule: RuleRecord,
  names: readonly string[],
  request: { readonly facts: GivenFacts; readonly from?: readonly string[] },
  reckoning: Reckoning,
) {
  const timeZone = request.facts.text(TIME_ZONE);
  const known = request.facts.instant(names, timeZone);
  const start = known ?? (request.from ? null : request.facts.onlyInstant(timeZone));
  if (start === null) return null;
  const warnings = known ? [] : [takenAs(start.name)];
  const { dueUtc, how, excluded } = endOf(rule, start.value, timeZone, reckoning);
  const where = timeZone ? ` (${localAt(start.value, timeZone).replace('T', ' ')} in ${timeZone})` : '';
  const hours: HourDates = {
    startUtc: start.value,
    dueUtc,
    timeZone,
    others: competingHours(rule, start.value, timeZone, reckoning),
    trace: [
      {
        step: 'count',
        text: `${how} ${start.value}${where}, counted in UTC: ${dueUtc}.`,
        on: dueUtc.slice(0, 10),
      },
      ...excluded.map((day) => ({
        step: 'skip',
        text: `Left out: ${inWords(day.on)} (${day.name}).`,
        on: day.on,
      })),
    ],
  };
  return { start, hours, warnings };
}

export const instantOf = (hours: HourDates): ComputedInstant => ({
  utc: hours.dueUtc,
  local: hours.timeZone ? localAt(hours.dueUtc, hours.timeZone) : null,
  timeZone: hours.timeZone,
});
