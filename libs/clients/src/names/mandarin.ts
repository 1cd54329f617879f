/**
 * Syllables of Standard Chinese in pinyin, as finals per initial (general knowledge, Hanyu Pinyin, ISO 7098). The
 * empty initial comes first.
 */
const FINALS: Record<string, string> = {
  '': 'a ai an ang ao e ei en er o ou',
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
  f: 'a an ang ei en eng o ou u',
  d: 'a ai an ang ao e ei en eng i ian iao ie ing iu ong ou u uan ui un uo',
  t: 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo',
  n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ue',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo ue',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  k: 'a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  zh: 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo',
  ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
  r: 'an ang ao e en eng i ong ou u ua uan ui un uo',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  c: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  y: 'a an ang ao e i in ing o ong ou u uan ue un',
  w: 'a ai an ang ei en eng o u',
};
const PINYIN = new Set(
  Object.entries(FINALS).flatMap(([initial, finals]) => finals.split(' ').map((final) => initial + final)),
);

/** Wade-Giles finals that pinyin writes in another way. */
const WADE_FINALS: Record<string, string> = {
  ih: 'i',
  ung: 'ong',
  iung: 'iong',
  ien: 'ian',
  ieh: 'ie',
  ueh: 'ue',
  uei: 'ui',
  eh: 'e',
  erh: 'er',
};
/** American papers drop the apostrophe of Wade-Giles, so that each of these stands for a pair of pinyin sounds. */
const WADE_INITIALS: Record<string, string[]> = {
  p: ['b', 'p'],
  t: ['d', 't'],
  k: ['g', 'k'],
  ts: ['z', 'c'],
  tz: ['z', 'c'],
  hs: ['x'],
  j: ['r'],
  sz: ['s'],
  ss: ['s'],
};
const WADE_SHAPE = /^(ts|tz|hs|ch|sh|ss|sz|[pmftnlkhjsyw])?([aeiou][a-z]*)$/;
const WADE_WHOLE: Record<string, string[]> = {
  tzu: ['zi', 'ci'],
  tsu: ['zu', 'cu'],
  szu: ['si'],
  ssu: ['si'],
  i: ['yi'],
  yu: ['you', 'yu'],
  yung: ['yong'],
  yen: ['yan'],
  yeh: ['ye'],
  o: ['e'],
  erh: ['er'],
  jih: ['ri'],
};

function soundsOfCh(final: string): string[] {
  if (final === 'ih') return ['zh', 'ch'];
  if (final.startsWith('i')) return ['j', 'q'];
  return final.startsWith('u') ? ['zh', 'ch', 'j', 'q'] : ['zh', 'ch'];
}

function finalsOf(initial: string, final: string): string[] {
  const plain = WADE_FINALS[final] ?? final;
  if (plain !== 'o') return [plain];
  return ['k', 'h'].includes(initial) ? ['e'] : ['o', 'uo', 'e'];
}

/** The pinyin syllables that a syllable of Wade-Giles without its apostrophe may stand for. */
function ofWade(syllable: string): string[] {
  if (WADE_WHOLE[syllable]) return WADE_WHOLE[syllable];
  const match = WADE_SHAPE.exec(syllable);
  if (!match) return [];
  const [, initial = '', final] = match;
  const sounds = initial === 'ch' ? soundsOfCh(final) : (WADE_INITIALS[initial] ?? [initial]);
  const made = sounds.flatMap((sound) => finalsOf(initial, final).map((end) => sound + end));
  return made.filter((text) => PINYIN.has(text));
}

const LONGEST_SYLLABLE = 6;
/** Syllables of one letter would take words of other languages apart. */
const SHORTEST_SYLLABLE = 2;
const MOST_SYLLABLES = 4;

/** The first way to part a word into syllables, longer ones first, or null. */
function part(word: string, read: (syllable: string) => string[], left = MOST_SYLLABLES): string[][] | null {
  if (word === '') return [];
  if (left === 0) return null;
  for (let length = Math.min(word.length, LONGEST_SYLLABLE); length >= SHORTEST_SYLLABLE; length -= 1) {
    const readings = read(word.slice(0, length));
    const rest = readings.length > 0 ? part(word.slice(length), read, left - 1) : null;
    if (rest) return [readings, ...rest];
  }
  return null;
}

/**
 * A word as syllables of Chinese, each with the pinyin it may stand for: one way for each romanisation that fits
 * ('zedong' is ze dong; 'tsetung' is ze/ce dong/tong). Empty for a word that is no romanised Chinese. A word of another
 * language can fit by chance, which widens a search a little. Takes a normalised word.
 */
export function chineseSyllables(word: string): string[][][] {
  if (!/^[a-z]{1,24}$/.test(word)) return [];
  const pinyin = part(word, (text) => (PINYIN.has(text) ? [text] : []));
  const wade = part(word, ofWade);
  return [pinyin, wade].filter((way) => way !== null);
}
