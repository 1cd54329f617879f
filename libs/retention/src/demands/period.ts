/** A span of legal days; null is open. */
export interface Period {
  from: string | null;
  to: string | null;
}

/**
 * Whether a date lies in the span. Of a date known to the month or year only all possible days must: what may lie
 * outside is not given. Without a date only an open span covers it.
 */
export function covers(period: Period, on: string | null): boolean {
  if (!period.from && !period.to) return true;
  if (!on) return false;
  const first = `${on}-01-01`.slice(0, 10);
  const last = on.length === 4 ? `${on}-12-31` : on.length === 7 ? `${on}-31` : on;
  return (!period.from || first >= period.from) && (!period.to || last <= lastOf(period.to, on));
}

/** A month ends with its own last day: '2024-02' lies in a span until 2024-02-29. */
function lastOf(to: string, on: string): string {
  if (on.length !== 7 || !to.startsWith(on)) return to;
  const [year, month] = on.split('-').map(Number);
  const days = month === 2 ? (leap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return Number(to.slice(8)) === days ? `${on}-31` : to;
}

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
