const OPENING = new Set(['de', 'del', 'da', 'di', 'du']);
const AFTER_DE = new Set(['la', 'las', 'los', 'el', 'lo']);
// Vietnamese middle words, Malay and Arabic "son of" and "daughter of": often left out on American papers.
const MIDDLE = new Set(['van', 'thi', 'bin', 'binti', 'bint', 'ibn']);

/** True for 'de', 'del' and the article after 'de', which many papers write together with the next word. */
export function isNamePrefix(words: readonly string[], at: number): boolean {
  return OPENING.has(words[at]) || (AFTER_DE.has(words[at]) && words[at - 1] === 'de');
}

/**
 * True for a word that one paper writes and another leaves out. A surname can look the same (Văn, Thị), so the middle
 * words count only between two others, and nothing counts at the end, where a longer word is still being typed.
 */
export function mayBeLeftOut(words: readonly string[], at: number): boolean {
  const followed = words.some((_, later) => later > at && !isNamePrefix(words, later));
  return followed && (isNamePrefix(words, at) || (at > 0 && MIDDLE.has(words[at])));
}
