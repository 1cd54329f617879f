/** One entry of the change log of the clemency pack, in words for an attorney. */
export interface ClemencyPackChange {
  readonly version: string;
  readonly on: string;
  /** Codes of the jurisdictions whose record changed; empty for all of them. */
  readonly codes: readonly string[];
  readonly what: string;
  readonly why: string;
}

/** From the day after this one the pack is shown as stale. */
export const CLEMENCY_NEXT_REVIEW = '2027-02-22';

/** Newest last. A record is never changed without an entry here. */
export const CLEMENCY_CHANGES: readonly ClemencyPackChange[] = [
  {
    version: '2026-11-22.1',
    on: '2026-11-22',
    codes: [],
    what: 'First set: waits, cut-offs, clocks, service, expedite, second bodies, effect on records and sessions of 53 authorities.',
    why: 'What the texts of the records say in numbers is counted instead of read.',
  },
];

/** Stored with every calendar, so that it can be told which records it was computed from. */
export const CLEMENCY_PACK_VERSION: string = CLEMENCY_CHANGES[CLEMENCY_CHANGES.length - 1].version;
