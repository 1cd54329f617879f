import { isAlphabetic, isHan, words } from './normalise';
import { isNamePrefix, mayBeLeftOut } from './particles';
import { soundOf } from './sound';
import { spellingSets } from './spellings';

/** The longest beginning that is stored. A longer query is cut here and settled in memory by `rankNames`. */
const LONGEST = 12;
const SHORTEST = 2;

/** What a token means; a blind index uses it as its kind, so that equal texts of two kinds do not meet. */
export type NameTokenKind = 'word_start' | 'sound' | 'spelling';

export interface NameToken {
  kind: NameTokenKind;
  text: string;
}

/** One word of a query with everything that may match it. */
export interface QueryWord {
  word: string;
  /** True for a word that narrows nothing down by itself; it counts for the order only. */
  optional: boolean;
  /** Any one of these tokens on a client matches the word. */
  alternatives: NameToken[];
}

/** A name or query word with what it sounds like and which spellings it stands for; before anything is cut. */
export interface NameWord {
  word: string;
  /** The word, and the word written together with its neighbours. */
  starts: string[];
  sounds: string[];
  spellings: string[];
  /** What of a Chinese name may be the given name: the word without its first character, or its first two. */
  inner: string[];
  /** Written together with a following particle, so that each beginning of it is likely to be typed. */
  grown: string[];
}

/** Runs of two neighbours, and of three where a particle leads, that contain the word at `at`. */
function runsAround(all: readonly string[], at: number): string[][] {
  const runs: string[][] = [];
  for (let from = Math.max(0, at - 2); from <= at; from += 1) {
    for (const length of [2, 3]) {
      const run = all.slice(from, from + length);
      const whole = run.length === length && from + length > at;
      if (whole && run.every(isAlphabetic) && (length === 2 || isNamePrefix(all, from))) runs.push(run);
    }
  }
  return runs;
}

/** Takes one name or query apart. */
export function nameWords(name: string): NameWord[] {
  const all = words(name);
  return all.map((word, at) => {
    const runs = runsAround(all, at);
    const characters = [...word];
    const inner = isHan(word) ? [1, 2].map((from) => characters.slice(from).join('')).filter(Boolean) : [];
    const sound = soundOf(word);
    return {
      word,
      starts: [word, ...runs.map((run) => run.join(''))],
      inner,
      sounds: sound ? [sound] : [],
      spellings: [word, ...runs.map((run) => run.join(' '))].flatMap(spellingSets),
      grown: runs.filter((run) => run[0] === word && isNamePrefix(all, at)).map((run) => run.join('')),
    };
  });
}

function beginnings(word: string): string[] {
  const characters = [...word];
  const first = isAlphabetic(word) ? SHORTEST : 1;
  if (characters.length <= first) return [word];
  const last = Math.min(characters.length, LONGEST);
  return Array.from({ length: last - first + 1 }, (_, index) => characters.slice(0, first + index).join(''));
}

function cut(word: string): string {
  return [...word].slice(0, LONGEST).join('');
}

function tokens(kind: NameTokenKind, texts: readonly string[]): NameToken[] {
  return [...new Set(texts)].map((text) => ({ kind, text }));
}

/**
 * The tokens to store for a client, from all names and aliases, without repetition. Beginnings of words have 2 to 12
 * letters (1 to 12 characters in scripts that are not alphabets); the number of tokens is about ten a word.
 */
export function nameTokens(names: readonly string[]): NameToken[] {
  const all = names.flatMap(nameWords);
  const starts = all.flatMap((each) => [
    ...beginnings(each.word),
    ...each.starts.map(cut),
    ...each.inner.flatMap(beginnings),
    ...each.grown.flatMap(beginnings),
  ]);
  return [
    ...tokens('word_start', starts),
    ...tokens(
      'sound',
      all.flatMap((each) => each.sounds),
    ),
    ...tokens(
      'spelling',
      all.flatMap((each) => each.spellings),
    ),
  ];
}

/**
 * What to look for: a client matches when each word that is not optional meets at least one of its alternatives.
 * Empty for a query without letters or digits. The matches are a superset; `rankNames` on the opened names settles
 * the order and drops what only a cut beginning let in.
 */
export function queryTokens(query: string): QueryWord[] {
  return queryWords(query).map(({ optional, ...each }) => ({
    word: each.word,
    optional,
    alternatives: [
      ...tokens('word_start', each.starts.map(cut)),
      ...tokens('spelling', each.spellings),
      ...tokens('sound', each.sounds),
    ],
  }));
}

/** The words of a query; at least one of them is not optional, so that a query never matches everybody. */
export function queryWords(query: string): (NameWord & { optional: boolean })[] {
  const parts = nameWords(query);
  const all = parts.map((part) => part.word);
  const tooShort = all.map((word) => isAlphabetic(word) && [...word].length < SHORTEST);
  const leftOut = all.map((_, at) => tooShort[at] || mayBeLeftOut(all, at));
  const optional = [leftOut, tooShort].find((choice) => choice.includes(false));
  return parts.map((part, at) => ({ ...part, optional: optional?.[at] ?? false }));
}
