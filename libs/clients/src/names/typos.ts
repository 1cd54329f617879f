import { isAlphabetic } from './normalise';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** A shorter word is one letter away from half of all short names. */
const SHORTEST = 4;
const LONGEST = 16;

/**
 * Every word that one slip of the keyboard may have stood for: two letters in the wrong order, one too many, one
 * wrong, one missing. About fifty for each letter; none for short words and scripts other than Latin. Takes a
 * normalised word.
 */
export function typosOf(word: string): string[] {
  if (!isAlphabetic(word) || !/^[a-z]+$/.test(word) || word.length < SHORTEST || word.length > LONGEST)
    return [];
  const found = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if (after) found.add(before + after.slice(1));
    if (after.length > 1) found.add(before + after[1] + after[0] + after.slice(2));
    for (const letter of LETTERS) {
      found.add(before + letter + after);
      if (after) found.add(before + letter + after.slice(1));
    }
  }
  found.delete(word);
  return [...found];
}
