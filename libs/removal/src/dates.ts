import { badField } from '@app/platform';
import { comparePartialDates, parsePartialDate, partialDateBounds } from '@app/rules';

/**
 * Reads a date of which day or month may be unknown. Undefined stays undefined, null null.
 * @throws Problem 422 when it is none, or lies wholly in the future
 */
export function readPastDate(
  path: string,
  text: string | null | undefined,
  today: string,
): string | null | undefined {
  if (text === null || text === undefined) return text;
  const parsed = parsePartialDate(text);
  if (!parsed.ok) throw badField(path, parsed.code, parsed.reason);
  if (partialDateBounds(parsed.value).first > today)
    throw badField(path, 'in_future', 'This day is still to come.');
  return parsed.value;
}

/** Refuses a date that certainly lies before the one it has to follow. What is known only in part is let through. */
export function mustNotPrecede(
  path: string,
  later: string | null | undefined,
  earlier: string | null | undefined,
  code: string,
  sentence: string,
): void {
  if (later && earlier && comparePartialDates(later, earlier) === 'before')
    throw badField(path, code, sentence);
}
