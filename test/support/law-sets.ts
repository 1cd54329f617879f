import { RULE_SET, ruleSetOf, type PackChange, type RuleRecord, type RuleSet } from '@app/rules';

/**
 * The story of the appeal rule of 2026 as four shipped sets, made of the shipped records: before it, when it appears,
 * when it is vacated, when it comes back. Each is the one before with records added; none is ever edited.
 */
const THIRTY = 'bia.appeal.30d';
const TEN = 'bia.appeal.10d';

const others = RULE_SET.rules.filter(({ id }) => id !== THIRTY && id !== TEN);
const shipped = (id: string, version: number): RuleRecord => {
  const found = RULE_SET.rules.find((rule) => rule.id === id && rule.version === version);
  if (!found) throw new Error(`${id}, version ${version}, is no longer shipped.`);
  return found;
};

/** Thirty days from July 1996 on, with no end in sight. */
const thirty: RuleRecord = { ...shipped(THIRTY, 2), effectiveTo: null, conflictsWith: [] };
/** Where asylum was decided, the rule of 2026 leaves the thirty days. */
const thirtyWithAsylum: RuleRecord = shipped(THIRTY, 4);
/** The thirty days until the rule of 2026, which takes the place of the record without an end. */
const thirtyUntil: RuleRecord = { ...thirty, version: 3, replaces: [2], effectiveTo: '2026-03-08' };
const ten: RuleRecord = { ...shipped(TEN, 1), status: 'operative', conflictsWith: [] };

/** After the vacatur: ten days are only shown, thirty are contested. */
const tenVacated: RuleRecord = { ...shipped(TEN, 1), version: 2, replaces: [1], status: 'vacated' };
const thirtyContested: RuleRecord = { ...shipped(THIRTY, 3), version: 5 };

/** The vacatur is reversed: ten days are law again, and the thirty are what is only shown. */
const tenAgain: RuleRecord = { ...tenVacated, version: 3, replaces: [2], status: 'operative_contested' };
const thirtySuperseded: RuleRecord = { ...thirtyContested, version: 6, replaces: [5], status: 'superseded' };

const LOG: PackChange[] = [
  {
    version: '2026-02-01.1',
    on: '2026-02-01',
    rules: [THIRTY],
    what: 'Thirty days to appeal.',
    why: 'As it has been since 1996.',
  },
  {
    version: '2026-02-06.1',
    on: '2026-02-06',
    rules: [TEN, THIRTY],
    what: 'Ten days to appeal decisions from March 9, 2026 on.',
    why: 'Interim final rule published 2026-02-06.',
  },
  {
    version: '2026-03-10.1',
    on: '2026-03-10',
    rules: [TEN, THIRTY],
    what: 'The ten-day appeal text is vacated; thirty days govern, contested.',
    why: 'Vacatur of 2026-03-08 (D.D.C.).',
  },
  {
    version: '2026-11-22.9',
    on: '2026-11-22',
    rules: [TEN, THIRTY],
    what: 'The ten-day appeal text governs again.',
    why: 'The vacatur was reversed.',
  },
];

const setOf = (entries: number, records: readonly RuleRecord[]): RuleSet =>
  ruleSetOf(LOG[entries - 1].version, [...others, ...records], LOG.slice(0, entries), RULE_SET.composites);

const appeared = [shipped(THIRTY, 1), thirty, thirtyUntil, thirtyWithAsylum, ten];
const vacated = [...appeared, thirtyContested, tenVacated];

export const LAW_SETS = {
  before: setOf(1, [shipped(THIRTY, 1), thirty]),
  appears: setOf(2, appeared),
  vacated: setOf(3, vacated),
  back: setOf(4, [...vacated, thirtySuperseded, tenAgain]),
} as const;
