import {
  arrive,
  count,
  openDayBefore,
  type CountMethod,
  type CountResult,
  type TraceStep,
} from '../calendar/count';
import { earliest, inWords, latest, toDay, type Day } from '../calendar/day';
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

/** One way to read the law for an act: a rule counted from an anchor. `name` is stable for programs. */
export interface Reading {
  readonly name: string;
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
  /** Earlier dates that follow from the same count; empty when nothing is arguable. */
  readonly earlier: readonly AlternateDate[];
  /** Later dates, one for each kind of closed day that could count. Never to be relied on. */
  readonly later: readonly AlternateDate[];
  readonly outerOn: Day;
  readonly inLieu: boolean;
}

function methodOf(rule: RuleRecord, start: Day): CountMethod {
  const { n, unit } = rule.period!;
  if (unit === 'hour' || unit === 'hour_on_open_days') throw new Error(`${rule.id} is counted in hours.`);
  return { start, n, unit, direction: rule.direction, roll: rule.roll, notBefore: rule.notBefore };
}
const bare = (rule: RuleRecord, from: Day, calendar: LegalCalendar): Day =>
  toDay(arrive(methodOf(rule, from), calendar).ordinal);

function withoutInLieu(
  rule: RuleRecord,
  from: Day,
  result: CountResult,
  reckoning: Reckoning,
): AlternateDate[] {
  const inLieu = result.rolledOver.find((day) => day.layer === 'in_lieu_day');
  if (!inLieu || rule.roll === 'backward') return [];
  const layers = rule.calendarLayers.filter((layer) => layer !== 'in_lieu_day');
  return [
    {
      name: 'conservative_no_in_lieu',
      on: bare(rule, from, reckoning.of(layers)),
      label: `If ${inLieu.name} on ${inWords(inLieu.on)} does not move the date`,
      status: 'conservative',
    },
    {
      name: 'conservative_prior_business_day',
      on: openDayBefore(inLieu.on, reckoning.of(rule.calendarLayers)),
      label: 'Last open day before the day in lieu',
      status: 'conservative',
    },
  ];
}

const OUTER: Readonly<Partial<Record<CalendarLayer, readonly [name: string, what: string]>>> = {
  inauguration_day: ['outer_if_dc_area_holiday_counts', 'Inauguration Day, a holiday in the DC area only'],
  executive_closure: ['outer_if_executive_closures_count', 'an executive closure'],
  state_holiday: ['outer_with_state_holiday', 'a state holiday'],
  forum_notice: ['outer_with_forum_notice', 'a notice of the forum'],
};

/** How much later the date is when days count as closed that do not move it by themselves. */
function outerDates(rule: RuleRecord, from: Day, dueOn: Day, reckoning: Reckoning): AlternateDate[] {
  if (rule.outerLayers.length === 0) return [];
  const all = bare(rule, from, reckoning.of([...rule.calendarLayers, ...rule.outerLayers]));
  if (all <= dueOn) return [];
  const single = rule.outerLayers.map((layer) => {
    const [name, what] = OUTER[layer] ?? [`outer_with_${layer}`, layer.replaceAll('_', ' ')];
    const on = bare(rule, from, reckoning.of([...rule.calendarLayers, layer]));
    return { name, on, label: `If ${what} counts as closed`, status: 'outer_bound' as const };
  });
  const later = single.filter((date) => date.on > dueOn);
  const covered = later.some((date) => date.on === all);
  return covered
    ? later
    : [
        ...later,
        {
          name: 'outer_together',
          on: all,
          label: 'If all of these days count as closed',
          status: 'outer_bound',
        },
      ];
}

/** Counts one reading: the operative date, what is earlier if something arguable fails, and the outer bounds. */
export function readDates(reading: Reading, reckoning: Reckoning): ReadDates {
  const { rule, anchor } = reading;
  const result = count(methodOf(rule, anchor.on), reckoning.of(rule.calendarLayers));
  const inLieu = withoutInLieu(rule, anchor.on, result, reckoning);
  const later = outerDates(rule, anchor.on, result.on, reckoning);
  return {
    result,
    earlier: inLieu,
    later,
    outerOn: latest([result.on, ...later.map((date) => date.on)])!,
    inLieu: inLieu.length > 0,
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
    const { name, label, status } = reading;
    const steps = result.trace.map((step) => step.text).join(' ');
    const trace: TraceStep = {
      step: 'alternate',
      text: `${label} (${said(status)}): ${steps}`,
      on: result.on,
    };
    return { date: { name, on: result.on, label, status } satisfies AlternateDate, trace };
  });
}

/** The name a record has among the alternates of another. */
export const alternateNameOf = (rule: RuleRecord): string =>
  rule.alternateName ?? `rule_${rule.id.replace(/[^a-z0-9]+/g, '_')}`;

export const said = (status: ReadingStatus) => status.replaceAll('_', ' ');

const stepOf = (date: AlternateDate, step: 'conservative' | 'outer'): TraceStep => ({
  step,
  text: `${date.label}: ${inWords(date.on)}.${step === 'outer' ? ' Outer bound: do not rely on it.' : ''}`,
  on: date.on,
});

/** Weighs the readings of one act: operative, conservative and outer date, and every alternate with its standing. */
export function weigh(readings: readonly [Reading, ...Reading[]], reckoning: Reckoning): Weighed {
  const [operative, ...others] = readings;
  const dates = readDates(operative, reckoning);
  const rest = otherReadings(others, reckoning);
  const dueOn = dates.result.on;
  const alternates = [...dates.earlier, ...rest.map((other) => other.date), ...dates.later]
    .filter((date) => date.on !== dueOn)
    .sort(byDay);
  const conservative = alternates.filter((date) => date.status === 'conservative').map((date) => date.on);
  return {
    dueOn,
    conservativeOn: earliest([dueOn, ...conservative])!,
    outerOn: dates.outerOn,
    earliestOn: earliest([dueOn, ...alternates.map((date) => date.on)])!,
    alternates,
    inLieu: dates.inLieu,
    trace: [
      ...dates.result.trace,
      { step: 'operative', text: `Last day under the operative reading: ${inWords(dueOn)}.`, on: dueOn },
      ...dates.earlier.map((date) => stepOf(date, 'conservative')),
      ...rest.map((other) => other.trace),
      ...dates.later.map((date) => stepOf(date, 'outer')),
    ],
  };
}
