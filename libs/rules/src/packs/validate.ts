import { addDays, isDay, type Day } from '../calendar/day';
import { EXECUTIVE_CLOSURES_PACK } from './calendar/executive-closures';
import { changeLogFaults, compositeFaults } from './composite-checks';
import { READING_CHECKS, type RecordCheck } from './reading-checks';
import type { RuleRecord } from './rule-record';
import { RULE_SET } from './rule-set';
import type { RuleSet } from './select';

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
  ['bia.brief.sequential.21d', 'bia.brief.detained.21d', 'bia.brief.simultaneous.20d'],
  ['ij.filing.individual.30d_before', 'ij.filing.detained.court_set'],
  ['motion.reopen.vawa.legacy', 'motion.reopen.vawa.1y'],
];

const ID = /^[a-z0-9_]+(\.[a-z0-9_]+)+$/;
const nameOf = (rule: RuleRecord) => `${rule.id}@${rule.version}`;
const SINGLE_CONDITIONS = ['inAbsentia', 'asylumDecided', 'detained', 'service'] as const;
const DAY_FIELDS = ['effectiveFrom', 'effectiveTo', 'notBefore', 'checkedOn', 'nextReview'] as const;
const TEXT_FIELDS = ['title', 'citation', 'consequence', 'cure', 'stays'] as const;

/** What must be true of every record by itself. */
const CHECKS: readonly RecordCheck[] = [
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

/** Whether facts exist under which both conditions hold. A condition that is not set holds always. */
const conditionsOverlap = (a: RuleRecord, b: RuleRecord): boolean => {
  const [x, y] = [a.appliesIf, b.appliesIf];
  const meet = (left: readonly string[] | undefined, right: readonly string[] | undefined) =>
    !left || !right || left.some((one) => right.includes(one));
  const same = SINGLE_CONDITIONS.every(
    (name) => x[name] === undefined || y[name] === undefined || x[name] === y[name],
  );
  return same && meet(x.orderKinds, y.orderKinds) && meet(x.circuits, y.circuits);
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

/** Where a version ends and a later one exists, the next day must be somebody's. */
function gaps(rules: readonly RuleRecord[]): PackFault[] {
  return rules.flatMap((rule) => {
    const { effectiveTo } = rule;
    const others = rules.filter((other) => other.id === rule.id);
    const later = effectiveTo && others.some((other) => (other.effectiveFrom ?? '') > effectiveTo);
    if (!later || !isDay(effectiveTo)) return [];
    const next = addDays(effectiveTo, 1);
    return others.some((other) => inForce(other, next))
      ? []
      : [{ record: nameOf(rule), fault: `no version of ${rule.id} governs ${next}` }];
  });
}

const inForce = (rule: RuleRecord, day: Day) =>
  (!rule.effectiveFrom || rule.effectiveFrom <= day) && (!rule.effectiveTo || day <= rule.effectiveTo);

const governs = (rule: RuleRecord, day: Day, asylum: boolean, detained: boolean) =>
  inForce(rule, day) &&
  (rule.appliesIf.asylumDecided === undefined || (rule.appliesIf.asylumDecided === true) === asylum) &&
  (rule.appliesIf.detained ?? detained) === detained;

const CASES = [true, false].flatMap((asylum) => [true, false].map((detained) => ({ asylum, detained })));

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
    return CASES.flatMap(({ asylum, detained }) =>
      days.flatMap((day) => {
        const found = own.filter((rule) => governs(rule, day, asylum, detained)).length;
        return found === 1 ? [] : [{ record: ids.join(' + '), fault: `${found} versions govern ${day}` }];
      }),
    );
  });
}

const closureFaults = (): PackFault[] =>
  EXECUTIVE_CLOSURES_PACK.days
    .filter((day, index, all) => !isDay(day.on) || (index > 0 && all[index - 1]!.on >= day.on))
    .map((day) => ({ record: `executive closures ${day.on}`, fault: 'days exist, once each, in order' }));

/** Everything a rule may be called by: ids and other names, of rules and of composites. */
const namesIn = (rules: readonly RuleRecord[], { composites }: Pick<RuleSet, 'composites'>) =>
  new Set([
    ...rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]),
    ...composites.map((composite) => composite.id),
  ]);

/**
 * Checks the shipped rule records: schema, citations and sources, sane dates, periods and readings, no overlap
 * between versions, no hole in a succession, composites and a change log that speak of what exists. An empty answer
 * means sound. The build's tests call it without arguments.
 */
export function validatePacks(
  rules: readonly RuleRecord[] = RULE_SET.rules,
  law: Pick<RuleSet, 'composites' | 'changes'> = RULE_SET,
): PackFault[] {
  return [
    ...rules.flatMap((rule) =>
      [...CHECKS, ...READING_CHECKS]
        .filter(([, holds]) => !holds(rule, rules))
        .map(([fault]) => ({ record: nameOf(rule), fault: `not so: ${fault}` })),
    ),
    ...missingVersions(rules),
    ...overlaps(rules),
    ...gaps(rules),
    ...holes(rules),
    ...compositeFaults(law.composites, rules),
    ...changeLogFaults(law.changes, namesIn(rules, law)),
    ...closureFaults(),
  ];
}
