import file from './name-spellings.json';
import { lazyPack } from './table';

export type NameGroup = 'hmong' | 'khmer' | 'lao' | 'vietnamese' | 'nepali_bhutanese' | 'chinese' | 'spanish';

/** Spellings under which one name may appear. UNVERIFIED: for search and possible duplicates only. */
export interface NameSpellings {
  group: NameGroup;
  canonical: string;
  /** The other spellings, without the canonical one. */
  spellings: readonly string[];
}

const pack = lazyPack<NameSpellings>(file, (cell) => ({
  group: cell('group') as NameGroup,
  canonical: cell('canonical'),
  spellings: cell('spellings').split('; '),
}));
let index: Map<string, NameSpellings[]> | undefined;

/** Every set of spellings. UNVERIFIED general knowledge. */
export const nameSpellings = pack;

/** A name without marks, case and punctuation: 'Đặng' and 'DANG' fold to 'dang'. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The sets a spelling belongs to; more than one where groups share it ('Wong' is Huang and Huỳnh), none when unknown.
 * UNVERIFIED: widens a search, proves nothing about a person.
 */
export function spellingsOf(name: string): readonly NameSpellings[] {
  if (!index) {
    index = new Map();
    for (const set of pack().items) {
      for (const key of new Set([set.canonical, ...set.spellings].map(foldName))) {
        index.set(key, [...(index.get(key) ?? []), set]);
      }
    }
  }
  return index.get(foldName(name)) ?? [];
}
