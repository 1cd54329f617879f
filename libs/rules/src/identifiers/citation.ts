import { isOverlong, plainText, refused, type Parsed } from './text';

export type CitationRefusal = 'empty' | 'not_a_citation' | 'other_section' | 'current_241' | 'ambiguous';

/** A paragraph of the Act under which people are charged. */
export interface Citation {
  section: '212' | '237' | '241';
  /** True for INA 241 as a ground of deportation, renumbered 237 on 1 April 1997 (general knowledge). */
  former: boolean;
  /** Paragraphs from the outside in, such as ['a', '2', 'A', 'iii']. */
  parts: readonly string[];
  /** '237(a)(2)(A)(iii)' */
  ina: string;
  /** '8 USC 1227(a)(2)(A)(iii)'; former 241 is 8 USC 1251, which is no longer in force. */
  usc: string;
}

const SECTIONS = {
  '212': { section: '212', usc: '1182' },
  '237': { section: '237', usc: '1227' },
  '241': { section: '241', usc: '1251' },
  '1182': { section: '212', usc: '1182' },
  '1227': { section: '237', usc: '1227' },
  '1251': { section: '241', usc: '1251' },
} as const;

/** Runs of separators are made one blank before matching, so that no pattern can match a run in many ways. */
const SEP = ' ?';
/** What people write behind the number: 'of the Act', 'of the Immigration and Nationality Act, as amended'. */
const OF_THE_ACT = /,? of the (?:act|ina|immigration and nationality act)(?:,? as amended)?[.,]?$/i;
/** Paragraphs in the fixed order of the Act: letter, number, capital, small roman, capital roman. */
const CASED = new RegExp(
  `^${SEP}([a-z])?${SEP}0?(\\d{1,2})?${SEP}([A-Z])?${SEP}([ivx]+)?${SEP}([IVX]+)?${SEP}$`,
);
/** The same typed in one letter case: romans cannot be told apart, so all of them are the fourth level. */
const UNCASED = new RegExp(`^${SEP}([a-z])${SEP}0?(\\d{1,2})${SEP}([a-z])?${SEP}([ivx]+)?$`);

/**
 * Reads a citation to INA 212, 237 or former 241 in the Act's or the Code's numbering:
 * 'INA § 237(a)(2)(A)(iii)', '8 U.S.C. 1227(a)(2)(A)(iii)', '237a02Aiii'. A charge under 241 is always the former section.
 */
export function parseCitation(text: string): Parsed<Citation, CitationRefusal> {
  if (isOverlong(text)) return refused('not_a_citation', 'A citation looks like INA 237(a)(2)(A)(iii).');
  const plain = plainText(text);
  if (plain === '') return refused('empty', 'Enter a citation.');
  const match =
    /^(?:former +)?(?:I\.?N\.?A\.?|8 +U\.? ?S\.? ?C\.?)? *(?:former +)?(?:section|sec\.?|§)* *\(?(\d{3,4})\)?(.*)$/i.exec(
      plain.replace(OF_THE_ACT, ''),
    );
  if (!match) return refused('not_a_citation', 'A citation looks like INA 237(a)(2)(A)(iii).');
  const [, number, rest] = match;
  if (number === '1231') {
    return refused(
      'current_241',
      'Current section 241 (8 USC 1231) is about detention and removal; nobody is charged under it.',
    );
  }
  if (!(number in SECTIONS))
    return refused('other_section', 'Only sections 212, 237 and former 241 are grounds of removal.');
  const parts = partsOf(rest);
  if (parts === null) return refused('not_a_citation', 'A citation looks like INA 237(a)(2)(A)(iii).');
  const known = SECTIONS[number as keyof typeof SECTIONS];
  if (parts === 'ambiguous') {
    return refused(
      'ambiguous',
      'Write each paragraph in brackets: (A)(i)(I) cannot be told from (A)(ii) here.',
    );
  }
  return { ok: true, value: citation(known.section, known.usc, parts) };
}

/** A citation without brackets, for comparing: '237a2Aiii'. null when the text is no citation. */
export function citationKey(text: string): string | null {
  const parsed = parseCitation(text);
  return parsed.ok ? parsed.value.section + parsed.value.parts.join('') : null;
}

/** The US Code citation of an INA citation, or null. */
export function toUsc(text: string): string | null {
  const parsed = parseCitation(text);
  return parsed.ok ? parsed.value.usc : null;
}

/** The INA citation of a US Code citation, or null. */
export function toIna(text: string): string | null {
  const parsed = parseCitation(text);
  return parsed.ok ? parsed.value.ina : null;
}

/**
 * A citation or code in the spelling of EOIR's case data: '237a02Aiii', '212a02Ai  I' (number in two digits; a small
 * roman before a capital one filled to three places). Does not say that EOIR uses the code: chargeByCode does.
 */
export function normaliseChargeCode(text: string): Parsed<string, CitationRefusal> {
  const parsed = parseCitation(text);
  if (!parsed.ok) return parsed;
  const { section, parts } = parsed.value;
  const [letter = '', number = '', ...deeper] = parts;
  const tail = deeper.length === 3 ? deeper[0] + deeper[1].padEnd(3) + deeper[2] : deeper.join('');
  return { ok: true, value: section + letter + number.padStart(number ? 2 : 0, '0') + tail };
}

const spaced = (rest: string) => rest.replace(/[ ().]+/g, ' ');

function partsOf(rest: string): string[] | 'ambiguous' | null {
  const cased = CASED.exec(spaced(rest)) ?? CASED.exec(spaced(bracketsInCase(rest)));
  return cased ? casedParts(cased.slice(1)) : uncasedParts(rest);
}

function casedParts(levels: Array<string | undefined>): string[] | null {
  if (levels[4] !== undefined && levels[3] === undefined) levels.splice(3, 2, levels[4].toLowerCase());
  const depth = levels.slice(0, 3).findIndex((level) => level === undefined);
  const deeper = depth < 0 || depth === 2 ? [] : levels.slice(depth);
  return deeper.some((level) => level !== undefined) ? null : levels.filter((level) => level !== undefined);
}

function uncasedParts(rest: string): string[] | 'ambiguous' | null {
  const match = UNCASED.exec(spaced(rest).toLowerCase());
  if (!match) return null;
  const [, letter, number, capital, roman] = match;
  const divided = number === '2' && capital === 'a' && roman === 'ii' && !rest.includes('(');
  if (divided) return 'ambiguous';
  return [letter, number, capital?.toUpperCase(), roman].filter((level) => level !== undefined);
}

/** Brackets tell the levels, so a slip in letter case can be put right: '(A)(2)(a)(III)'. */
function bracketsInCase(rest: string): string {
  const levels = rest.match(/\([^()]*\)/g);
  if (!levels || levels.join('') !== rest.replace(/ /g, '')) return rest;
  return levels
    .map((level, at) => (at === 2 || at === 4 ? level.toUpperCase() : level.toLowerCase()))
    .join('');
}

function citation(section: Citation['section'], usc: string, parts: string[]): Citation {
  const paragraphs = parts.map((part) => `(${part})`).join('');
  return {
    section,
    former: section === '241',
    parts,
    ina: section + paragraphs,
    usc: `8 USC ${usc}${paragraphs}`,
  };
}
