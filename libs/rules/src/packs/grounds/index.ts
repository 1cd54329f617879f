import { parseCitation } from '../../identifiers';
import { FORMER_GROUNDS, type FormerGround } from './former-grounds';
import type { PardonGround } from './ground';
import { GROUNDS } from './grounds';

export * from './applicability';
export * from './authorities';
export type { AuthorityKind, KnownAuthority } from './authority';
export * from './change-log';
export * from './consequences';
export type { GroundBasis, PardonGround, Waived } from './ground';
export { GROUNDS } from './grounds';
export * from './former';
export { FORMER_GROUNDS, type FormerGround, type FormerNumbering } from './former-grounds';
export * from './instrument-tests';
export { validateGrounds, type GroundsFault } from './validate';

/** Day on which the grounds pack was written down, YYYY-MM-DD. */
export const GROUNDS_AS_OF = '2026-11-22';
/** Where the grounds pack comes from and what nobody has verified, in words for a screen. */
export const GROUNDS_NOTE =
  'Issue-spotting for an attorney. Read from secondary copies and the DHS statement, not from the current official code: confirm that no Act of 2025 or 2026 has added a ground or changed a clause number.';

const byId = new Map(GROUNDS.map((ground) => [ground.id, ground]));

/** The ground of an id such as '237a2Aiii'; undefined when the pack has none. */
export function groundById(id: string): PardonGround | undefined {
  return byId.get(id);
}

const formerById = new Map(FORMER_GROUNDS.map((ground) => [ground.id, ground]));

/** The ground of former INA 241 of an id such as 'former-1952-a4'; undefined when the pack has none. */
export function formerGroundById(id: string): FormerGround | undefined {
  return formerById.get(id);
}

/**
 * The ground a citation to INA 237 or 212 falls under: the longest listed paragraph that contains it
 * ('237(a)(2)(A)(i)(I)' is 237(a)(2)(A)(i)). undefined when none does.
 */
export function groundOfCitation(text: string): PardonGround | undefined {
  const parsed = parseCitation(text);
  if (!parsed.ok) return undefined;
  const { section, parts } = parsed.value;
  for (let depth = parts.length; depth > 1; depth -= 1) {
    const ground = byId.get(section + parts.slice(0, depth).join(''));
    if (ground) return ground;
  }
  return undefined;
}
