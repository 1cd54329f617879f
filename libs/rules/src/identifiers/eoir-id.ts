import { isOverlong, plainText, refused, type Parsed } from './text';

export type EoirIdRefusal = 'empty' | 'not_an_eoir_id';

/**
 * Reads the EOIR ID of a practitioner: two letters and six digits, stored as 'AB123456' (general knowledge). It names a
 * representative and not a client.
 */
export function parseEoirId(text: string): Parsed<string, EoirIdRefusal> {
  if (isOverlong(text)) return refused('not_an_eoir_id', 'An EOIR ID is two letters and six digits.');
  const plain = plainText(text);
  if (plain === '') return refused('empty', 'Enter an EOIR ID.');
  const match = /^(?:EOIR[ -]?(?:ID)?[ #:.-]{0,3})?([A-Z]{2})[ -]?(\d{3})[ -]?(\d{3})$/i.exec(plain);
  if (!match) return refused('not_an_eoir_id', 'An EOIR ID is two letters and six digits.');
  return { ok: true, value: match[1].toUpperCase() + match[2] + match[3] };
}
