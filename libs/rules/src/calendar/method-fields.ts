import { RuleInputError } from '../errors';
import { isDay, type Day } from './day';

/** Fields of a method as they were sent: nothing about them is known yet. */
export type MethodRecord = Readonly<Record<string, unknown>>;

const FIELDS = new Set([
  'unit',
  'n',
  'dir',
  'roll',
  'cal',
  'extra',
  'start',
  'floor',
  'start_utc',
  'tz',
  'due',
  'submitted_utc',
  'parts',
]);
const MOST_EXTRA = 1_000;
const MOST_PARTS = 50;
const PART_NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

export const wrongMethod = (path: string, message: string) =>
  new RuleInputError('malformed_method', message, path);

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A plain copy of the fields that the object itself has; what it inherits does not count, and null is a field left out.
 */
export function asRecord(sent: unknown, path: string): MethodRecord {
  if (!isObject(sent)) throw wrongMethod(path, 'A method of counting is an object with a unit.');
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null));
}

const MOST_NAMED = 5;

/** Names of fields that no count reads, fit to be shown; others are only told of. */
export const strangeFields = (method: MethodRecord): string[] =>
  Object.keys(method)
    .filter((name) => !FIELDS.has(name))
    .map((name) => (PART_NAME.test(name) ? name : 'a field without a proper name'))
    .slice(0, MOST_NAMED);

/** A field with one of some values, or the default when it is left out. */
export function oneOf<T extends string | number>(
  method: MethodRecord,
  field: string,
  path: string,
  values: readonly T[],
  otherwise?: T,
): T {
  const value = method[field];
  if (value === undefined && otherwise !== undefined) return otherwise;
  if (values.includes(value as T)) return value as T;
  throw wrongMethod(`${path}.${field}`, `It is one of ${values.join(', ')}.`);
}

function asDay(value: unknown, path: string): Day {
  if (isDay(value)) return value;
  throw new RuleInputError(
    'malformed_day',
    'A day is written YYYY-MM-DD and must exist in the calendar.',
    path,
  );
}

export const dayAt = (method: MethodRecord, field: string, path: string): Day =>
  asDay(method[field], `${path}.${field}`);

/** A list of closed days, or none. */
export function daysAt(method: MethodRecord, field: string, path: string): Day[] {
  const value = method[field] ?? [];
  if (!Array.isArray(value) || value.length > MOST_EXTRA) {
    throw new RuleInputError(
      'malformed_list',
      `Closed days are a list of at most ${MOST_EXTRA} days.`,
      `${path}.${field}`,
    );
  }
  return Array.from(value, (day, index) => asDay(day, `${path}.${field}.${index}`));
}

/** A whole number that is not negative; how large it may be depends on the unit. */
export function wholeAt(method: MethodRecord, field: string, path: string): number {
  const value = method[field];
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new RuleInputError(
    'malformed_number',
    'A period is a whole number that is not negative.',
    `${path}.${field}`,
  );
}

export function textAt(method: MethodRecord, field: string, path: string): string {
  const value = method[field];
  if (typeof value === 'string' && value !== '' && value.length <= 100) return value;
  throw wrongMethod(`${path}.${field}`, 'A text is missing, or it is too long.');
}

export function instantTextAt(method: MethodRecord, field: string, path: string): string {
  const value = method[field];
  if (typeof value === 'string' && value.length <= 40) return value;
  throw new RuleInputError(
    'malformed_instant',
    'An instant is written in ISO 8601 with an offset or Z.',
    `${path}.${field}`,
  );
}

/** Named parts of a method of several counts. */
export function partsAt(method: MethodRecord, path: string): [name: string, part: unknown][] {
  const { parts } = method;
  const entries = isObject(parts) ? Object.entries(parts) : [];
  if (entries.length === 0 || entries.length > MOST_PARTS) {
    throw wrongMethod(`${path}.parts`, `Parts are an object of 1 to ${MOST_PARTS} named methods.`);
  }
  if (entries.some(([name]) => !PART_NAME.test(name))) {
    throw wrongMethod(`${path}.parts`, 'A part is named with letters, digits and underscores.');
  }
  return entries;
}

/** Fields of the method that the counting core knows under another name. */
const SENT_AS: Readonly<Record<string, string>> = {
  notBefore: 'floor',
  unit: 'unit',
  startUtc: 'start_utc',
  instantUtc: 'start_utc',
  submittedUtc: 'submitted_utc',
  hours: 'n',
  timeZone: 'tz',
  forumNotices: 'extra',
  day: 'due',
};

/** Runs a count, and lets its errors name the field that was sent. */
export function at<T>(path: string, use: () => T): T {
  try {
    return use();
  } catch (error) {
    if (!(error instanceof RuleInputError)) throw error;
    throw new RuleInputError(error.code, error.message, `${path}.${SENT_AS[error.path] ?? error.path}`);
  }
}
