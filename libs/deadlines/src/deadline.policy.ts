import { RULE_SET } from '@app/rules';
import type { Deadline } from './deadline.entity';

/** A date can be confirmed while it is open; there must be one. */
export function isConfirmable(row: Deadline): boolean {
  return row.status === 'open' && row.dueOn !== null && row.confirmedBy === null;
}

/** What a person can do can be completed; that an order is final is not something anybody does. */
export function isCompletable(row: Deadline): boolean {
  return row.status === 'open' && row.kind !== 'status';
}

/** Only what was completed can be opened again; what no longer follows from the facts cannot. */
export function isReopenable(row: Deadline): boolean {
  return row.status === 'completed';
}

const PRINTABLE = ['filing', 'unknown', 'no_limit'];

/**
 * A paper can print the last day of anything the law asks for; that an order is final, or what the office aims at,
 * not. One whose date is unknown is judged by its rule.
 */
export function isPrintable({ status, kind, ruleId }: Pick<Deadline, 'status' | 'kind' | 'ruleId'>): boolean {
  const ofRule = RULE_SET.versionsOf(ruleId).at(-1)?.kind ?? kind;
  return status === 'open' && PRINTABLE.includes(kind) && PRINTABLE.includes(ofRule);
}

/** The last day of the period under any reading, or null. */
export function lastDayOf({ outerOn, dueOn }: Pick<Deadline, 'outerOn' | 'dueOn'>): string | null {
  return [outerOn, dueOn].reduce((last, on) => (on !== null && (last === null || on > last) ? on : last));
}

/** Whether the period was over before the office recorded the facts, as most periods of an old order are. */
export function wasOverBefore(row: Deadline): boolean {
  const last = lastDayOf(row);
  return row.kind === 'filing' && last !== null && last < row.firstDerivedOn;
}
