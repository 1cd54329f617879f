import { badField } from '@app/platform';
import { COMMON_STEMS } from './common-passwords';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/** What is left when a common word and its usual decorations (digits, punctuation) are taken away. */
function isCommon(folded: string): boolean {
  if (new Set(folded).size < 5) return true;
  const bare = folded.replace(/[\d\s!?.@#$%&*_+=-]+$/u, '').replace(/^[\d\s!?.@#$%&*_+=-]+/u, '');
  return (
    COMMON_STEMS.some((stem) => folded === stem || bare === stem || bare === stem.repeat(2)) ||
    /^\d+$/.test(folded)
  );
}

function holds(folded: string, part: string): boolean {
  return part.length >= 4 && folded.includes(part) && folded.length - part.length < 8;
}

/**
 * Refuses passwords that are tried first: too short, the person's own name or address, the commonest. No rules about
 * kinds of characters (NIST SP 800-63B-4 section 3.1.1.2): they make passwords worse.
 *
 * @throws Problem 422 naming the field `path`
 */
export function requireGoodPassword(
  password: string,
  owner: { name: string; email: string },
  path = 'password',
): void {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
    throw badField(path, 'length', `Use ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters.`);
  }
  const folded = password.normalize('NFKC').toLowerCase();
  const email = owner.email.toLowerCase();
  const name = owner.name.toLowerCase();
  const own = [email, email.split('@')[0], name, name.replace(/\s+/g, '')];
  if (own.some((part) => holds(folded, part))) {
    throw badField(path, 'own_name', 'Do not use your own name or e-mail address.');
  }
  if (isCommon(folded))
    throw badField(path, 'too_common', 'This is among the first passwords that are tried.');
}
