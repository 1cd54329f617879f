/** Families by how often a large office of these communities meets them, in per cent; the rest are rare ones. */
const COMMON: readonly (readonly [string, number])[] = [
  ['Nguyen', 8],
  ['Vang', 8],
  ['Xiong', 3],
  ['Tran', 3],
  ['Sok', 2],
  ['Chea', 2],
  ['Hernandez', 3],
  ['Lopez', 3],
  ['Baptiste', 2],
  ['Warsame', 2],
  ['Petrosyan', 1],
  ['Campbell', 1],
  ['Okonkwo', 1],
  ['Keomany', 1],
];
const GIVEN =
  'Aster Briar Cedar Dune Ember Fjord Garnet Heath Isle Jasper Kestrel Lark Meadow North Onyx Quill'.split(
    ' ',
  );
const SYLLABLES = 'ba ka la ma na pa ra sa ta da bo ko lo mo no po ro so to do'.split(' ');
const OFTEN = COMMON.flatMap(([name, share]) => Array<string>(share).fill(name));

/** The same number for the same client each time, spread evenly: names, walls and caseloads must not go in step. */
export function mixed(n: number, salt: number): number {
  let x = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return (x ^ (x >>> 15)) >>> 0;
}

/** One of 8,000 invented words of three syllables. */
function rare(n: number): string {
  const all = [n, Math.floor(n / 20), Math.floor(n / 400)].map((each) => SYLLABLES[each % 20]).join('');
  return all[0].toUpperCase() + all.slice(1);
}

/** The name of the client number `n`; the same each time. */
export function nameOf(n: number): { given: string; family: string } {
  const given = mixed(n, 1) % 3 === 0 ? rare(mixed(n, 2) % 8000) : GIVEN[mixed(n, 3) % GIVEN.length];
  return { given, family: OFTEN[mixed(n, 4) % 100] ?? rare(mixed(n, 5) % 8000) };
}

const WORDS =
  'client called about the order and the next hearing in court sister brought papers from the office of the clerk'.split(
    ' ',
  );

/** The note about the client number `n`: most words stand in every note, one in each fiftieth, one almost nowhere else. */
export const noteOf = (n: number): string =>
  `${WORDS.slice(n % 5).join(' ')} ${mixed(n, 6) % 50 === 0 ? 'bloomington ' : ''}matter${(n % 2003).toString(36)} ${GIVEN[n % 16]}`;
