import { methodCount } from '../calendar/method';
import type { TraceStep } from '../calendar/count';
import type { DeriveContext } from '../deadlines/types';
import { RuleInputError } from '../errors';
import { computeDeadline } from './compute';
import type { ComputedAlternate, DueValue } from './types';

/** An answer for one entry: what is due, the other defensible dates by name, and every step to them. */
export interface CheckedDeadline {
  readonly id: unknown;
  readonly due: DueValue;
  readonly alternates: Readonly<Record<string, ComputedAlternate>>;
  readonly trace: readonly TraceStep[];
}

/** What is wrong with one entry, and where. The other entries are answered all the same. */
export interface EntryError {
  readonly id: unknown;
  readonly error: { readonly code: string; readonly message: string; readonly path: string };
}

/** The id as it was given. Anything but text, a number or yes and no would have to be written out again: that is no id. */
function idOf(entry: unknown): unknown {
  if (typeof entry !== 'object' || entry === null) return null;
  const { id } = entry as { id?: unknown };
  return typeof id === 'object' || id === undefined ? null : id;
}

/** A fault of ours in one entry must not take the answers of the others with it. */
function errorOf(error: unknown): EntryError['error'] {
  if (!(error instanceof RuleInputError))
    return { code: 'not_answered', message: 'This entry could not be answered.', path: '' };
  const { code, message, path } = error;
  return { code, message, path };
}

/** Answers every entry by itself: an error of one is an answer too. */
export function eachEntry<Answer extends object>(
  entries: readonly unknown[],
  answer: (entry: Readonly<Record<string, unknown>>) => Answer,
): (Answer | EntryError)[] {
  return entries.map((entry) => {
    try {
      if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
        throw new RuleInputError('malformed_fact', 'An entry is an object.', '');
      }
      return answer(entry as Readonly<Record<string, unknown>>);
    } catch (error) {
      return { id: idOf(entry), error: errorOf(error) };
    }
  });
}

/** The zone in which an answer in hours is told, when the facts name one. */
function zoneIn(triggers: unknown): string | null {
  const zone = (triggers as { time_zone?: unknown } | null | undefined)?.time_zone;
  return typeof zone === 'string' ? zone : null;
}

function one(entry: Readonly<Record<string, unknown>>, context: DeriveContext): CheckedDeadline {
  const id = idOf(entry);
  const { rule, method, triggers } = entry;
  if (rule === undefined || rule === null) {
    if (method === undefined || method === null) {
      throw new RuleInputError('unknown_rule', 'Name a rule, or give a method for a bare count.', 'rule');
    }
    const timeZone = zoneIn(triggers);
    const counted = methodCount(method, timeZone === null ? {} : { timeZone });
    return { id, due: counted.due, alternates: {}, trace: counted.trace };
  }
  if (typeof rule !== 'string')
    throw new RuleInputError('unknown_rule', 'A rule is named by its id.', 'rule');
  const request = {
    rule,
    triggers: (triggers ?? {}) as Record<string, unknown>,
    jurisdiction: entry.jurisdiction as string | null,
  };
  const { due, alternates, trace, warnings } = computeDeadline(request, context);
  const said = new Set(trace.map(({ text }) => text));
  const doubts = warnings.filter((text) => !said.has(text)).map((text) => ({ step: 'warning', text }));
  return { id, due, alternates, trace: [...trace, ...doubts] };
}

/**
 * Answers a list of entries `{id, rule, triggers, jurisdiction}`, or `{id, method}` for a bare count, so that others can
 * check the law. The answer has one element for each entry, in order: `{id, due, alternates, trace}`, or
 * `{id, error: {code, message, path}}` for an unknown rule or a malformed fact. Never throws for an entry.
 */
export function checkDeadlines(
  entries: readonly unknown[],
  context: DeriveContext,
): (CheckedDeadline | EntryError)[] {
  return eachEntry(entries, (entry) => one(entry, context));
}
