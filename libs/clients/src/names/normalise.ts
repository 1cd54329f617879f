// Letters that Unicode does not take apart but that people type without their stroke or ligature.
const PLAIN: Record<string, string> = {
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'ng',
  ı: 'i',
  ς: 'σ',
};
const PLAIN_LETTERS = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');
// An apostrophe joins what it stands between (O'Brien, Ch'en); every other mark between letters parts words.
const APOSTROPHES = /['’‘‛`´′ʹʻʼʽˈ＇]/gu;
// Accents of Latin, Greek and Cyrillic letters. Vowel signs of Khmer, Lao or Devanagari are letters to a reader and stay.
const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/gu;
// Arabic short vowels and stretching, joiners, soft hyphens, variation selectors: present or absent by typing habit.
const UNWRITTEN =
  /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u00ad\u034f\u200c\u200d\u2060\ufe00-\ufe0f\ufeff]/gu;

/**
 * The form in which names are compared: no case, accents, strokes, punctuation or typing habits; words parted by one
 * space. 'Đặng' and 'DANG' are 'dang', "O’Brien" is 'obrien', 'Hernández-López' is 'hernandez lopez'.
 * Idempotent. Scripts other than Latin keep their letters.
 */
export function normalise(name: string): string {
  return words(name).join(' ');
}

/** The words of a name in their normalised form, in order. */
export function words(name: string): string[] {
  return name
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(PLAIN_LETTERS, (letter) => PLAIN[letter])
    .normalize('NFKD')
    .replace(APOSTROPHES, '')
    .replace(ACCENTS, '')
    .replace(UNWRITTEN, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .normalize('NFKD')
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

const ALPHABETIC =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{N}]/u;

/** True for scripts whose single letter says little; one Han, Khmer or Lao character is already worth a search. */
export function isAlphabetic(word: string): boolean {
  return ALPHABETIC.test(word);
}

/** True when a word is written in Chinese characters only, where family and given name follow without a space. */
export function isHan(word: string): boolean {
  return /^\p{Script=Han}+$/u.test(word);
}
