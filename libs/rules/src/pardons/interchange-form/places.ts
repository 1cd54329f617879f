import { pardonJurisdictions } from '../../packs/jurisdictions';
import { states } from '../../packs/reference';
import { malformed, saysNothing, wordOf, type Found } from './fields';

let index: Map<string, string> | undefined;

function codes(): Map<string, string> {
  if (index) return index;
  index = new Map();
  for (const { code, name } of [...states().items, ...pardonJurisdictions().items]) {
    index.set(code.toLowerCase(), code);
    index.set(name.toLowerCase(), code);
  }
  for (const federal of ['us', 'usa', 'u.s.', 'federal', 'united states', 'fed']) index.set(federal, 'FED');
  for (const capital of ['d.c.', 'washington dc', 'washington d.c.', 'district of columbia'])
    index.set(capital, 'DC');
  return index;
}

/** USPS code or 'FED' of a jurisdiction by code or name; '' when it says nothing. */
export function jurisdictionOf(found: Found | null): string {
  if (!found) return '';
  const word = wordOf(found.value);
  if (word === null)
    throw malformed(found.path, 'A state by name or postal code is needed here, or “federal”.');
  if (saysNothing(word)) return '';
  const code = codes().get(word.replace(/^(?:state|commonwealth) of /, ''));
  if (!code)
    throw malformed(found.path, 'This is no state, territory or federal jurisdiction of the United States.');
  return code;
}

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh'.split(' ');

/** '1' to '11' or 'DC' from '2', '2d Cir.', 'Second Circuit', 'CA9', 'D.C. Cir.'; null when it says nothing. */
export function circuitOf(found: Found | null): string | null {
  if (!found) return null;
  const word = wordOf(found.value);
  if (word !== null) {
    if (saysNothing(word)) return null;
    const bare = word.replace(/\b(?:u\.?s\.?|court of appeals|circuit|cir\.?|for the)(?=\W|$)/g, '').trim();
    if (/^(?:ca)?d\.? ?c\.?$/.test(bare)) return 'DC';
    const number =
      /^(?:ca)?0?(\d{1,2})(?:st|nd|rd|th|d)?\.?$/.exec(bare)?.[1] ?? String(ORDINALS.indexOf(bare) + 1);
    if (Number(number) >= 1 && Number(number) <= 11) return String(Number(number));
  }
  throw malformed(found.path, 'A circuit is 1 to 11 or DC.');
}
