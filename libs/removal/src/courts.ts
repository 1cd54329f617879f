import { badField } from '@app/platform';
import { courtByCode } from '@app/rules';
import type { CourtRef } from './removal.view';

/** The code as the list of courts writes it. @throws Problem 422 at the path for a court that is not there */
export function readCourt(code: string | null, path = 'courtCode'): string | null {
  if (code === null) return null;
  const court = courtByCode(code);
  if (!court)
    throw badField(
      path,
      'unknown_court',
      'There is no immigration court with this code. Pick one from the list.',
    );
  return court.code;
}

/** What screens show of a court. */
export function courtOf(code: string | null): CourtRef | null {
  const court = code === null ? undefined : courtByCode(code);
  if (!court) return null;
  const { name, city, state, circuit, timeZone } = court;
  return { code: court.code, name, city, state, circuit, timeZone };
}
