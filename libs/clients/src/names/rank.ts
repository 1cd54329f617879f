import { nameWords, queryWords, type NameWord } from './tokens';

/** How well a word of the query is met; smaller is better. */
const EXACT = 0;
const START = 1;
const SPELLING = 2;
const SOUND = 3;
const NOT_MET = 4;

function meets(query: NameWord, name: NameWord[]): number {
  const starts = name.flatMap((each) => [...each.starts, ...each.inner]);
  if (query.starts.some((wanted) => starts.includes(wanted))) return EXACT;
  if (query.starts.some((wanted) => starts.some((start) => start.startsWith(wanted)))) return START;
  if (name.some((each) => each.spellings.some((set) => query.spellings.includes(set)))) return SPELLING;
  return name.some((each) => each.sounds.some((sound) => query.sounds.includes(sound))) ? SOUND : NOT_MET;
}

/**
 * How well opened names answer a query: null for not at all, otherwise a number, smaller is better. The worst met word
 * decides (whole word, beginning, other spelling, sound), then the sum of all, so that a client found by sound alone
 * never stands above one whose name begins as typed.
 */
export function rankNames(names: readonly string[], query: string): number | null {
  const name = names.flatMap(nameWords);
  let worst = EXACT;
  let sum = 0;
  const wanted = queryWords(query);
  for (const word of wanted) {
    const level = meets(word, name);
    sum += level;
    if (word.optional) continue;
    if (level === NOT_MET) return null;
    worst = Math.max(worst, level);
  }
  return wanted.length === 0 ? null : worst * 1000 + Math.min(sum, 999);
}
