import { badField, readPastDate } from '@app/platform';
import { comparePartialDates } from '@app/rules';
import type { BondInput } from './bond.dto';
import type { Bond } from './bond.entity';

export const TEXTS = ['conditions', 'obligorName', 'obligorRelation', 'receiptNumber'] as const;
type Sealed = (typeof TEXTS)[number];
/** What is recorded of a bond in plain. */
export type BondFacts = { [K in Exclude<keyof BondInput, Sealed>]-?: NonNullable<BondInput[K]> | null };

const PAST = [
  'requestedOn',
  'decidedOn',
  'appealedOn',
  'boardDecidedOn',
  'postedOn',
  'cancelledOn',
  'returnedOn',
  'breachedOn',
] as const;
const PLAIN = [
  ...PAST,
  'setBy',
  'hearingId',
  'hearingOn',
  'decision',
  'amount',
  'appealBy',
  'automaticStay',
  'boardOutcome',
] as const;

/** What cannot be recorded before something else is, and what cannot have happened before it. */
const AFTER: readonly [later: (typeof PAST)[number], earlier: (typeof PAST)[number]][] = [
  ['decidedOn', 'requestedOn'],
  ['appealedOn', 'decidedOn'],
  ['boardDecidedOn', 'appealedOn'],
  ['postedOn', 'decidedOn'],
  ['cancelledOn', 'postedOn'],
  ['returnedOn', 'postedOn'],
  ['breachedOn', 'postedOn'],
];

/** The facts of a bond after a change, checked. @throws Problem 422 */
export function readBond(row: Bond | null, input: BondInput, today: string): BondFacts {
  const facts = Object.fromEntries(
    PLAIN.map((field) => [field, input[field] === undefined ? (row?.[field] ?? null) : input[field]]),
  ) as BondFacts;
  for (const field of PAST) readPastDate(field, facts[field], today);
  for (const [later, earlier] of AFTER) requireOrder(facts, later, earlier);
  requireGround(facts);
  return facts;
}

function requireOrder(facts: BondFacts, later: (typeof PAST)[number], earlier: (typeof PAST)[number]): void {
  const [after, before] = [facts[later], facts[earlier]];
  if (after && before && comparePartialDates(after, before) === 'before')
    throw badField(later, 'out_of_order', 'This day is before the one of the step before it.');
}

type Ground = [wrong: (facts: BondFacts) => boolean, path: string, code: string, sentence: string];
const isSaid = (...values: unknown[]): boolean => values.some((value) => value !== null);
const GROUNDS: readonly Ground[] = [
  [
    (f) => isSaid(f.hearingId) && isSaid(f.hearingOn),
    'hearingOn',
    'hearing_twice',
    'Give the hearing or its day, not both.',
  ],
  [(f) => isSaid(f.decidedOn) && !f.decision, 'decision', 'required', 'Say what was decided.'],
  [
    (f) => isSaid(f.decision) && !f.setBy,
    'setBy',
    'required',
    'Say who decided: the periods that follow depend on it.',
  ],
  [
    (f) => isSaid(f.appealBy, f.appealedOn) && !f.decision,
    'decision',
    'not_decided',
    'An appeal needs the decision it is about.',
  ],
  [
    (f) => isSaid(f.appealedOn, f.boardOutcome, f.boardDecidedOn) && !f.appealBy,
    'appealBy',
    'required',
    'Say who appealed.',
  ],
  [
    (f) => isSaid(f.boardDecidedOn) && !f.boardOutcome,
    'boardOutcome',
    'required',
    'Say how the Board decided.',
  ],
  [
    (f) => f.automaticStay === 'yes' && f.appealBy === 'client',
    'automaticStay',
    'not_of_client',
    'Only an appeal of the government stays release by itself.',
  ],
  [
    (f) => isSaid(f.postedOn) && f.decision !== 'granted' && f.boardOutcome !== 'sustained',
    'postedOn',
    'not_granted',
    'A bond can be posted only after it was granted.',
  ],
  [
    (f) => isSaid(f.cancelledOn, f.returnedOn, f.breachedOn) && !f.postedOn,
    'postedOn',
    'required',
    'Say when it was posted: before that it cannot end.',
  ],
];

function requireGround(facts: BondFacts): void {
  for (const [wrong, path, code, sentence] of GROUNDS) if (wrong(facts)) throw badField(path, code, sentence);
}

/** Where a bond stands, and since which day: the last of these that is recorded. */
export function standingOf(facts: BondFacts): { status: string; on: string | null } {
  const ends: [string, string | null][] = [
    ['returned', facts.returnedOn],
    ['breached', facts.breachedOn],
    ['cancelled', facts.cancelledOn],
    ['posted', facts.postedOn],
  ];
  const end = ends.find(([, on]) => on !== null);
  if (end) return { status: end[0], on: end[1] };
  if (facts.appealBy && !facts.boardOutcome) return { status: 'appealed', on: facts.appealedOn };
  if (facts.decision) return { status: facts.decision, on: facts.decidedOn };
  return { status: 'requested', on: facts.requestedOn };
}
