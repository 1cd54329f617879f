import { RuleInputError } from '../errors';
import { toDay, toOrdinal, type Day } from './day';
import type { SuppliedDay } from './legal-calendar';

/**
 * A day on which one forum was closed or its filing system was down, entered by hand with a link to the notice: an
 * outage, weather, a lapse of funds. Before the Board an unplanned outage on the last day gives the first day that is
 * open; a planned one gives nothing, so whether a notice helps is for counsel and the day only moves the outer bound.
 */
export interface ForumNotice {
  /**
   * Whom it concerns: an immigration court's EOIR city code ('BAL'), 'board', 'eoir' (the Board and every immigration
   * court), 'circuit:9', 'circuit:DC', 'district:cacd', 'uscis', 'ice'.
   */
  readonly forum: string;
  readonly on: Day;
  /** Last day of a longer closure, at most a year later. */
  readonly through?: Day;
  readonly name: string;
  /** Link to the notice. */
  readonly source: string;
}

const MOST_NOTICES = 1_000;
const LONGEST_CLOSURE = 366;
const COURT_CODE = /^[A-Z][A-Z0-9]{2}$/;

const textOf = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= most;

function checked(notice: ForumNotice, path: string): { first: number; last: number } {
  const wrong = (field: string, message: string) =>
    new RuleInputError('malformed_list', message, `${path}.${field}`);
  if (typeof notice !== 'object' || notice === null) {
    throw new RuleInputError(
      'malformed_list',
      'A notice is an object with a forum, a day and a source.',
      path,
    );
  }
  if (!textOf(notice.forum, 60)) throw wrong('forum', 'A notice names the forum it concerns.');
  if (!textOf(notice.name, 300)) throw wrong('name', 'A notice has a name of at most 300 characters.');
  if (!textOf(notice.source, 2_000)) throw wrong('source', 'A notice has a link to where it was published.');
  const first = toOrdinal(notice.on, `${path}.on`);
  const last = notice.through === undefined ? first : toOrdinal(notice.through, `${path}.through`);
  if (last < first || last - first >= LONGEST_CLOSURE) {
    throw wrong('through', 'A closure ends on or after the day it begins, within a year.');
  }
  return { first, last };
}

/** Whether a notice for `of` closes `forum`: its own, or 'eoir' for the Board and the immigration courts. */
const concerns = (of: string, forum: string) =>
  of === forum || (of === 'eoir' && (forum === 'board' || COURT_CODE.test(forum)));

/**
 * The closed days of one forum, for `CalendarInputs.forumNotices`, in order, each once. `forum` is written as in
 * `ForumNotice.forum`. Throws RuleInputError `malformed_list` or `malformed_day` naming the notice and the field.
 */
export function noticesFor(forum: string, notices: readonly ForumNotice[]): SuppliedDay[] {
  if (!Array.isArray(notices) || notices.length > MOST_NOTICES) {
    throw new RuleInputError(
      'malformed_list',
      `Notices are a list of at most ${MOST_NOTICES}.`,
      'forumNotices',
    );
  }
  const days = new Map<number, SuppliedDay>();
  notices.forEach((notice: ForumNotice, index) => {
    const { first, last } = checked(notice, `forumNotices.${index}`);
    if (!concerns(notice.forum.trim(), forum)) return;
    for (let ordinal = first; ordinal <= last; ordinal += 1) {
      if (!days.has(ordinal)) {
        days.set(ordinal, { on: toDay(ordinal), name: notice.name, source: notice.source });
      }
    }
  });
  return [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}
