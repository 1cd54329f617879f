import { isAlphabetic, words } from '../names/normalise';

/** The beginnings of words that are stored. A longer word of a query is cut to the next shorter one and settled on the text. */
const LENGTHS = [3, 4, 6, 9];
/** Words of this length are found whole only. */
export const SHORTEST = 2;
/** Beyond this a source is a book; its first words still find it. */
const MOST_WORDS = 60_000;

const letters = (word: string, count: number): string => [...word].slice(0, count).join('');

/** Runs of two characters: scripts that are written without spaces are searched through them. */
function pairs(word: string): string[] {
  const characters = [...word];
  if (characters.length < 2) return [word];
  return characters.slice(1).map((second, at) => characters[at] + second);
}

function beginnings(word: string): string[] {
  const length = [...word].length;
  if (length < SHORTEST) return [];
  if (length === SHORTEST) return [word];
  return LENGTHS.filter((each) => each <= length).map((each) => letters(word, each));
}

/** The forms under which a text is found: beginnings of its words, and pairs of characters where words have no spaces. */
export function textForms(text: string): string[] {
  const distinct = new Set(words(text).slice(0, MOST_WORDS));
  const forms = new Set<string>();
  for (const word of distinct) {
    const found = isAlphabetic(word) ? beginnings(word) : [...pairs(word), ...[...word].slice(0, 200)];
    for (const form of found) forms.add(form);
  }
  return [...forms];
}

/** Up to eight words of a query; the rest narrows nothing down that matters. Single letters are left out. */
export function queryTextWords(query: string): string[] {
  const all = words(query).filter((word) => !isAlphabetic(word) || [...word].length >= SHORTEST);
  return [...new Set(all)].slice(0, 8);
}

/** The forms that a source must have, all of them, to be worth opening. */
export function queryForms(query: string): string[] {
  const forms = queryTextWords(query).flatMap((word) => {
    if (!isAlphabetic(word)) return pairs(word);
    const length = [...word].length;
    const cut = LENGTHS.filter((each) => each <= length).at(-1);
    return [cut === undefined ? word : letters(word, cut)];
  });
  return [...new Set(forms)];
}
