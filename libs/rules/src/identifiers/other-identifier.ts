import { maskANumber, parseANumber } from './a-number';
import { parseReceiptNumber } from './receipt-number';
import { isOverlong, plainText, refused, type Parsed } from './text';

/** Numbers by which offices know a person, beside the first A-number. */
export const IDENTIFIER_KINDS = [
  'a_number',
  'receipt',
  'fbi',
  'state_id',
  'doc_inmate',
  'fin',
  'passport',
  'ssn_last4',
  'eoir',
  'other',
] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];
export type IdentifierRefusal = 'empty' | 'not_this_kind' | 'whole_ssn';

interface Shape {
  pattern: RegExp;
  /** What a number of this kind looks like, for the person who typed another. */
  says: string;
}

/**
 * Shapes that keep a number out of the wrong field and no more: none of these offices publishes a specification
 * (general knowledge). A number of an unusual shape belongs under `other`.
 */
const SHAPES: Record<Exclude<IdentifierKind, 'a_number' | 'receipt' | 'ssn_last4'>, Shape> = {
  fbi: { pattern: /^(?=.*\d)[A-Z0-9]{2,9}$/, says: 'An FBI number has two to nine letters and digits.' },
  state_id: {
    pattern: /^(?=.*\d)[A-Z0-9]{4,14}$/,
    says: 'A state identification number (SID) has four to fourteen letters and digits.',
  },
  doc_inmate: {
    pattern: /^(?=.*\d)[A-Z0-9]{3,14}$/,
    says: 'A prison number has three to fourteen letters and digits.',
  },
  fin: {
    pattern: /^\d{6,15}$/,
    says: 'A fingerprint identification number (FIN) has six to fifteen digits.',
  },
  passport: {
    pattern: /^(?=.*\d)[A-Z0-9]{5,15}$/,
    says: 'A passport number has five to fifteen letters and digits.',
  },
  eoir: {
    pattern: /^(?=.*\d)[A-Z0-9]{4,20}$/,
    says: 'A number of the immigration court has four to twenty letters and digits.',
  },
  other: {
    pattern: /^(?=.*[A-Z0-9])[\p{L}\p{N}]{1,40}$/u,
    says: 'A number has one to forty letters and digits.',
  },
};

/** The number as it is compared: no spaces, dashes, dots or case. */
export function plainIdentifier(text: string): string {
  return plainText(text)
    .toUpperCase()
    .replace(/[\s.\-/#:*]/g, '');
}

function lastFour(plain: string): Parsed<string, IdentifierRefusal> {
  if (/^\d{9}$/.test(plain))
    return refused('whole_ssn', 'Only the last four digits of a social security number are kept.');
  if (!/^\d{4}$/.test(plain) || plain === '0000')
    return refused('not_this_kind', 'The last four digits of a social security number are four digits.');
  return { ok: true, value: plain };
}

/**
 * Reads a number of one kind in any usual spelling; the stored form has capital letters and digits only. An A-number
 * gets its nine digits, so that one of eight digits is the same number. The reason of a refusal never repeats it.
 */
export function parseIdentifier(kind: IdentifierKind, text: string): Parsed<string, IdentifierRefusal> {
  if (isOverlong(text)) return refused('not_this_kind', 'This is too long for a number.');
  const plain = plainIdentifier(text);
  if (plain === '') return refused('empty', 'Enter the number.');
  if (kind === 'ssn_last4') return lastFour(plain);
  if (kind === 'a_number' || kind === 'receipt') {
    const read = kind === 'a_number' ? parseANumber(text) : receiptOf(text);
    return read.ok ? read : refused('not_this_kind', read.reason);
  }
  const { pattern, says } = SHAPES[kind];
  return pattern.test(plain) ? { ok: true, value: plain } : refused('not_this_kind', says);
}

function receiptOf(text: string): Parsed<string, string> {
  const read = parseReceiptNumber(text);
  return read.ok ? { ok: true, value: read.value.value } : read;
}

/** A stored number with all but its last three characters hidden, and wholly hidden when it is short. */
export function maskIdentifier(kind: IdentifierKind, stored: string): string {
  if (kind === 'a_number') return maskANumber(stored);
  return stored.length < 7 ? '••••' : `•••${stored.slice(-3)}`;
}
