import { isOverlong, plainText, refused, type Parsed } from './text';

export type ANumberRefusal = 'empty' | 'not_a_number' | 'too_short' | 'too_long' | 'all_zeros';

const SHAPE = /^(?:A(?:LIEN)?[ #:.-]?(?:NUMBER|NO|#)?[ #:.-]*)?(\d[\d .-]*)$/i;

/** Digits of an A-number in any usual spelling, or why there are none. */
function digitsOf(text: string): Parsed<string, ANumberRefusal> {
  if (isOverlong(text)) return refused('too_long', 'An A-number has 8 or 9 digits; this is longer.');
  const plain = plainText(text).replace(/([ #:.-])[ #:.-]+/g, '$1');
  if (plain === '') return refused('empty', 'Enter an A-number.');
  const match = SHAPE.exec(plain);
  if (!match) return refused('not_a_number', 'An A-number is the letter A and 8 or 9 digits.');
  return { ok: true, value: match[1].replace(/\D/g, '') };
}

/**
 * Reads an A-number in any usual spelling: 'A 012 345 678', 'A12345678', 'A# 012-345-678', full-width digits.
 * Eight and nine digits are the same number: the stored form has nine, zero-padded ('012345678').
 */
export function parseANumber(text: string): Parsed<string, ANumberRefusal> {
  const read = digitsOf(text);
  if (!read.ok) return read;
  const digits = read.value;
  if (digits.length < 8)
    return refused('too_short', `An A-number has 8 or 9 digits; this has ${digits.length}.`);
  if (digits.length > 9)
    return refused('too_long', `An A-number has 8 or 9 digits; this has ${digits.length}.`);
  const value = digits.padStart(9, '0');
  if (/^0+$/.test(value)) return refused('all_zeros', 'An A-number is not all zeros.');
  return { ok: true, value };
}

/** An A-number as a document has it. */
export interface ANumberReading {
  /** Nine digits, the stored form. */
  value: string;
  masked: string;
  /** Digits in the document: 7, 8 or 9. */
  digits: number;
  /** What a person should look at before the number is stored. */
  warning: string | null;
}

/**
 * Reads an A-number from a paper, seven digits included: files of before about 1960 have seven (general knowledge).
 * Seven digits are also an eight-digit number with one digit dropped, so they come with a warning and no form takes
 * them without one: `parseANumber` still refuses them.
 */
export function readANumber(text: string): Parsed<ANumberReading, ANumberRefusal> {
  const read = digitsOf(text);
  if (!read.ok) return read;
  const digits = read.value.length;
  const parsed = parseANumber(digits === 7 ? `0${read.value}` : read.value);
  if (!parsed.ok) return parsed;
  const warning =
    digits === 7
      ? 'Seven digits: a very old file, or a digit is missing. Compare with a second document.'
      : null;
  return { ok: true, value: { value: parsed.value, masked: maskANumber(parsed.value), digits, warning } };
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
