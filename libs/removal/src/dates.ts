import { badField } from '@app/platform';
import { comparePartialDates } from '@app/rules';

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
