import {
  arrive,
  count,
  type Arrival,
  type CountMethod,
  type CountResult,
  type TraceStep,
} from '../calendar/count';
import { earliest, inWords, latest, toDay, toOrdinal, type Day } from '../calendar/day';
import {
  FEDERAL_CALENDAR,
  legalCalendar,
  ROLLING_LAYERS,
  type CalendarInputs,
  type CalendarLayer,
  type LegalCalendar,
} from '../calendar/legal-calendar';
import type { RuleRecord } from '../packs/rule-record';
import { RULE_SET } from '../packs/rule-set';
import type { RuleSet } from '../packs/select';
import type { AlternateDate, ReadingStatus } from './types';

/** A day that a count can start from, and the reading that puts it there. */
export interface Anchor {
  readonly on: Day;
  readonly label: string;
  readonly status: ReadingStatus;
}

/** One way to read the law for an act: a rule counted from an anchor. */
export interface Reading {
  readonly rule: RuleRecord;
  readonly anchor: Anchor;
  readonly label: string;
  readonly status: ReadingStatus;
}

const withoutInputs = new Map<string, LegalCalendar>();
const isEmpty = ({ closures, stateHolidays, forumNotices }: CalendarInputs) =>
  !closures?.length && !stateHolidays?.length && !forumNotices?.length;

/** What a derivation reckons with: the law of a day, and calendars made once per set of layers. */
export class Reckoning {
  readonly law: RuleSet;
  private readonly made: Map<string, LegalCalendar>;

  constructor(private readonly inputs: CalendarInputs & { readonly law?: RuleSet }) {
    this.law = inputs.law ?? RULE_SET;
    this.made = isEmpty(inputs) ? withoutInputs : new Map();
  }

  of(layers: readonly CalendarLayer[]): LegalCalendar {
    if (layers === ROLLING_LAYERS) return FEDERAL_CALENDAR;
    const key = layers.join();
    const known = this.made.get(key);
    if (known) return known;
    const calendar = legalCalendar(layers, this.inputs);
    this.made.set(key, calendar);
    return calendar;
  }
}

/** What one reading comes to. */
export interface ReadDates {
  readonly result: CountResult;
  /** Dates that follow when a day in lieu does not move a deadline; empty when none is in play. */
  readonly withoutInLieu: readonly AlternateDate[];
  readonly outerOn: Day;
  readonly outerBecause: string | null;
}

function methodOf(rule: RuleRecord, start: Day): CountMethod {
  const { n, unit } = rule.period!;
  if (unit === 'hour' || unit === 'hour_on_open_days') throw new Error(`${rule.id} is counted in hours.`);
  return { start, n, unit, direction: rule.direction, roll: rule.roll, notBefore: rule.notBefore };
}
const bare = (rule: RuleRecord, from: Day, calendar: LegalCalendar): Arrival =>
  arrive(methodOf(rule, from), calendar);

/** The last day open under a calendar before a given one. */
function openDayBefore(day: Day, calendar: LegalCalendar): Day {
  let ordinal = toOrdinal(day) - 1;
  while (calendar.closed(ordinal)) ordinal -= 1;
  return toDay(ordinal);
}

function withoutInLieu(
  rule: RuleRecord,
  from: Day,
  result: CountResult,
  reckoning: Reckoning,
): AlternateDate[] {
  const inLieu = result.rolledOver.find((day) => day.layer === 'in_lieu_day');
  if (!inLieu || rule.roll === 'backward') return [];
  const layers = rule.calendarLayers.filter((layer) => layer !== 'in_lieu_day');
  const strict = toDay(bare(rule, from, reckoning.of(layers)).ordinal);
  return [
    {
      on: strict,
      label: `If ${inLieu.name} on ${inWords(inLieu.on)} does not move the date`,
      status: 'conservative',
    },
    {
      on: openDayBefore(inLieu.on, reckoning.of(rule.calendarLayers)),
      label: 'Last open day before the day in lieu',
      status: 'conservative',
    },
  ];
}

/** Counts one reading: the operative date, what is left if a day in lieu does not count, and the outer bound. */
export function readDates(reading: Reading, reckoning: Reckoning): ReadDates {
  const { rule, anchor } = reading;
  const result = count(methodOf(rule, anchor.on), reckoning.of(rule.calendarLayers));
  if (rule.outerLayers.length === 0) {
    return {
      result,
      withoutInLieu: withoutInLieu(rule, anchor.on, result, reckoning),
      outerOn: result.on,
      outerBecause: null,
    };
  }
  const outer = bare(rule, anchor.on, reckoning.of([...rule.calendarLayers, ...rule.outerLayers]));
  const extra = [...outer.skipped, ...outer.over].filter((day) => rule.outerLayers.includes(day.layer));
  return {
    result,
    withoutInLieu: withoutInLieu(rule, anchor.on, result, reckoning),
    outerOn: latest([toDay(outer.ordinal), result.on])!,
    outerBecause: extra.length > 0 ? extra.map((day) => `${inWords(day.on)} (${day.name})`).join('; ') : null,
  };
}

/** Everything several readings of one act come to. The first reading is the operative one. */
export interface Weighed {
  readonly dueOn: Day;
  readonly conservativeOn: Day;
  readonly outerOn: Day;
  readonly earliestOn: Day;
  readonly alternates: readonly AlternateDate[];
  readonly inLieu: boolean;
  readonly trace: readonly TraceStep[];
}

const byDay = (a: AlternateDate, b: AlternateDate) => (a.on < b.on ? -1 : Number(a.on > b.on));

function otherReadings(others: readonly Reading[], reckoning: Reckoning) {
  return others.map((reading) => {
    const { result } = readDates(reading, reckoning);
    const date: AlternateDate = { on: result.on, label: reading.label, status: reading.status };
    const steps = result.trace.map((step) => step.text).join(' ');
    const trace: TraceStep = {
      step: 'alternate',
      text: `${reading.label} (${said(reading.status)}): ${steps}`,
      on: result.on,
    };
    return { date, trace };
  });
}

export const said = (status: ReadingStatus) => status.replaceAll('_', ' ');

/** Weighs the readings of one act: operative, conservative and outer date, and every alternate with its standing. */
export function weigh(readings: readonly [Reading, ...Reading[]], reckoning: Reckoning): Weighed {
  const [operative, ...others] = readings;
  const dates = readDates(operative, reckoning);
  const rest = otherReadings(others, reckoning);
  const dueOn = dates.result.on;
  const alternates = [...dates.withoutInLieu, ...rest.map((other) => other.date)]
    .filter((date) => date.on !== dueOn)
    .sort(byDay);
  const conservative = alternates.filter((date) => date.status === 'conservative').map((date) => date.on);
  const trace: TraceStep[] = [
    ...dates.result.trace,
    { step: 'operative', text: `Last day under the operative reading: ${inWords(dueOn)}.`, on: dueOn },
    ...dates.withoutInLieu.map(({ on, label }) => ({
      step: 'conservative',
      text: `${label}: ${inWords(on)}.`,
      on,
    })),
    ...rest.map((other) => other.trace),
  ];
  if (dates.outerBecause) {
    trace.push({
      step: 'outer',
      text: `Outer bound ${inWords(dates.outerOn)} if these days count as closed: ${dates.outerBecause}. Do not rely on it.`,
      on: dates.outerOn,
    });
  }
  return {
    dueOn,
    conservativeOn: earliest([dueOn, ...conservative])!,
    outerOn: dates.outerOn,
    earliestOn: earliest([dueOn, ...alternates.map((date) => date.on)])!,
    alternates,
    inLieu: dates.withoutInLieu.length > 0,
    trace,
  };
}
