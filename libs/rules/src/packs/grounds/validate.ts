import { isDay } from '../../calendar/day';
import { parseCitation } from '../../identifiers';
import { APPLICABILITY_RULES, type ApplicabilityRule } from './applicability';
import { AUTHORITIES } from './authorities';
import { GROUNDS_CHANGES, GROUNDS_NEXT_REVIEW } from './change-log';
import { OTHER_CONSEQUENCES } from './consequences';
import { NUMBERING_OF_1991 } from './former';
import { FORMER_GROUNDS, type FormerGround } from './former-grounds';
import type { PardonGround } from './ground';
import { GROUNDS } from './grounds';
import { INSTRUMENT_TESTS } from './instrument-tests';

/** One fault of the shipped pack: which record, and what is wrong with it. */
export interface GroundsFault {
  readonly record: string;
  readonly fault: string;
}

type Check<Item> = readonly [string, (item: Item) => boolean];

/** The clauses that INA 237(a)(2)(A)(vi) lists. Another one would be a change of the statute. */
const LISTED = ['237a2Ai', '237a2Aii', '237a2Aiii', '237a2Aiv'];
const byId = new Map(GROUNDS.map((ground) => [ground.id, ground]));
const cites = (keys: readonly string[]) => keys.every((key) => Object.hasOwn(AUTHORITIES, key));

const OF_GROUNDS: ReadonlyArray<Check<PardonGround>> = [
  [
    'the waiver reaches the four listed clauses and no other',
    ({ id, waived }) => (waived === 'yes') === LISTED.includes(id),
  ],
  ['it names an authority that is known', ({ authorities }) => authorities.length > 0 && cites(authorities)],
  [
    'its citation is its id',
    ({ id, ina, usc }) => {
      const parsed = parseCitation(ina.replace('(A)-(C)', ''));
      return (
        parsed.ok && parsed.value.section + parsed.value.parts.join('') === id && parsed.value.usc === usc
      );
    },
  ],
];

const OF_FORMER: ReadonlyArray<Check<FormerGround>> = [
  [
    'its days exist and are in order',
    ({ effectiveFrom: from, effectiveTo: to }) => isDay(from) && isDay(to) && from <= to,
  ],
  ['today’s counterparts are in the pack', ({ presentIds }) => presentIds.every((id) => byId.has(id))],
  [
    'the waiver of its time reached what today’s reaches',
    ({ presentIds, waived }) =>
      presentIds.every((id) => byId.get(id)?.waived === waived) && (presentIds.length > 0 || waived === 'no'),
  ],
  [
    'it names the waiver that reached it, and only then',
    ({ waived, waiver }) => (waived === 'yes') === (waiver !== null),
  ],
  [
    'the numberings neither overlap nor leave a hole',
    ({ numbering, effectiveFrom, effectiveTo }) =>
      numbering === '1952' ? effectiveTo === '1991-02-28' : effectiveFrom >= NUMBERING_OF_1991,
  ],
];

const OF_RULES: ReadonlyArray<Check<ApplicabilityRule>> = [
  [
    'its days exist and are in order',
    ({ from, before }) => isDay(before) && (from === null || (isDay(from) && from < before)),
  ],
  [
    'its grounds are in the pack',
    ({ groundIds }) => groundIds.length > 0 && groundIds.every((id) => byId.has(id)),
  ],
  ['it names an authority that is known', ({ authorities }) => authorities.length > 0 && cites(authorities)],
];

function checked<Item extends { id: string }>(
  items: readonly Item[],
  checks: ReadonlyArray<Check<Item>>,
): GroundsFault[] {
  const repeated = items.filter(({ id }, at) => items.findIndex((other) => other.id === id) !== at);
  return [
    ...items.flatMap((item) =>
      checks.flatMap(([rule, holds]) =>
        holds(item) ? [] : [{ record: item.id, fault: `does not hold: ${rule}` }],
      ),
    ),
    ...repeated.map(({ id }) => ({ record: id, fault: 'is there twice' })),
  ];
}

function authorityFaults(): GroundsFault[] {
  return Object.entries(AUTHORITIES).flatMap(([record, { provenance, address, kind, circuit }]) => [
    ...((provenance === 'sourced') === (address !== null)
      ? []
      : [{ record, fault: 'a source without a page, or a page without a source' }]),
    ...((kind === 'circuit') === (circuit !== undefined)
      ? []
      : [{ record, fault: 'a decision without its circuit' }]),
  ]);
}

function packFaults(): GroundsFault[] {
  const record = 'grounds';
  const sound: ReadonlyArray<readonly [string, boolean]> = [
    ['eight instrument tests', INSTRUMENT_TESTS.length === 8],
    [
      'tests and consequences name known authorities',
      [...INSTRUMENT_TESTS, ...OTHER_CONSEQUENCES].every(({ authorities }) => cites(authorities)),
    ],
    [
      'the days of the change log exist and are in order',
      GROUNDS_CHANGES.every(({ on }, at) => isDay(on) && (at === 0 || GROUNDS_CHANGES[at - 1].on <= on)),
    ],
    [
      'every change has a version of its own',
      new Set(GROUNDS_CHANGES.map(({ version }) => version)).size === GROUNDS_CHANGES.length,
    ],
    ['the next review is a day', isDay(GROUNDS_NEXT_REVIEW)],
  ];
  return sound.flatMap(([rule, holds]) => (holds ? [] : [{ record, fault: `does not hold: ${rule}` }]));
}

/** What is wrong with the shipped pack of grounds; empty when it is sound. Run when the product is built. */
export function validateGrounds(): GroundsFault[] {
  return [
    ...checked(GROUNDS, OF_GROUNDS),
    ...checked(FORMER_GROUNDS, OF_FORMER),
    ...checked(APPLICABILITY_RULES, OF_RULES),
    ...authorityFaults(),
    ...packFaults(),
  ];
}
