import { isAlphabetic, words } from '../names/normalise';
import { queryTextWords, SHORTEST } from './text-words';

/** Which words of a query stand in a text, as `textMeets` understands it. */
export function metWords(text: string, query: string): string[] {
  const folded = ` ${words(text).join(' ')} `;
  return queryTextWords(query).filter((word) => {
    if (!isAlphabetic(word)) return folded.includes(word);
    return folded.includes([...word].length === SHORTEST ? ` ${word} ` : ` ${word}`);
  });
}

/** Whether each word of the query begins a word of the text (or stands in it, in scripts without spaces). */
export function textMeets(text: string, query: string): boolean {
  const wanted = queryTextWords(query).length;
  return wanted > 0 && metWords(text, query).length === wanted;
}
