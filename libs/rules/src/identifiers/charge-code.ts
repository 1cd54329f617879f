import { chargeByCode, type ChargeCode } from '../packs/reference/charges';
import { normaliseChargeCode, parseCitation } from './citation';
import { readCitationOn, type CitationReading } from './redesignation';
import { isOverlong, plainText, refused, type Parsed } from './text';

export type ChargeCodeRefusal = 'empty' | 'not_a_charge' | 'not_a_date';

/** A charge as EOIR codes it, read by the date of the charging document. */
export interface ChargeReading {
  /** EOIR's own row; null when the citation is well formed and EOIR's list has no such code. */
  listed: ChargeCode | null;
  /** Spelling of EOIR's case data, '237a02Aiii'. */
  code: string;
  ina: string;
  readings: readonly CitationReading[];
  decided: boolean;
  warning: string | null;
}

const NOT_LISTED = 'EOIR’s list of charges does not have this code: compare it with the charging document.';

/**
 * Reads an EOIR charge code or a citation ('237a02Aiii', '241a4B', 'INA 237(a)(2)(A)(iii)') with what it means today.
 * `documentOn` is the date of the charging document, which decides between numberings. List: EOIR case-data lookup
 * tables of 2025-11-05.
 */
export function readChargeCode(
  text: string,
  documentOn: string | null = null,
): Parsed<ChargeReading, ChargeCodeRefusal> {
  const reason = 'A charge is an EOIR code or a citation to INA 212, 237 or former 241.';
  if (isOverlong(text)) return refused('not_a_charge', reason);
  if (plainText(text) === '') return refused('empty', 'Enter a charge.');
  const listed = chargeByCode(text) ?? null;
  const citation = citationOf(text, listed);
  if (citation === null) return refused('not_a_charge', reason);
  const normal = normaliseChargeCode(citation);
  const read = readCitationOn(citation, documentOn);
  if (!read.ok || !normal.ok) return notRead(read.ok ? null : read.code, reason);
  const { written, readings, decided } = read.value;
  const row = listed
    ? { code: listed.code, warning: listed.qualityNote }
    : { code: normal.value, warning: NOT_LISTED };
  return { ok: true, value: { listed, ...row, ina: written.ina, readings, decided } };
}

/** The text itself, or the citation EOIR's row stands for ('241a4B' and other spellings of its own). */
function citationOf(text: string, listed: ChargeCode | null): string | null {
  const candidates = listed ? [text, listed.ina] : [text];
  return candidates.find((candidate) => parseCitation(candidate).ok) ?? null;
}

const notRead = (code: string | null, reason: string) =>
  code === 'not_a_date'
    ? refused('not_a_date', 'Write the date of the document as 1997, 1997-05 or 1997-05-21.')
    : refused('not_a_charge', reason);
