import type { Day } from '../calendar/day';

/** One entry of the packs' change log: what a new rule set changed, in words for an attorney. */
export interface PackChange {
  /** The rule set that brought the change. */
  readonly version: string;
  readonly on: Day;
  /** Rule ids that were added or followed by a new record; empty for a calendar or a text. */
  readonly rules: readonly string[];
  readonly what: string;
  readonly why: string;
}

/** Newest last. A rule set is never changed without an entry here; the checks of the build compare them. */
export const CHANGE_LOG: readonly PackChange[] = [
  {
    version: '2026-11-22.1',
    on: '2026-11-22',
    rules: ['bia.appeal.10d', 'bia.appeal.30d', 'motion.reopen.90d', 'motion.reconsider.30d', 'pfr.30d'],
    what: 'First set: finality, appeals, motions, orders of before 1997, petitions for review and the office’s own clock.',
    why: 'The rules an old removal order meets first. The ten-day appeal text of 2026 is kept as vacated beside the thirty days.',
  },
];
