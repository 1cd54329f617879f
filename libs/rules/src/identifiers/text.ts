/** Zero of each script in which a person or a scanner may write digits (Unicode Nd blocks). */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0x0ed0, 0x1040, 0x17e0];

/** Longer than anybody writes an identifier: refused before any pattern looks at it. */
const LONGEST = 200;

/** Whether a text is too long to be an identifier of any kind; keeps every parser's work bounded. */
export const isOverlong = (text: string): boolean => text.length > LONGEST;

/**
 * Text as typed, pasted or scanned, in one plain form: full-width letters and digits narrowed, digits of other
 * scripts turned into 0-9, every dash a hyphen, invisible characters gone, spaces single.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}|\u2212/gu, '-')
    .replace(/\p{Nd}/gu, plainDigit)
    .replace(/\s+/gu, ' ')
    .trim();
}

function plainDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((z) => point >= z && point <= z + 9);
  return zero === undefined ? digit : String(point - zero);
}

/** The answer of a parser: the value in its one stored form, or why it was refused in words for people. */
export type Parsed<Value, Code extends string> =
  { ok: true; value: Value } | { ok: false; code: Code; reason: string };

/** A refusal. The reason never repeats what was typed: it may end up in a log. */
export function refused<Code extends string>(
  code: Code,
  reason: string,
): { ok: false; code: Code; reason: string } {
  return { ok: false, code, reason };
}
