import type { Deadline } from '../deadline.entity';
import { wasOverBefore } from '../deadline.policy';

/** Why a deadline closes only with proof and a second person. */
export const CRITICAL_REASONS = ['petition_for_review', 'board_appeal', 'motion', 'supreme_court'] as const;
export type CriticalReason = (typeof CRITICAL_REASONS)[number];

/**
 * Filings whose day cannot be repaired by asking: the right itself is lost. A petition for review INA 242(b)(1), an
 * appeal to the Board 8 CFR 1003.38, a motion to reopen or reconsider INA 240(c)(6) and (7), a petition for
 * certiorari 28 USC 2101.
 */
const BY_RULE: [prefix: string, reason: CriticalReason][] = [
  ['pfr.', 'petition_for_review'],
  ['vd.pfr', 'petition_for_review'],
  ['bia.appeal', 'board_appeal'],
  ['vd.appeal', 'board_appeal'],
  ['motion.reopen', 'motion'],
  ['motion.reconsider', 'motion'],
  ['vd.motion', 'motion'],
  ['dvd.move_to_reopen', 'motion'],
  ['scotus.cert', 'supreme_court'],
];

/** What asks for a filing by a day, known or not; what the law merely says, or what has no limit, does not. */
const KINDS = ['filing', 'unknown'];

/**
 * Whether this deadline may close only with proof of filing and a second person's sign-off, and why. A period that was
 * over before the office recorded the facts has nothing left to file in time, so one person may close it.
 */
export function criticalOf(row: Deadline): CriticalReason | null {
  if (!KINDS.includes(row.kind) || wasOverBefore(row)) return null;
  return BY_RULE.find(([prefix]) => row.ruleId.startsWith(prefix))?.[1] ?? null;
}
