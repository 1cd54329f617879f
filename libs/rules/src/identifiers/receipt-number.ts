import { isOverlong, plainText, refused, type Parsed } from './text';

export type ReceiptRefusal = 'empty' | 'not_a_receipt' | 'wrong_length';

/** A USCIS receipt number taken apart. General knowledge throughout: USCIS publishes no specification. */
export interface ReceiptNumber {
  /** Stored form, 'EAC9712354321'. */
  value: string;
  /** As printed, 'EAC-97-123-54321'; 'IOE-0912345678' for electronic receipts. */
  printed: string;
  prefix: string;
  /** Office that first received it; null for a prefix not on the list (local offices had their own). */
  office: string | null;
  /** Federal fiscal year of receipt, 1997 being October 1, 1996 to September 30, 1997; null where not in the number. */
  fiscalYear: number | null;
  /** First and last day of that fiscal year. */
  received: { first: string; last: string } | null;
  /** Running number of the working day in the fiscal year, 1 to 366; null where the number has none. */
  computerDay: number | null;
  warning: string | null;
}

const OFFICES: Record<string, string> = {
  EAC: 'Vermont Service Center (Eastern Adjudication Center)',
  VSC: 'Vermont Service Center',
  WAC: 'California Service Center (Western Adjudication Center)',
  CSC: 'California Service Center',
  LIN: 'Nebraska Service Center (Lincoln)',
  NSC: 'Nebraska Service Center',
  SRC: 'Texas Service Center (Southern Regional Center)',
  TSC: 'Texas Service Center',
  MSC: 'National Benefits Center (Missouri Service Center)',
  NBC: 'National Benefits Center',
  YSC: 'Potomac Service Center',
  PSC: 'Potomac Service Center',
  IOE: 'Electronic Immigration System (ELIS)',
};

/** Two digits of a fiscal year: receipts of this form began in the 1980s. */
const century = (year: number) => (year >= 80 ? 1900 + year : 2000 + year);

/** Every prefix with a known office. */
export const RECEIPT_PREFIXES: readonly string[] = Object.keys(OFFICES);

/**
 * Reads a USCIS receipt number in any usual spelling: 'EAC-97-123-54321', 'wac 9712354321', 'IOE0912345678'. Three
 * letters and ten digits. Except in IOE numbers the first two digits are the fiscal year and the next three the
 * working day (general knowledge; the office is the one of first receipt, not of the decision).
 */
export function parseReceiptNumber(text: string): Parsed<ReceiptNumber, ReceiptRefusal> {
  if (isOverlong(text)) return refused('not_a_receipt', 'A receipt number is three letters and ten digits.');
  const plain = plainText(text)
    .toUpperCase()
    .replace(/[ .*-]/g, '');
  if (plain === '') return refused('empty', 'Enter a receipt number.');
  const match = /^([A-Z]{3})(\d+)$/.exec(plain);
  if (!match) return refused('not_a_receipt', 'A receipt number is three letters and ten digits.');
  const [, prefix, digits] = match;
  if (digits.length !== 10)
    return refused('wrong_length', `A receipt number has ten digits; this has ${digits.length}.`);
  const office = OFFICES[prefix] ?? null;
  const warning = office === null ? 'The three letters are not on the list of known offices.' : null;
  const bare = { value: prefix + digits, prefix, office };
  if (prefix === 'IOE') {
    const printed = `IOE-${digits}`;
    return {
      ok: true,
      value: { ...bare, printed, fiscalYear: null, received: null, computerDay: null, warning },
    };
  }
  return { ok: true, value: { ...bare, ...dated(prefix, digits, warning) } };
}

function dated(prefix: string, digits: string, warning: string | null) {
  const fiscalYear = century(Number(digits.slice(0, 2)));
  const day = Number(digits.slice(2, 5));
  const real = day >= 1 && day <= 366;
  const doubt = real ? null : 'The working day in the number does not exist: check the digits.';
  return {
    printed: `${prefix}-${digits.slice(0, 2)}-${digits.slice(2, 5)}-${digits.slice(5)}`,
    fiscalYear,
    received: { first: `${fiscalYear - 1}-10-01`, last: `${fiscalYear}-09-30` },
    computerDay: real ? day : null,
    warning: doubt ?? warning,
  };
}
