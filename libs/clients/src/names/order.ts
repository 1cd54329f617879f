import { normalise } from './normalise';

const OTHER = 26;
const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/**
 * The coarse place of a family name in the alphabet, stored in the clear for paging: 0 for A to 25 for Z by its first
 * letter without accents, 26 for other scripts, digits and no name. The order inside a bucket is made in memory.
 */
export function sortBucket(familyName: string): number {
  return placeOf(normalise(familyName));
}

function placeOf(normalised: string): number {
  const place = normalised.charCodeAt(0) - 'a'.charCodeAt(0);
  return place >= 0 && place < OTHER ? place : OTHER;
}

/** What `compareSortKeys` compares: family name, then given names. Holds the name in the clear; do not store it. */
export function sortKey(familyName: string, givenNames = ''): string {
  return `${normalise(familyName)}, ${normalise(givenNames)}`;
}

/** Orders sort keys by bucket, then alphabetically with word ends before letters ('vang, zoua' before 'vanga, a'). */
export function compareSortKeys(one: string, other: string): number {
  if (one === other) return 0;
  const [family, given] = one.split(', ');
  const [otherFamily, otherGiven] = other.split(', ');
  // Keys hold names that are normalised already; doing it again in each comparison cost a second for 8,000 names.
  const byBucket = placeOf(family) - placeOf(otherFamily);
  if (byBucket !== 0) return byBucket;
  return collator.compare(family, otherFamily) || collator.compare(given, otherGiven);
}
