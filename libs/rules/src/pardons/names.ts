import type { Conviction } from './types';

/** The offence as recorded, else the statute. */
export function nameOf(conviction: Conviction): string {
  return conviction.offence.trim() || conviction.statute.trim() || 'offence not recorded';
}
