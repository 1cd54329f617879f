import { plainText, refused, type Parsed } from './text';

export type ANumberRefusal = 'empty' | 'not_a_number' | 'too_short' | 'too_long' | 'all_zeros';

/**
 * Reads an A-number in any usual spelling: 'A 012 345 678', 'A12345678', 'A# 012-345-678', full-width digits.
 * Eight and nine digits are the same number: the stored form has nine, zero-padded ('012345678').
 */
export function parseANumber(text: string): Parsed<string, ANumberRefusal> {
  const plain = plainText(text);
  if (plain === '') return refused('empty', 'Enter an A-number.');
  const match = /^(?:A(?:LIEN)?[ -]*(?:NUMBER|NO\.?|#)?[ :.-]*)?(\d[\d .-]*)$/i.exec(plain);
  if (!match) return refused('not_a_number', 'An A-number is the letter A and 8 or 9 digits.');
  const digits = match[1].replace(/\D/g, '');
  if (digits.length < 8)
    return refused('too_short', `An A-number has 8 or 9 digits; this has ${digits.length}.`);
  if (digits.length > 9)
    return refused('too_long', `An A-number has 8 or 9 digits; this has ${digits.length}.`);
  const value = digits.padStart(9, '0');
  if (/^0+$/.test(value)) return refused('all_zeros', 'An A-number is not all zeros.');
  return { ok: true, value };
}

/** A stored A-number (nine digits) as people write it: 'A012-345-678'. Throws RangeError on anything else. */
export function formatANumber(stored: string): string {
  const [first, second, third] = groupsOf(stored);
  return `A${first}-${second}-${third}`;
}

/** A stored A-number with all but the last three digits hidden: 'A•••-•••-678'. Throws RangeError on anything else. */
export function maskANumber(stored: string): string {
  return `A•••-•••-${groupsOf(stored)[2]}`;
}

function groupsOf(stored: string): [string, string, string] {
  if (!/^\d{9}$/.test(stored)) throw new RangeError('A stored A-number has nine digits.');
  return [stored.slice(0, 3), stored.slice(3, 6), stored.slice(6)];
}
