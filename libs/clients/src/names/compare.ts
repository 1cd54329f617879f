import { chineseSyllables } from './mandarin';
import { isAlphabetic, words } from './normalise';
import { isNamePrefix, mayBeLeftOut } from './particles';
import { soundOf } from './sound';
import { spellingSets } from './spellings';

/** How two names agree, from the strongest to the weakest. */
export const NAME_AGREEMENTS = ['same', 'spelling', 'sound', 'part'] as const;
export type NameAgreement = (typeof NAME_AGREEMENTS)[number];

export interface NameComparison {
  how: NameAgreement;
  /** 1 to 100; 100 for the same words. Orders hits, and is not a probability. */
  score: number;
}

/** A word of a name with everything another spelling of it may share with it. */
interface Item {
  word: string;
  /** Key to its weight: the word itself, a set of spellings, a syllable of Chinese, a sound. */
  keys: Map<string, number>;
  optional: boolean;
}

const WEIGHT = { word: 100, spelling: 88, chinese: 82, sound: 74 };
const MISSING = 6;
const SOLE = 60;
const SHORTEST_SOLE = 4;
const MOST_WORDS = 8;

/** The key that a whole word is stored under, besides its spellings and its sound. */
export const wordKey = (word: string): string => `w:${word}`;

function keysOf(word: string, bySound = true): Map<string, number> {
  const keys = new Map([[wordKey(word), WEIGHT.word]]);
  for (const set of spellingSets(word)) keys.set(`v:${set}`, WEIGHT.spelling);
  for (const way of chineseSyllables(word)) {
    if (way.length === 1) for (const pinyin of way[0]) keys.set(`p:${pinyin}`, WEIGHT.chinese);
  }
  const sound = bySound ? soundOf(word) : null;
  if (sound) keys.set(`s:${sound}`, WEIGHT.sound);
  return keys;
}

function itemsOf(all: readonly string[]): Item[] {
  return all.map((word, at) => ({
    word,
    keys: keysOf(word),
    optional: (isAlphabetic(word) && word.length < 2) || mayBeLeftOut(all, at),
  }));
}

/** The name with two neighbours written as one word, or three where a particle leads ('dela cruz', 'Sam Nang'). */
function joined(all: readonly string[]): Item[][] {
  return all.flatMap((_, at) =>
    [2, 3]
      .filter((length) => at + length <= all.length && (length === 2 || isNamePrefix(all, at)))
      .map((length) => {
        const word = all.slice(at, at + length).join('');
        // By its sound alone a word that nobody wrote proves nothing: Li Na is not Lin Na.
        const together = { word, optional: false, keys: keysOf(word, false) };
        return [...itemsOf(all.slice(0, at)), together, ...itemsOf(all.slice(at + length))];
      }),
  );
}

/** The name with its Chinese words parted into syllables, for each romanisation. */
function parted(all: readonly string[]): Item[][] {
  const ways = all.map(chineseSyllables);
  if (!ways.some((way) => way.some((syllables) => syllables.length > 1))) return [];
  return [0, 1].map((system) =>
    all.flatMap((word, at) => {
      const syllables = ways[at][Math.min(system, ways[at].length - 1)];
      if (!syllables || syllables.length === 1) return itemsOf([word]);
      return syllables.map((pinyin) => ({
        word: pinyin[0],
        optional: false,
        keys: new Map(
          pinyin.flatMap((text) => [
            [`p:${text}`, WEIGHT.chinese] as const,
            ...spellingSets(text).map((set) => [`v:${set}`, WEIGHT.chinese] as const),
          ]),
        ),
      }));
    }),
  );
}

/** Every way to take a name apart. */
function readingsOf(name: string): Item[][] {
  const all = words(name).slice(0, MOST_WORDS);
  if (all.length === 0) return [];
  return [itemsOf(all), ...joined(all), ...parted(all)];
}

function agreement(one: Item, other: Item): number {
  let best = 0;
  for (const [key, weight] of one.keys) {
    const theirs = other.keys.get(key);
    if (theirs !== undefined) best = Math.max(best, Math.min(weight, theirs));
  }
  return best;
}

/** Pairs the words that agree best, each word once. */
function pairUp(one: readonly Item[], other: readonly Item[]): [number, number, number][] {
  const all = one.flatMap((left, i) =>
    other.map((right, j) => [i, j, agreement(left, right)] as [number, number, number]),
  );
  const [left, right] = [new Set<number>(), new Set<number>()];
  return all
    .filter(([, , weight]) => weight > 0)
    .sort((a, b) => b[2] - a[2])
    .filter(([i, j]) => {
      if (left.has(i) || right.has(j)) return false;
      left.add(i);
      right.add(j);
      return true;
    });
}

const counted = (items: readonly Item[]): number => items.filter((item) => !item.optional).length;

function compareSole(one: readonly Item[], other: readonly Item[], weight: number): NameComparison | null {
  const [sole] = one.length === 1 ? one : other;
  if (one.length === 1 && other.length === 1) return { how: howOf(weight), score: weight };
  if (one.length > 1 && other.length > 1) return null;
  const telling =
    weight >= WEIGHT.spelling && (!isAlphabetic(sole.word) || sole.word.length >= SHORTEST_SOLE);
  return telling ? { how: 'part', score: SOLE } : null;
}

function howOf(weakest: number): NameAgreement {
  if (weakest === WEIGHT.word) return 'same';
  return weakest > WEIGHT.sound ? 'spelling' : 'sound';
}

/** All words of the shorter name must be met by the longer one. */
function compareReadings(one: readonly Item[], other: readonly Item[]): NameComparison | null {
  const pairs = pairUp(one, other);
  if (pairs.length === 0) return null;
  const wanted = Math.min(counted(one), counted(other));
  const met = pairs.filter(([i, j]) => !one[i].optional && !other[j].optional);
  if (met.length < wanted || wanted === 0) return null;
  const weakest = Math.min(...met.map(([, , weight]) => weight));
  if (wanted === 1) return compareSole(one, other, weakest);
  const missing = Math.max(counted(one), counted(other)) - met.length;
  const mean = met.reduce((sum, [, , weight]) => sum + weight, 0) / met.length;
  const how = missing > 0 && weakest === WEIGHT.word ? 'part' : howOf(weakest);
  return { how, score: Math.max(1, Math.round(mean - missing * MISSING)) };
}

function better(one: NameComparison | null, other: NameComparison | null): NameComparison | null {
  if (!one || !other) return one ?? other;
  return other.score > one.score ? other : one;
}

/**
 * Whether two people may be the same, by any of their names: spelling, transliteration, order of words and words left
 * out may differ, but every word of the shorter name must be met. Null when they are told apart. It says nothing about
 * a person; it finds pairs for somebody to look at.
 */
export function compareNames(names: readonly string[], others: readonly string[]): NameComparison | null {
  const theirs = others.flatMap(readingsOf);
  let best: NameComparison | null = null;
  for (const one of names.flatMap(readingsOf)) {
    for (const other of theirs) best = better(best, compareReadings(one, other));
  }
  return best;
}

/** A key to look for: which way of reading the name, and which word of it, the key belongs to. */
export interface MatchKey {
  reading: number;
  word: number;
  token: string;
}

const soleKey = (key: string): string => `o:${key}`;

/** The keys to store for a person, from all names, each once. */
export function matchTokens(names: readonly string[]): string[] {
  const all = names.flatMap((name) => {
    const readings = readingsOf(name);
    const keys = readings.flatMap((items) => items.flatMap((item) => [...item.keys.keys()]));
    return readings[0]?.length === 1 ? [...keys, ...[...readings[0][0].keys.keys()].map(soleKey)] : keys;
  });
  return [...new Set(all)];
}

/**
 * What to look for: whoever `compareNames` would show shares the keys of two words of one reading at least. The keys
 * of a name that is one word only count twice.
 */
export function matchQuery(names: readonly string[]): MatchKey[] {
  return names.flatMap(readingsOf).flatMap((items, reading) =>
    items.flatMap((item, at) => {
      if (item.optional) return [];
      const keys = [...item.keys.keys()];
      const once = keys.map((token) => ({ reading, word: at, token }));
      const sole = [at, MOST_WORDS + at].flatMap((word) =>
        keys.map((key) => ({ reading, word, token: soleKey(key) })),
      );
      const again = items.length === 1 ? once.map((key) => ({ ...key, word: MOST_WORDS + at })) : [];
      return [...once, ...again, ...sole];
    }),
  );
}
