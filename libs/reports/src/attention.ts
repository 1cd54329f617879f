/** An overdue date is shown so long after its day to act; a filing period for a year. */
const RECENT_DAYS = 60;
const FILING_DAYS = 365;

const open = `d.status = 'open'`;
const recent = (today: string): string =>
  `d.act_on >= ${today}::date - CASE WHEN d.kind = 'filing' THEN ${FILING_DAYS} ELSE ${RECENT_DAYS} END`;

/**
 * Which deadlines need somebody, as SQL conditions on `deadline d`; `today` is the number of a parameter. Orders of
 * decades ago have periods that ended before the office knew the client: those have no day to act, and are counted
 * instead of listed. Both dashboards use these conditions, so that their numbers agree.
 */
export const ATTENTION = {
  /** The day to act has passed, lately. */
  overdue: (today: string): string => `${open} AND d.act_on < ${today}::date AND ${recent(today)}`,

  /** To act on from so many days ahead to so many, both included. */
  between: (today: string, from: number, to: number): string =>
    `${open} AND d.act_on BETWEEN ${today}::date + ${from} AND ${today}::date + ${to}`,

  /** Over long ago. */
  past: (today: string): string =>
    `${open} AND d.kind IN ('filing', 'internal')
      AND (CASE WHEN d.act_on IS NULL THEN greatest(d.outer_on, d.due_on) < ${today}::date
                ELSE d.act_on < ${today}::date AND NOT (${recent(today)}) END)`,
};
