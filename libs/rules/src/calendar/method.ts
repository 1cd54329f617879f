import { count, type CountMethod, type CountUnit, type Roll, type TraceStep } from './count';
import { inWords, type Day } from './day';
import { addHours, addOpenHours, endOfDay, isTimely, localAt, rollHours } from './hours';
import {
  FEDERAL_CALENDAR,
  legalCalendar,
  ROLLING_LAYERS,
  type ClosedDay,
  type LegalCalendar,
} from './legal-calendar';
import {
  asRecord,
  at,
  dayAt,
  daysAt,
  instantTextAt,
  oneOf,
  partsAt,
  strangeFields,
  textAt,
  wholeAt,
  wrongMethod,
  type MethodRecord,
} from './method-fields';

/** What a bare count comes to, in the shape of the interchange: a day, nothing, an instant, a yes or no, or named parts. */
export type MethodDue =
  | Day
  | null
  | { readonly utc: string; readonly local?: string }
  | { readonly last_instant_exclusive_utc: string }
  | { readonly timely: boolean }
  | { readonly [part: string]: MethodDue };

/** What a bare count comes to, with every step. */
export interface MethodAnswer {
  readonly due: MethodDue;
  readonly trace: readonly TraceStep[];
}

/** `timeZone`: IANA zone in which an answer in hours is told as well. */
export interface MethodOptions {
  /** Where the method stands in what was sent; errors name fields below it. 'method' when left out. */
  readonly path?: string;
  /** IANA zone for the wall clock of an hour count that names none itself. */
  readonly timeZone?: string;
}

const UNITS: Readonly<Record<string, CountUnit>> = {
  day: 'day',
  busday: 'business_day',
  month: 'month',
  year: 'year',
  legacy: 'day',
};
const ROLLS: Readonly<Record<string, Roll>> = { fwd: 'forward', back: 'backward', none: 'none' };

function calendarOf(method: MethodRecord, path: string): LegalCalendar {
  oneOf(method, 'cal', path, ['FED'], 'FED');
  const extra = daysAt(method, 'extra', path);
  if (extra.length === 0) return FEDERAL_CALENDAR;
  return legalCalendar([...ROLLING_LAYERS, 'forum_notice'], {
    forumNotices: extra.map((on) => ({ on, name: 'closed besides the federal calendar' })),
  });
}

function countDays(method: MethodRecord, unit: string, path: string): MethodAnswer {
  const dir = oneOf(method, 'dir', path, [1, -1], 1);
  const roll = oneOf(method, 'roll', path, ['fwd', 'back', 'none'], unit === 'legacy' ? 'fwd' : 'none');
  const floor = method.floor === undefined ? null : dayAt(method, 'floor', path);
  if (unit === 'legacy' && floor === null) throw wrongMethod(`${path}.floor`, 'A fixed date is missing.');
  const wanted: CountMethod = {
    start: dayAt(method, 'start', path),
    n: wholeAt(method, 'n', path),
    unit: UNITS[unit]!,
    direction: dir === -1 ? 'backward' : 'forward',
    roll: ROLLS[roll]!,
    notBefore: floor,
  };
  const calendar = calendarOf(method, path);
  const { on, trace } = at(path, () => count(wanted, calendar));
  return { due: on, trace };
}

const zoneOf = (method: MethodRecord, path: string, options: MethodOptions): string | undefined =>
  method.tz === undefined ? options.timeZone : textAt(method, 'tz', path);

function neededZone(method: MethodRecord, path: string, options: MethodOptions): string {
  const timeZone = zoneOf(method, path, options);
  if (timeZone !== undefined) return timeZone;
  throw wrongMethod(`${path}.tz`, 'A time zone is missing: which days are closed depends on it.');
}

function hoursAnswer(text: string, utc: string, timeZone: string | undefined, path: string): MethodAnswer {
  const local = timeZone === undefined ? undefined : at(path, () => localAt(utc, timeZone));
  const wall = local === undefined ? '' : ` (${local} on the clock of ${timeZone})`;
  return {
    due: local === undefined ? { utc } : { local, utc },
    trace: [{ step: 'count', text: `${text}: ${utc}${wall}.`, on: (local ?? utc).slice(0, 10) }],
  };
}

function countHours(method: MethodRecord, path: string, options: MethodOptions): MethodAnswer {
  const roll = oneOf(method, 'roll', path, ['fwd', 'none'], 'none');
  const dir = oneOf(method, 'dir', path, [1, -1], 1);
  const n = wholeAt(method, 'n', path);
  const start = instantTextAt(method, 'start_utc', path);
  const end = at(path, () => addHours(start, dir * n));
  const text = `${n} elapsed hours ${dir === 1 ? 'after' : 'before'} ${start}, counted in UTC`;
  if (roll === 'none') return hoursAnswer(text, end, zoneOf(method, path, options), path);
  const timeZone = neededZone(method, path, options);
  const calendar = calendarOf(method, path);
  const { utc, excluded } = at(path, () => rollHours(end, timeZone, calendar));
  if (excluded.length === 0) return hoursAnswer(text, utc, timeZone, path);
  return hoursAnswer(
    `${text}: ${end}. Closed: ${closedText(excluded)}. The same hour of the next open day`,
    utc,
    timeZone,
    path,
  );
}

const closedText = (days: readonly ClosedDay[]) =>
  days.map((day) => `${inWords(day.on)} (${day.name})`).join('; ');

function countOpenHours(method: MethodRecord, path: string, options: MethodOptions): MethodAnswer {
  const n = wholeAt(method, 'n', path);
  const start = instantTextAt(method, 'start_utc', path);
  const timeZone = neededZone(method, path, options);
  const calendar = calendarOf(method, path);
  const { utc, excluded } = at(path, () => addOpenHours(start, n, timeZone, calendar));
  const closed = excluded.length > 0 ? ` (${closedText(excluded)})` : '';
  return hoursAnswer(
    `${n} hours after ${start}, those of closed days not counted${closed}`,
    utc,
    timeZone,
    path,
  );
}

function cutoff(method: MethodRecord, path: string): MethodAnswer {
  const [due, timeZone] = [dayAt(method, 'due', path), textAt(method, 'tz', path)];
  const end = at(path, () => endOfDay(due, timeZone));
  const text = `${inWords(due)} ends on the clock of ${timeZone} at ${end}; an instant before is in time.`;
  return { due: { last_instant_exclusive_utc: end }, trace: [{ step: 'cutoff', text, on: due }] };
}

function timely(method: MethodRecord, path: string): MethodAnswer {
  const [due, timeZone] = [dayAt(method, 'due', path), textAt(method, 'tz', path)];
  const submitted = instantTextAt(method, 'submitted_utc', path);
  const answer = at(path, () => isTimely(submitted, due, timeZone));
  const text = `Submitted ${submitted}; ${inWords(due)} ends on the clock of ${timeZone} at ${endOfDay(due, timeZone)}: ${answer ? 'in time' : 'late'}.`;
  return { due: { timely: answer }, trace: [{ step: 'cutoff', text, on: due }] };
}

function multi(method: MethodRecord, path: string, options: MethodOptions): MethodAnswer {
  const answers = partsAt(method, path).map(
    ([name, part]) =>
      [name, answer(part, { ...options, path: `${path}.parts.${name}` }, SINGLE_UNITS)] as const,
  );
  return {
    due: Object.fromEntries(answers.map(([name, { due }]) => [name, due])),
    trace: answers.flatMap(([name, { trace }]) =>
      trace.map((step) => ({ ...step, text: `${name.replaceAll('_', ' ')}: ${step.text}` })),
    ),
  };
}

const SINGLE_UNITS = [
  'day',
  'busday',
  'month',
  'year',
  'legacy',
  'hour',
  'hour_excl',
  'none',
  'cutoff',
  'timely',
] as const;
const ALL_UNITS = [...SINGLE_UNITS, 'multi'] as const;

function counted(method: MethodRecord, path: string, options: MethodOptions, units: readonly string[]) {
  const unit = oneOf(method, 'unit', path, units);
  switch (unit) {
    case 'none':
      return { due: null, trace: [{ step: 'none', text: 'There is no fixed last day.' }] };
    case 'hour':
      return countHours(method, path, options);
    case 'hour_excl':
      return countOpenHours(method, path, options);
    case 'cutoff':
      return cutoff(method, path);
    case 'timely':
      return timely(method, path);
    case 'multi':
      return multi(method, path, options);
    default:
      return countDays(method, unit, path);
  }
}

function answer(sent: unknown, options: MethodOptions, units: readonly string[]): MethodAnswer {
  const path = options.path ?? 'method';
  const method = asRecord(sent, path);
  const result: MethodAnswer = counted(method, path, options, units);
  const strange = strangeFields(method);
  if (strange.length === 0) return result;
  const text = `Not understood, and not used: ${strange.join(', ')}.`;
  return { ...result, trace: [...result.trace, { step: 'unused', text }] };
}

/**
 * The bare count of a method in the interchange form, without any rule of law:
 *
 * - `unit` 'day', 'busday', 'month', 'year' with `start` (day zero), `n`, `dir` 1 (default) or -1, `roll` 'fwd', 'back' or
 *   'none' (default), `cal` 'FED' (default), `extra` closed days, `floor` (the answer is never before it): a day.
 * - 'legacy': `n` days or the `floor`, whichever is later (the fixed dates of 1996), rolled forward as a filing is unless
 *   `roll` says otherwise: a day.
 * - 'hour' with `start_utc`, `n` elapsed hours, `tz` for the wall clock: `{utc, local}`, without `tz` `{utc}`; `roll` 'fwd'
 *   for hours that a court sets. 'hour_excl': hours of open local days only.
 * - 'cutoff' with `due` and `tz`: `{last_instant_exclusive_utc}`. 'timely' with `submitted_utc` besides: `{timely}`.
 * - 'none': null. 'multi' with `parts`: an object of the parts' answers.
 *
 * A field that no count reads is left out of it, and the trace says so: a misspelt one changes nothing in silence.
 * Throws RuleInputError naming the field: `malformed_method`, `malformed_day`, `malformed_number`, `malformed_instant`,
 * `malformed_list`, `unknown_time_zone`, `day_out_of_range`.
 */
export const methodCount = (method: unknown, options: MethodOptions = {}): MethodAnswer =>
  answer(method, options, ALL_UNITS);
