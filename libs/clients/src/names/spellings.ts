import { spellingsOf } from '@app/rules';
import { normalise } from './normalise';

// How given names are cut short on Latin American papers; the period is gone after normalising.
const SHORT_FORMS: Record<string, string> = { ma: 'maria', fco: 'francisco', gpe: 'guadalupe' };
const LONG_FORMS = new Set(Object.values(SHORT_FORMS));

/**
 * Names for the sets of spellings a word may belong to ('vaj' and 'vang' share 'hmong:vang'); empty when unknown. The
 * sets are unverified: they widen a search and say nothing about a person. Takes a normalised word, or two or three
 * words parted by spaces.
 */
export function spellingSets(word: string): string[] {
  const sets = spellingsOf(word).map((set) => ({ group: set.group, canonical: normalise(set.canonical) }));
  // A set named by several words holds each of them as a variant; words of a name are matched one by one already.
  const names = sets
    .filter((set) => !set.canonical.includes(' '))
    .map((set) => `${set.group}:${set.canonical}`);
  const long = SHORT_FORMS[word] ?? (LONG_FORMS.has(word) ? word : undefined);
  return [...new Set(long ? [...names, `short:${long}`] : names)];
}
