import { addDays, isDay, type Day } from '../calendar/day';
import { EXECUTIVE_CLOSURES_PACK } from './calendar/executive-closures';
import type { RuleRecord } from './rule-record';
import { RULE_SET } from './rule-set';

/** One fault of the shipped law: which record, and what is wrong with it. */
export interface PackFault {
  readonly record: string;
  readonly fault: string;
}

/** Rules that take each other's place; together they must govern every day exactly once. */
export const SUCCESSIONS: readonly (readonly string[])[] = [
  ['motion.reconsider.legacy_1996', 'motion.reconsider.30d'],
  ['motion.reopen.legacy_1996', 'motion.reopen.90d'],
  ['pfr.former_106', 'pfr.30d'],
  ['bia.appeal.30d'],
];

const ID = /^[a-z0-9_]+(\.[a-z0-9_]+)+$/;
const nameOf = (rule: RuleRecord) => `${rule.id}@${rule.version}`;
const DAY_FIELDS = ['effectiveFrom', 'effectiveTo', 'notBefore', 'checkedOn', 'nextReview'] as const;
const TEXT_FIELDS = ['title', 'citation', 'consequence', 'cure', 'stays'] as const;

type Check = readonly [string, (rule: RuleRecord, all: readonly RuleRecord[]) => boolean];

/** What must be true of every record by itself. */
const CHECKS: readonly Check[] = [
  ['id is lower case words joined by dots', (rule) => ID.test(rule.id)],
  ['version is a whole number from 1', (rule) => Number.isInteger(rule.version) && rule.version >= 1],
  ['texts are present', (rule) => TEXT_FIELDS.every((field) => rule[field].trim().length > 3)],
  [
    'a source is named',
    (rule) => rule.source.length > 0 && rule.source.every((text) => text.trim().length > 3),
  ],
  ['days exist', (rule) => DAY_FIELDS.every((field) => rule[field] === null || isDay(rule[field]))],
  [
    'it ends after it begins',
    (rule) => !rule.effectiveFrom || !rule.effectiveTo || rule.effectiveFrom <= rule.effectiveTo,
  ],
  ['the next review follows the check', (rule) => rule.checkedOn < rule.nextReview],
  ['no limit is a kind of its own', (rule) => (rule.kind === 'no_limit') === (rule.period === null)],
  [
    'the period is a sane whole number',
    (rule) =>
      rule.period === null || (Number.isInteger(rule.period.n) && rule.period.n >= 0 && rule.period.n <= 400),
  ],
  ['only a status has a period of nothing', (rule) => rule.period?.n !== 0 || rule.kind === 'status'],
  ['a status does not roll', (rule) => rule.kind !== 'status' || rule.roll === 'none'],
  ['office policy says so', (rule) => (rule.kind === 'internal') === (rule.status === 'policy_only')],
  [
    'a layer either rolls or bounds',
    (rule) => rule.outerLayers.every((layer) => !rule.calendarLayers.includes(layer)),
  ],
  [
    'a bounded version names what selects it',
    (rule) => (!rule.effectiveFrom && !rule.effectiveTo) || rule.keyedOn !== 'none',
  ],
  [
    'conflicts name known rules',
    (rule, all) => rule.conflictsWith.every((id) => all.some((other) => other.id === id)),
  ],
  [
    'a contested rule names its conflict',
    (rule) => rule.status !== 'operative_contested' || rule.conflictsWith.length > 0,
  ],
];

const conditionsOverlap = (a: RuleRecord, b: RuleRecord): boolean => {
  const [x, y] = [a.appliesIf, b.appliesIf];
  const apart = <T>(left: T | undefined, right: T | undefined) =>
    left !== undefined && right !== undefined && left !== right;
  return !apart(x.inAbsentia, y.inAbsentia) && !apart(x.asylumDecided, y.asylumDecided);
};
const windowsOverlap = (a: RuleRecord, b: RuleRecord): boolean =>
  (!a.effectiveTo || !b.effectiveFrom || b.effectiveFrom <= a.effectiveTo) &&
  (!b.effectiveTo || !a.effectiveFrom || a.effectiveFrom <= b.effectiveTo);

function overlaps(rules: readonly RuleRecord[]): PackFault[] {
  return rules.flatMap((rule, index) =>
    rules.slice(index + 1).flatMap((other) => {
      if (rule.id !== other.id) return [];
      if (rule.version === other.version)
        return [{ record: nameOf(rule), fault: 'two records have this version' }];
      const inPlaceOf = other.replaces.includes(rule.version) || rule.replaces.includes(other.version);
      return !inPlaceOf && windowsOverlap(rule, other) && conditionsOverlap(rule, other)
        ? [{ record: nameOf(rule), fault: `overlaps ${nameOf(other)}` }]
        : [];
    }),
  );
}

function missingVersions(rules: readonly RuleRecord[]): PackFault[] {
  return [...new Set(rules.map((rule) => rule.id))].flatMap((id) => {
    const versions = rules.filter((rule) => rule.id === id).map((rule) => rule.version);
    return versions.every((version, index) => version === index + 1)
      ? []
      : [{ record: id, fault: 'versions are numbered 1, 2, 3 in the order of the pack' }];
  });
}

const governs = (rule: RuleRecord, day: Day, asylum: boolean) =>
  (!rule.effectiveFrom || rule.effectiveFrom <= day) &&
  (!rule.effectiveTo || day <= rule.effectiveTo) &&
  (rule.appliesIf.asylumDecided === undefined || (rule.appliesIf.asylumDecided === true) === asylum);

/** A succession is tried on both sides of every boundary, which is enough to find any hole or double cover. */
function holes(rules: readonly RuleRecord[]): PackFault[] {
  return SUCCESSIONS.flatMap((ids) => {
    const own = rules.filter((rule) => ids.includes(rule.id));
    if (own.length === 0) return [];
    const edges = own
      .flatMap((rule) => [rule.effectiveFrom, rule.effectiveTo])
      .filter((day) => day !== null && isDay(day));
    const days = [
      '1950-01-01',
      '2098-12-31',
      ...edges.flatMap((day) => [addDays(day!, -1), day!, addDays(day!, 1)]),
    ];
    return [true, false].flatMap((asylum) =>
      days.flatMap((day) => {
        const found = own.filter((rule) => governs(rule, day, asylum)).length;
        return found === 1 ? [] : [{ record: ids.join(' + '), fault: `${found} versions govern ${day}` }];
      }),
    );
  });
}

const closureFaults = (): PackFault[] =>
  EXECUTIVE_CLOSURES_PACK.days
    .filter((day, index, all) => !isDay(day.on) || (index > 0 && all[index - 1]!.on >= day.on))
    .map((day) => ({ record: `executive closures ${day.on}`, fault: 'days exist, once each, in order' }));

/**
 * Checks the shipped rule records: schema, citations and sources, sane dates, no overlap between versions, no hole
 * in a succession. An empty answer means sound. The build's tests call it without arguments.
 */
export function validatePacks(rules: readonly RuleRecord[] = RULE_SET.rules): PackFault[] {
  return [
    ...rules.flatMap((rule) =>
      CHECKS.filter(([, holds]) => !holds(rule, rules)).map(([fault]) => ({
        record: nameOf(rule),
        fault: `not so: ${fault}`,
      })),
    ),
    ...missingVersions(rules),
    ...overlaps(rules),
    ...holes(rules),
    ...closureFaults(),
  ];
}
