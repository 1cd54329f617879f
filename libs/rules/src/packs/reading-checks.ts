import type { PeriodUnit, RuleRecord } from './rule-record';
import { TRIGGERS } from './triggers';

/** One thing that must be true of a record; the text completes "not so: …". */
export type RecordCheck = readonly [string, (rule: RuleRecord, all: readonly RuleRecord[]) => boolean];

/** More than this is a slip of the hand, not law. */
const MOST: Readonly<Record<PeriodUnit, number>> = {
  day: 400,
  business_day: 60,
  month: 120,
  year: 20,
  hour: 240,
  hour_on_open_days: 240,
};
const NAME = /^[a-z][a-z0-9_]*$/;
const FACT_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

const isSane = (period: { readonly n: number; readonly unit: PeriodUnit }) =>
  Number.isInteger(period.n) && period.n >= 0 && period.n <= MOST[period.unit];

const countsHours = (rule: RuleRecord) =>
  rule.period?.unit === 'hour' || rule.period?.unit === 'hour_on_open_days';

const once = (names: readonly string[]) => new Set(names).size === names.length;

/** A doubt is shown from both sides, or one of the two dates would be shown alone. */
const namedBack = (rule: RuleRecord, all: readonly RuleRecord[]) =>
  rule.conflictsWith.every((id) =>
    all.some((other) => other.id === id && other.conflictsWith.includes(rule.id)),
  );

/** Checks of periods, triggers and readings: what a calculator relies on without looking. */
export const READING_CHECKS: readonly RecordCheck[] = [
  ['the period is a sane whole number', (rule) => rule.period === null || isSane(rule.period)],
  ['only a status counts hours', (rule) => !countsHours(rule) || rule.kind === 'status'],
  ['a period runs from something', (rule) => rule.period === null || rule.trigger !== 'none'],
  [
    'the trigger has facts with names',
    (rule) =>
      rule.trigger === 'none' ||
      (TRIGGERS[rule.trigger].facts.length > 0 &&
        once(TRIGGERS[rule.trigger].facts) &&
        TRIGGERS[rule.trigger].facts.every((fact) => FACT_NAME.test(fact))),
  ],
  [
    'a number given by a fact has a most and a name',
    (rule) => rule.periodFact === null || (rule.period !== null && NAME.test(rule.periodFact)),
  ],
  [
    'other readings have names, each once, and a label',
    (rule) =>
      once(rule.otherReadings.map((reading) => reading.name)) &&
      rule.otherReadings.every((reading) => NAME.test(reading.name) && reading.label.trim().length > 3),
  ],
  [
    'other readings are sane and belong to a count',
    (rule) => rule.otherReadings.every((reading) => rule.period !== null && isSane(reading.period)),
  ],
  [
    'a vacated text that conflicts has a name among the alternates',
    (rule) => rule.status !== 'vacated' || rule.conflictsWith.length === 0 || rule.alternateName !== null,
  ],
  [
    'the name among the alternates is one word',
    (rule) => rule.alternateName === null || NAME.test(rule.alternateName),
  ],
  [
    'a conflict is named from both sides',
    (rule, all) => !['vacated', 'operative_contested'].includes(rule.status) || namedBack(rule, all),
  ],
  [
    'a replaced version is an earlier one',
    (rule, all) =>
      rule.replaces.every(
        (version) =>
          version < rule.version && all.some((other) => other.id === rule.id && other.version === version),
      ),
  ],
  [
    'another name is nobody else’s',
    (rule, all) =>
      (rule.aliases ?? []).every((alias) =>
        all.every(
          (other) => other.id !== alias && (other.id === rule.id || !(other.aliases ?? []).includes(alias)),
        ),
      ),
  ],
];
