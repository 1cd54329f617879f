const RULES: readonly (readonly [RegExp, string])[] = [
  // Hmong RPA: a doubled vowel is nasal and the last consonant is a tone (Xyooj is Xiong, Tsheej is Cheng).
  [/([aeo])\1[bjv]$/, '$1ng'],
  // w, and v at the end, stand for a vowel where no vowel follows (Kaew, Keov, Vwj).
  [/(?<=.)w(?![aeiouy])/g, 'u'],
  [/(?<=[aeiou])v$/, 'u'],
  [/(?<=[aeiouy])j$/, ''],
  [/^ng(?=[aeiouy])/, 'n'],
  [/tsh|tch|chh?|ts|tx|zh|dj/g, 'C'],
  [/^hs|xy(?=[aeiou])|x|sh/g, 's'],
  [/qu(?=[eiy])|ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  // Breath after a consonant or at the end is written or not (Phommachanh, Pommachan; Vannah, Vanna).
  [/(?<=[bdgjklmnprtvC])h/g, ''],
  [/(?<=[aeiouy])h(?![aeiouy])/g, ''],
  [/gu(?=[ei])/g, 'g'],
  [/^g(?=[eiy])/, 'j'],
  [/gn|ny(?=[aeiou])/g, 'n'],
  // A final ng is a letter of its own, so that Trang is not Tran.
  [/ng(?![aeiouy])/g, 'Q'],
  // One sound in many of the communities' languages, or one letter in Spanish ears.
  [/[vw]/g, 'b'],
  [/z/g, 's'],
  [/d$/, 't'],
  [/([^aeiouy])\1+/g, '$1'],
  [/^y(?=[aeiou])/, 'Y'],
  [/[aeiouy]*[ou][aeiouy]*/g, 'O'],
  [/[aeiy]*[eiy][aeiy]*/g, 'I'],
  [/a+/g, 'A'],
];

/**
 * A coarse key of how a word sounds, the same for spellings that differ as clerks in different countries would write
 * one name: 'Souvannavong' and 'Suvanavong', 'Wongsa' and 'Vongsa', 'González' and 'Gonsales'. Null for words of fewer
 * than three letters, where it would say too little, and for scripts other than Latin. Takes a normalised word.
 */
export function soundOf(word: string): string | null {
  if (!/^[a-z]{3,}$/.test(word)) return null;
  return RULES.reduce((sound, [pattern, text]) => sound.replace(pattern, text), word).toLowerCase();
}
