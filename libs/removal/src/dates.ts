import { badField } from '@app/platform';
import { comparePartialDates, parsePartialDate } from '@app/rules';

/** Refuses a date that certainly lies before the one it has to follow. What is known only in part is let through. */
export function mustNotPrecede(
  path: string,
  later: string | null | undefined,
  earlier: string | null | undefined,
  code: string,
  sentence: string,
): void {
  // A last day after 2100 cannot be compared as a partial date, and precedes nothing.
  const comparable = later && earlier && parsePartialDate(later).ok;
  if (comparable && comparePartialDates(later, earlier) === 'before') throw badField(path, code, sentence);
}
