import type { CountedUnder, LawMarks, NoticeChange } from '@app/law';
import type { PackChange, RuleSet } from '@app/rules';
import type { Change, LawCause } from './changes';

/** What made the law of an office another one, and the words in which a person is told of it. */
export interface LawChange {
  readonly cause: LawCause;
  /** For a deadline of this rule. */
  words(ruleId: string): string;
  /** Whether the change log names this rule as changed: then a deadline of it that is new may be new by the law. */
  names(ruleId: string): boolean;
}

const none = (): boolean => false;

const MOST = 2000;
const short = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text);

/**
 * Compares what the stored dates were counted under with the law now. Null when both are the same. An office that was
 * never counted as a whole has no mark: then it is the rules if a row was counted under other ones.
 */
export function causeOf(counted: CountedUnder | null, now: LawMarks, otherRules: boolean): LawCause | null {
  if (!counted) return otherRules ? 'rules_changed' : null;
  if (counted.ruleSetVersion !== now.ruleSetVersion) return 'rules_changed';
  if (counted.calendarMark !== now.calendarMark) return 'calendar_changed';
  return counted.fingerprint === now.fingerprint ? null : 'verification_changed';
}

/** The words: of the change log since the last count, or the closed days, or that a rule was checked. */
export function lawChangeOf(
  cause: LawCause,
  law: RuleSet,
  since: string | null,
  notices: readonly NoticeChange[],
): LawChange {
  if (cause === 'rules_changed') return { cause, ...rulesChange(law, since) };
  if (cause === 'verification_changed')
    return { cause, names: none, words: () => 'An attorney recorded or withdrew the check of a rule.' };
  const said = notices.map(
    ({ on, name, withdrawn }) => `Closed day ${withdrawn ? 'withdrawn' : 'entered'}: ${on}, ${name}.`,
  );
  return { cause, names: none, words: () => short(said.join(' ') || 'The calendar of closed days changed.') };
}

/** Entries newer than the set of the last count; of those, the ones that name the rule, or all when none does. */
function rulesChange(law: RuleSet, since: string | null): Omit<LawChange, 'cause'> {
  const last = law.changes.map(({ version }) => version).lastIndexOf(since ?? '');
  const fresh = last < 0 ? law.changes.slice(-1) : law.changes.slice(last + 1);
  const naming = (ruleId: string): PackChange[] =>
    fresh.filter(({ rules }) => rules.some((id) => id === ruleId || id.startsWith(`${ruleId}.`)));
  const words = (ruleId: string): string => {
    const own = naming(ruleId);
    const said = (own.length > 0 ? own : fresh).map(({ what, why }) => `${what} ${why}`);
    return short(said.join(' ') || `The rules are now those of ${law.version}.`);
  };
  return { words, names: (ruleId) => naming(ruleId).length > 0 };
}

/** The dates and the standing of a deadline, as a review shows them before and after. */
export interface Standing {
  kind: string;
  dueOn: string | null;
  taskOn: string | null;
  conservativeOn: string | null;
  outerOn: string | null;
  ruleVersion: number;
  ruleStatus: string;
}

const standingOf = (row: Standing): Standing => ({
  ...{ kind: row.kind, dueOn: row.dueOn, taskOn: row.taskOn },
  ...{ conservativeOn: row.conservativeOn, outerOn: row.outerOn },
  ...{ ruleVersion: row.ruleVersion, ruleStatus: row.ruleStatus },
});

/** What an attorney has to be shown of a change, or null when there is nothing to look at. */
export function toReview(change: Change): { before: Standing | null; after: Standing | null } | null {
  const { row, counted, kind } = change;
  if (kind === 'mark') return null;
  if (kind === 'add') return counted && isAhead(change) ? { before: null, after: standingOf(counted) } : null;
  if (change.reasons.length === 0 || !row) return null;
  return {
    before: row.status === 'superseded' ? null : standingOf(row),
    after: counted ? standingOf(counted) : null,
  };
}

/** Whether a new deadline is something to act on, and not a period that was over before the rule was recorded. */
function isAhead({ counted, firstDerivedOn }: Change): boolean {
  if (!counted || counted.taskOn === null) return false;
  const last = [counted.outerOn, counted.dueOn]
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  return (
    counted.kind === 'internal' || (counted.kind === 'filing' && last !== undefined && last >= firstDerivedOn)
  );
}
