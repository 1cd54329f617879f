import { isDeepStrictEqual } from 'node:util';
import type { DerivedDeadline } from '@app/rules';
import { lastDayOf } from './deadline.policy';
import { countedOf, dateMoved, differs, type Counted, type Dates } from './derivation';
import type { Deadline, MovedSince } from './deadline.entity';

/** Causes that lie in the law and not in the client's facts. */
export const LAW_CAUSES = ['rules_changed', 'calendar_changed', 'verification_changed'] as const;
export type LawCause = (typeof LAW_CAUSES)[number];

/** Causes that lie in the client's matter, or in nothing: the nightly check must find no change. */
export type MatterCause = 'facts_changed' | 'recomputed' | 'date_printed' | 'printed_date_withdrawn';

/** Why dates are counted anew. */
export type RefreshCause = MatterCause | LawCause;

/** One difference between a stored deadline and what follows now. */
export interface Change {
  readonly clientId: string;
  /** The stored row; null for a deadline that is new. */
  readonly row: Deadline | null;
  /** What follows now; null when the deadline no longer does. */
  readonly counted: Counted | null;
  /** Key of the deadline. */
  readonly key: string;
  readonly kind: 'add' | 'renew' | 'mark' | 'supersede';
  readonly firstDerivedOn: string;
  readonly movedSince: MovedSince | null;
  readonly unconfirm: boolean;
  /** Reasons of the history entries, in order; empty when neither date nor standing changed. */
  readonly reasons: readonly string[];
}

interface Ground {
  clientId: string;
  today: string;
  cause: RefreshCause;
}

/** What has to be changed in a client's stored deadlines so that they are what follows now. Changes nothing itself. */
export function planChanges(
  rows: readonly Deadline[],
  derived: readonly DerivedDeadline[],
  ground: Ground,
): Change[] {
  const left = new Map(rows.map((row) => [row.key, row]));
  const changes: Change[] = [];
  for (const each of derived) {
    const row = left.get(each.key);
    left.delete(each.key);
    const change = row ? renewal(row, countedOf(each), ground) : addition(each.key, countedOf(each), ground);
    if (change) changes.push(change);
  }
  for (const row of left.values()) {
    const change = removal(row, ground);
    if (change) changes.push(change);
  }
  return changes;
}

/** Whether the cause is the law. */
export const isLaw = (cause: string): cause is LawCause => (LAW_CAUSES as readonly string[]).includes(cause);

/** That the law took a deadline away or brought it back is said beside what happened. */
const lawOf = ({ cause }: Ground): string[] => (isLaw(cause) ? [cause] : []);

const nothing = { movedSince: null, unconfirm: false, reasons: [] } as const;

function addition(key: string, counted: Counted, { clientId, today }: Ground): Change {
  return { clientId, row: null, counted, key, kind: 'add', firstDerivedOn: today, ...nothing };
}

function renewal(row: Deadline, counted: Counted, ground: Ground): Change | null {
  if (row.status === 'completed') return marking(row, counted);
  const again = row.status === 'superseded';
  if (!again && !differs(row, counted)) return null;
  const moved = again || dateMoved(row, counted);
  const unconfirm = moved && row.confirmedBy !== null;
  const told = moved || (isLaw(ground.cause) && standingChanged(row, counted));
  const why = again ? [...lawOf(ground), 'derived_again'] : [ground.cause];
  return {
    ...{ clientId: row.clientId, row, counted, key: row.key, kind: 'renew', movedSince: row.movedSince },
    firstDerivedOn: countedWithSince(row, counted, ground.today),
    unconfirm,
    reasons: told ? [...why, ...cleared(unconfirm)] : [],
  };
}

const cleared = (unconfirm: boolean): string[] => (unconfirm ? ['confirmation_cleared'] : []);

/** A completed deadline keeps the date it was completed against; that it would be another now is only marked. */
function marking(row: Deadline, counted: Counted | null): Change | null {
  const now = movedSince(row, counted);
  if (isDeepStrictEqual(row.movedSince, now)) return null;
  return {
    ...{
      clientId: row.clientId,
      row,
      counted,
      key: row.key,
      kind: 'mark',
      firstDerivedOn: row.firstDerivedOn,
    },
    ...{ movedSince: now, unconfirm: false, reasons: ['moved_after_completion'] },
  };
}

function removal(row: Deadline, ground: Ground): Change | null {
  if (row.status === 'superseded') return null;
  if (row.status === 'completed') return marking(row, null);
  const { key, firstDerivedOn } = row;
  return {
    ...{ clientId: row.clientId, row, counted: null, key, kind: 'supersede', firstDerivedOn },
    ...nothing,
    reasons: [...lawOf(ground), 'superseded'],
  };
}

/** Whether the rule behind a date stands otherwise in law. */
const standingChanged = (row: Deadline, counted: Counted): boolean => row.ruleStatus !== counted.ruleStatus;

/**
 * Since when the office counts with this deadline. One that people worked towards and that a corrected fact puts into
 * the past stays in their lists, overdue, instead of passing for a period that was over before anybody knew of it.
 * A correction on the very day corrects what was just typed.
 */
function countedWithSince(row: Deadline, counted: Counted, today: string): string {
  const last = lastDayOf(counted);
  const relied = row.status === 'open' && row.actOn !== null && row.firstDerivedOn < today;
  return relied && last !== null && last < row.firstDerivedOn ? last : row.firstDerivedOn;
}

/** What a completed deadline would be now, or null when it is what it was. */
export function movedSince(row: Dates, counted: Dates | null): MovedSince | null {
  if (!counted) return { derived: false, dueOn: null, taskOn: null };
  return dateMoved(row, counted) ? { derived: true, dueOn: counted.dueOn, taskOn: counted.taskOn } : null;
}
