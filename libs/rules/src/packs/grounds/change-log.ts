/** One entry of the change log of the grounds pack, in words for an attorney. */
export interface GroundsPackChange {
  readonly version: string;
  readonly on: string;
  /** Ids of the grounds or rules that changed; empty for all of them. */
  readonly ids: readonly string[];
  readonly what: string;
  readonly why: string;
}

/** From the day after this one the pack is shown as stale. */
export const GROUNDS_NEXT_REVIEW = '2027-02-22';

/** Newest last. A ground is never changed without an entry here. */
export const GROUNDS_CHANGES: readonly GroundsPackChange[] = [
  {
    version: '2026-11-22.1',
    on: '2026-11-22',
    ids: [],
    what: 'First set: 42 paragraphs of INA 237 and 212, eight instrument tests, five other consequences.',
    why: 'The effect of a pardon is told ground by ground.',
  },
  {
    version: '2026-11-22.2',
    on: '2026-11-22',
    ids: [],
    what: 'Former INA 241(a) in both numberings, each paragraph with its days and the waiver of its time; dated questions on whether a ground ever applied; other routes beside the moral-turpitude clauses.',
    why: 'Orders from before April 1997 carry charges under former 241, and old convictions can win without a pardon.',
  },
];

/** Stored with every report, so that it can be told which grounds it was made from. */
export const GROUNDS_PACK_VERSION: string = GROUNDS_CHANGES[GROUNDS_CHANGES.length - 1].version;

/** Whether the day of the next review ('YYYY-MM-DD' today) is past and nobody has looked since. */
export function groundsAreStale(today: string): boolean {
  return today > GROUNDS_NEXT_REVIEW;
}
