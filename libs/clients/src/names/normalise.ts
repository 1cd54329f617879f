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
  ς: 'σ',
};
const PLAIN_LETTERS = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');
// An apostrophe joins what it stands between (O'Brien, Ch'en); every other mark between letters parts words.
const APOSTROPHES = /['’‘‛`´′ʹʻʼʽˈ＇]/gu;
// Marks of no script of their own: Latin, Greek and Cyrillic accents, Arabic short vowels, joiners. The vowel signs of
// Khmer, Lao or Devanagari belong to their script, are letters to a reader, and stay.
const ACCENTS = /\p{Script=Inherited}/gu;
// Present or absent by typing habit: Arabic stretching, soft hyphens. A zero-width space parts words in Khmer and Lao.
const UNWRITTEN = /\u0640|(?!\u200b)\p{Cf}/gu;

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
  return (
    name
      .replace(APOSTROPHES, '')
      .normalize('NFKD')
      // Up and down again is full case folding: it also meets letters that have one case only (ß, ı).
      .toUpperCase()
      .toLowerCase()
      .replace(PLAIN_LETTERS, (letter) => PLAIN[letter])
      .normalize('NFKD')
      .replace(APOSTROPHES, '')
      .replace(ACCENTS, '')
      .replace(UNWRITTEN, '')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .normalize('NFKD')
      .split(' ')
      .filter((word) => /[\p{L}\p{N}]/u.test(word))
  );
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
