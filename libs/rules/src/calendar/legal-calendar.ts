import { RuleInputError } from '../errors';
import { EXECUTIVE_CLOSURES_PACK } from '../packs/calendar/executive-closures';
import { toDay, toOrdinal, weekdayOf, yearOf, type Day } from './day';
import { holidaysOf, inaugurationOf, inLieuOf } from './federal-holidays';

/** Why a day can be closed. The first three roll a date; the others only move the outer bound. */
export type CalendarLayer =
  | 'weekend'
  | 'statutory_holiday'
  | 'in_lieu_day'
  | 'inauguration_day'
  | 'executive_closure'
  | 'state_holiday'
  | 'forum_notice';

export const ROLLING_LAYERS: readonly CalendarLayer[] = ['weekend', 'statutory_holiday', 'in_lieu_day'];

/** One closed day and the layer that closes it. */
export interface ClosedDay {
  readonly on: Day;
  readonly layer: CalendarLayer;
  readonly name: string;
}

/** A closed day entered by hand or supplied by an office: executive order, state holiday, outage notice. */
export interface SuppliedDay {
  readonly on: Day;
  readonly name: string;
  readonly source?: string;
}

/** The pluggable layers. Supply only the state and the forum that the deadline belongs to. */
export interface CalendarInputs {
  readonly closures?: readonly SuppliedDay[];
  readonly stateHolidays?: readonly SuppliedDay[];
  readonly forumNotices?: readonly SuppliedDay[];
}

/** A calendar that says why a day (by its number) is closed, or null when it is open. */
export interface LegalCalendar {
  readonly layers: readonly CalendarLayer[];
  closed(ordinal: number): ClosedDay | null;
}

const federal = new Map<number, ReadonlyMap<number, readonly ClosedDay[]>>();

function federalDaysOf(year: number): ReadonlyMap<number, readonly ClosedDay[]> {
  const known = federal.get(year);
  if (known) return known;
  const days = new Map<number, ClosedDay[]>();
  const add = (day: { on: Day; name: string } | null, layer: CalendarLayer) => {
    if (!day) return;
    const ordinal = toOrdinal(day.on);
    days.set(ordinal, [...(days.get(ordinal) ?? []), { on: day.on, name: day.name, layer }]);
  };
  holidaysOf(year).forEach((day) => add(day, 'statutory_holiday'));
  inLieuOf(year).forEach((day) => add(day, 'in_lieu_day'));
  add(inaugurationOf(year), 'inauguration_day');
  federal.set(year, days);
  return days;
}

const SUPPLIED: readonly [CalendarLayer, keyof CalendarInputs][] = [
  ['executive_closure', 'closures'],
  ['state_holiday', 'stateHolidays'],
  ['forum_notice', 'forumNotices'],
];
const COMPUTED: readonly CalendarLayer[] = ['statutory_holiday', 'in_lieu_day', 'inauguration_day'];

const MOST_SUPPLIED = 5_000;

/** A list of days from outside: an array of bounded length. Throws RuleInputError `malformed_list`. */
export function listedDays(
  days: readonly SuppliedDay[] | null | undefined,
  path: string,
): readonly SuppliedDay[] {
  if (days === undefined || days === null) return [];
  if (
    Array.isArray(days) &&
    days.length <= MOST_SUPPLIED &&
    days.every((day) => typeof day?.name === 'string')
  ) {
    return days;
  }
  throw new RuleInputError(
    'malformed_list',
    `Closed days are a list of at most ${MOST_SUPPLIED} days, each with a name.`,
    path,
  );
}

function suppliedDays(layers: readonly CalendarLayer[], inputs: CalendarInputs): Map<number, ClosedDay> {
  const days = new Map<number, ClosedDay>();
  for (const [layer, field] of SUPPLIED) {
    if (!layers.includes(layer)) continue;
    const shipped: readonly SuppliedDay[] = layer === 'executive_closure' ? EXECUTIVE_CLOSURES_PACK.days : [];
    for (const { on, name } of [...shipped, ...listedDays(inputs[field], field)]) {
      days.set(toOrdinal(on, field), { on, name, layer });
    }
  }
  return days;
}

/**
 * A calendar made of the named layers. Weekends and holidays of 5 USC 6103 are computed; executive closures are
 * shipped data plus `inputs.closures`; state holidays and forum notices come only from `inputs`.
 * Throws RuleInputError `malformed_day` when a supplied day is not a day, `malformed_list` when there is no list of them.
 */
export function legalCalendar(layers: readonly CalendarLayer[], inputs: CalendarInputs = {}): LegalCalendar {
  const supplied = suppliedDays(layers, inputs);
  const computed = COMPUTED.some((layer) => layers.includes(layer));
  const weekends = layers.includes('weekend');
  return {
    layers,
    closed(ordinal) {
      const holidays = computed ? federalDaysOf(yearOf(ordinal)).get(ordinal) : undefined;
      const holiday = holidays?.find((day) => layers.includes(day.layer));
      if (holiday) return holiday;
      const weekday = weekdayOf(ordinal);
      if (weekends && weekday > 5) {
        return { on: toDay(ordinal), layer: 'weekend', name: weekday === 6 ? 'Saturday' : 'Sunday' };
      }
      return supplied.get(ordinal) ?? null;
    },
  };
}

/** Weekends, statutory holidays and days in lieu: the days that roll a filing date. 8 CFR 1001.1(h); FRAP 26(a)(6). */
export const FEDERAL_CALENDAR: LegalCalendar = legalCalendar(ROLLING_LAYERS);
