import file from './languages.json';
import { lazyIndex, lazyPack } from './table';

export interface Language {
  /** BCP 47 tag, or null when EOIR's name matched no known language. */
  code: string | null;
  name: string;
  eoirCode: string;
  eoirDescription: string;
  /** How the tag was found; a tag is never official. */
  match: 'exact_name' | 'by_hand' | 'none';
}

const pack = lazyPack<Language>(file, (cell) => ({
  code: cell('code') || null,
  name: cell('name'),
  eoirCode: cell('eoirCode'),
  eoirDescription: cell('eoirDescription'),
  match: cell('match') as Language['match'],
}));
const byTag = lazyIndex(pack, (language) => language.code?.toLowerCase() ?? null);
const byEoir = lazyIndex(pack, (language) => language.eoirCode);

/** Every EOIR language code with a BCP 47 tag where one is known. */
export const eoirLanguages = pack;

/** One entry per BCP 47 tag, ordered by name: for choosing a client's languages. */
export function languagesWithTag(): Array<{ code: string; name: string }> {
  const seen = new Map<string, string>();
  for (const { code, name } of pack().items) if (code !== null && !seen.has(code)) seen.set(code, name);
  return [...seen].map(([code, name]) => ({ code, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The language of a BCP 47 tag such as 'km'; undefined when unknown. */
export function languageByCode(code: string): Language | undefined {
  return byTag(code.trim().toLowerCase());
}

/** The language of an EOIR code such as 'CAM'; undefined when unknown. */
export function languageByEoirCode(code: string): Language | undefined {
  return byEoir(code.trim().toUpperCase());
}
