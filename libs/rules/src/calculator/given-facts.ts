import { toOrdinal, type Day } from '../calendar/day';
import { FIRST_YEAR, LAST_YEAR } from '../calendar/federal-holidays';
import { instantAt } from '../calendar/hours';
import { RuleInputError } from '../errors';
import { Temporal } from '../temporal';

/** A fact as it was given: under which name, and what it says. */
export interface Given<Value> {
  readonly name: string;
  readonly value: Value;
}

const MOST_FACTS = 100;
const MOST_CHARACTERS = 200;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL = /^\d{4}-\d{2}-\d{2}[T ](?:[01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$/;
const INSTANT =
  /^\d{4}-\d{2}-\d{2}[T ](?:[01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(?:[zZ]|[+-]\d{2}:?\d{2})$/;
const TIMED = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;
const OFFSET = /(?:[zZ]|[+-]\d{2}:?\d{2})$/;
const YES: readonly unknown[] = [true, 'true', 'yes'];
const NO: readonly unknown[] = [false, 'false', 'no'];

const wrong = (name: string, message: string) =>
  new RuleInputError('malformed_fact', message, `triggers.${name}`);

export const TIME_ZONE = ['time_zone', 'forum_time_zone', 'tz'];

/** Said when a lonely date was taken for the start. */
export const takenAs = (name: string) =>
  `${name} was taken as the day this runs from, because it is the only date given.`;

/** Facts handed to a calculator by name. Reads each as what it has to be, and remembers which were used. */
export class GivenFacts {
  private readonly facts: ReadonlyMap<string, unknown>;
  private readonly read = new Set<string>();
  private assumed: string | null = null;

  constructor(triggers: unknown) {
    if (typeof triggers !== 'object' || triggers === null || Array.isArray(triggers)) {
      throw new RuleInputError('malformed_fact', 'The facts are an object of names and values.', 'triggers');
    }
    const entries = Object.entries(triggers);
    if (entries.length > MOST_FACTS) {
      throw new RuleInputError('malformed_fact', `No more than ${MOST_FACTS} facts are read.`, 'triggers');
    }
    this.facts = new Map(
      entries.filter(([, value]) => value !== null && value !== undefined && value !== ''),
    );
  }

  has(name: string): boolean {
    return this.facts.has(name);
  }

  /** The first of these names that was given, as a day. A time of day is cut off; throws for what is no day. */
  day(names: readonly string[]): Given<Day> | null {
    const name = this.first(names);
    return name === null ? null : { name, value: this.dayAt(name) };
  }

  /** The only fact that looks like a day, when there is exactly one that goes by no name a rule knows. */
  onlyDay(): Given<Day> | null {
    const name = this.onlyOne(DAY);
    return name === null ? null : { name, value: this.dayAt(name) };
  }

  /** The only fact that looks like a day with a time, likewise. */
  onlyInstant(timeZone: string | null): Given<string> | null {
    const name = this.onlyOne(TIMED);
    return name === null ? null : this.instant([name], timeZone);
  }

  flag(names: readonly string[]): boolean | null {
    const name = this.first(names);
    if (name === null) return null;
    const value = this.facts.get(name);
    if (YES.includes(value)) return true;
    if (NO.includes(value)) return false;
    throw wrong(name, 'Say true or false.');
  }

  number(names: readonly string[], most: number): Given<number> | null {
    const name = this.first(names);
    if (name === null) return null;
    const value = this.facts.get(name);
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > most) {
      throw wrong(name, `Give a whole number from 1 to ${most}.`);
    }
    return { name, value };
  }

  text(names: readonly string[]): string | null {
    const name = this.first(names);
    if (name === null) return null;
    const value = this.facts.get(name);
    if (typeof value !== 'string' || value.length > MOST_CHARACTERS) throw wrong(name, 'Give a short text.');
    return value;
  }

  /** The first of these names as an instant in UTC: a local time needs the time zone, an offset or Z needs none. */
  instant(names: readonly string[], timeZone: string | null): Given<string> | null {
    const name = this.first(names);
    if (name === null) return null;
    const value = this.facts.get(name);
    if (typeof value !== 'string' || value.length > 40)
      throw wrong(name, 'Give a day and time, YYYY-MM-DDTHH:MM.');
    if (OFFSET.test(value) && value.length > 16) return { name, value: this.utc(name, value) };
    if (!LOCAL.test(value)) throw wrong(name, 'Give a day and time, YYYY-MM-DDTHH:MM.');
    if (timeZone === null)
      throw wrong('time_zone', 'A local time needs its time zone, such as America/Chicago.');
    this.inYears(name, toOrdinalOf(value, name));
    return { name, value: instantAt(value.replace(' ', 'T'), timeZone) };
  }

  /** Names that were given and never looked at. */
  unused(): string[] {
    return [...this.facts.keys()].filter((name) => !this.read.has(name));
  }

  /** Whether a name was given as a day rather than as yes or no. */
  isDay(name: string): boolean {
    const value = this.facts.get(name);
    return typeof value === 'string' && DAY.test(value.slice(0, 10));
  }

  private onlyOne(shape: RegExp): string | null {
    const names = [...this.facts]
      .filter(([name, value]) => typeof value === 'string' && shape.test(value) && this.isUnclaimed(name))
      .map(([name]) => name);
    if (names.length !== 1) return null;
    this.assumed = names[0]!;
    this.read.add(this.assumed);
    return this.assumed;
  }

  /** Every part of a rule may take the same lonely date. */
  private isUnclaimed(name: string): boolean {
    return !this.read.has(name) || this.assumed === name;
  }

  private first(names: readonly string[]): string | null {
    names.forEach((name) => this.read.add(name));
    return names.find((name) => this.facts.has(name)) ?? null;
  }

  private utc(name: string, value: string): string {
    try {
      return Temporal.Instant.from(value).toString({ smallestUnit: 'second' });
    } catch {
      throw wrong(name, 'An instant is written YYYY-MM-DDTHH:MM:SSZ.');
    }
  }

  private dayAt(name: string): Day {
    const value = this.facts.get(name);
    if (typeof value !== 'string' || value.length > 40) throw wrong(name, 'A date is written YYYY-MM-DD.');
    const day = LOCAL.test(value) || INSTANT.test(value) ? value.slice(0, 10) : value;
    toOrdinal(day, `triggers.${name}`);
    this.inYears(name, toOrdinalOf(day, name));
    return day;
  }

  private inYears(name: string, year: number): void {
    if (year < FIRST_YEAR || year > LAST_YEAR - 2) {
      throw new RuleInputError(
        'day_out_of_range',
        `The calendar covers ${FIRST_YEAR} to ${LAST_YEAR - 2}.`,
        `triggers.${name}`,
      );
    }
  }
}

/** Checks that the day exists and gives its year. */
function toOrdinalOf(value: string, name: string): number {
  toOrdinal(value.slice(0, 10), `triggers.${name}`);
  return Number(value.slice(0, 4));
}
