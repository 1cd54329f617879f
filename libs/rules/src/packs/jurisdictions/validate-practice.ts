import { isDay } from '../../calendar/day';
import { CLEMENCY_CHANGES, CLEMENCY_NEXT_REVIEW } from './change-log';
import { clemencyPractices, foundation } from './practice';
import type { Basis, ClemencyPractice } from './practice-types';
import { pardonJurisdictions } from './records';

/** One fault of the shipped pack: which record, and what is wrong with it. */
export interface ClemencyPackFault {
  readonly record: string;
  readonly fault: string;
}

const bases = (item: ClemencyPractice): Basis[] =>
  [
    item.wait,
    ...item.cutoffs,
    ...item.clocks,
    ...item.reapply,
    ...item.service,
    item.expedite,
    item.second,
    item.records,
    item.sessions,
    item.tenure,
    ...item.particulars,
  ].flatMap((fact) => (fact ? [fact.basis] : []));

const whole = (n: number, most: number) => Number.isInteger(n) && n >= 0 && n <= most;

/** What must be true of every record by itself. */
const CHECKS: ReadonlyArray<readonly [string, (item: ClemencyPractice) => boolean]> = [
  [
    'what is sourced has a page',
    (item) =>
      bases(item).every((basis) => {
        const { provenance, sources } = foundation(item.code, basis);
        return provenance !== 'sourced' || sources.length > 0;
      }),
  ],
  ['a fixed wait has terms', ({ wait }) => wait.rule !== 'fixed' || wait.terms.length > 0],
  ['waits are whole years', ({ wait }) => wait.terms.every(({ years }) => whole(years, 50))],
  [
    'periods are whole numbers',
    ({ clocks, cutoffs }) =>
      [...clocks.map(({ n }) => n), ...cutoffs.map(({ days }) => days)].every((n) => n > 0 && whole(n, 1000)),
  ],
  [
    'the first cut-off is the earliest day',
    ({ cutoffs }) => cutoffs.every(({ days }) => days <= cutoffs[0].days),
  ],
  [
    'months exist',
    ({ sessions }) => (sessions?.months ?? []).every((month) => month >= 1 && whole(month, 12)),
  ],
  [
    'days exist',
    ({ expedite, executiveChangeOn }) =>
      [expedite.inForceFrom, executiveChangeOn].every((day) => day === null || isDay(day)),
  ],
];

const codesOf = (items: ReadonlyArray<{ readonly code: string }>) => items.map(({ code }) => code);

function setFaults(): ClemencyPackFault[] {
  const records = codesOf(pardonJurisdictions().items);
  const practices = codesOf(clemencyPractices().items);
  const missing = records.filter((code) => !practices.includes(code));
  const extra = practices.filter((code, at) => !records.includes(code) || practices.indexOf(code) !== at);
  const known = new Set(records);
  const log = CLEMENCY_CHANGES.filter(
    ({ on, codes, why }) => !isDay(on) || why === '' || codes.some((code) => !known.has(code)),
  );
  return [
    ...missing.map((record) => ({ record, fault: 'a jurisdiction without a procedure' })),
    ...extra.map((record) => ({ record, fault: 'a procedure twice, or of no jurisdiction' })),
    ...log.map(({ version }) => ({
      record: `change log ${version}`,
      fault: 'speaks of what does not exist',
    })),
    ...(CLEMENCY_NEXT_REVIEW > clemencyPractices().asOf
      ? []
      : [{ record: 'pack', fault: 'the next review follows the date of the pack' }]),
  ];
}

/** Checks the shipped clemency pack; an empty answer is a sound pack. Run by the build's tests. */
export function validateClemencyPack(
  items: readonly ClemencyPractice[] = clemencyPractices().items,
): ClemencyPackFault[] {
  const faults = items.flatMap((item) =>
    CHECKS.filter(([, holds]) => !holds(item)).map(([fault]) => ({ record: item.code, fault })),
  );
  return [...setFaults(), ...faults];
}
