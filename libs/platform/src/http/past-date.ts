import { parsePartialDate, partialDateBounds } from '@app/rules';
import { badField } from '../errors/problem';

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
