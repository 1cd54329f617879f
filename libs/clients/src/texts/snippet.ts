import { isAlphabetic, words } from '../names/normalise';
import { queryTextWords } from './text-words';

const BEFORE = 50;
const LENGTH = 180;
const WORD = /[\p{L}\p{M}\p{N}'’‘]+/gu;

/**
 * A few words around the first place where a text meets the query, on one line, with '…' where it was cut. The
 * beginning of the text when no word of the query stands in it.
 */
export function snippetOf(text: string, query: string): string {
  const wanted = queryTextWords(query);
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    const [folded = ''] = words(match[0]);
    const met = wanted.some((word) => (isAlphabetic(word) ? folded.startsWith(word) : folded.includes(word)));
    if (!met) continue;
    at = match.index;
    break;
  }
  const from = at <= BEFORE ? 0 : wordStart(text, at - BEFORE);
  const until = Math.min(text.length, from + LENGTH);
  const line = text.slice(from, until).replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '… ' : ''}${line}${until < text.length ? ' …' : ''}`;
}

/** The next beginning of a word at or after a place, so that a snippet does not begin inside one. */
function wordStart(text: string, from: number): number {
  const space = text.slice(from, from + 25).search(/\s/);
  return space < 0 ? from : from + space + 1;
}
