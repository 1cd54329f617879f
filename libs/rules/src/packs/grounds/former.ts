import { comparePartialDates, parsePartialDate, type Citation } from '../../identifiers';
import { FORMER_GROUNDS, type FormerGround } from './former-grounds';
import type { Waived } from './ground';

/** What a paragraph of former INA 241 can mean. General knowledge throughout. */
export interface FormerReading {
  /** The grounds it may be, by numbering; several when the paragraph was used for different things in different years. */
  former: readonly FormerGround[];
  /** Today's counterparts of all of them; empty when there is none. */
  groundIds: readonly string[];
  /** False when the paragraph meant different things in different years, and the charging document must be read. */
  certain: boolean;
  /** What the waiver of the time did to it, when every possible meaning has the same answer; else null. */
  waived: Waived | null;
  note: string;
}

/** From this day on deportation was noticed under the text of the Act of 1990. */
export const NUMBERING_OF_1991 = '1991-03-01';

/**
 * Reads a charge under former INA 241 (orders from before April 1997).
 * `on`, the partial date of the charging document, tells which text it quotes. The exact EOIR code decides '241a04B'
 * (text of 1991) from '241a4B' (which may be older); without either both stay open.
 */
export function readFormer241(
  citation: Citation,
  eoirCode: string | null,
  on: string | null = null,
): FormerReading {
  const found = inForce(candidates(citation.parts, eoirCode, on !== null), on);
  const { exact, under } = found;
  const former = [...exact, ...under];
  const groundIds = [...new Set(former.flatMap(({ presentIds }) => presentIds))];
  const answers = new Set(former.map(({ waived }) => waived));
  return {
    former,
    groundIds: exact.length + under.length > 0 ? groundIds : [],
    certain: under.length === 0 && exact.length <= 1,
    waived: former.length === 0 ? 'no' : answers.size === 1 ? former[0].waived : null,
    note: noteOf(exact, under),
  };
}

interface Candidates {
  /** The paragraph itself. */
  exact: FormerGround[];
  /** Clauses under it, when the paragraph is only their heading. */
  under: FormerGround[];
}

function candidates(parts: readonly string[], code: string | null, dated: boolean): Candidates {
  const spelledIn1991 = code !== null && /^241a0\d/.test(code) && parts.length > 2;
  const exact = FORMER_GROUNDS.filter((ground) => covers(ground, parts)).filter(
    ({ numbering }) => numbering === '1991' || !spelledIn1991,
  );
  const under = FORMER_GROUNDS.filter(
    (ground) =>
      ground.numbering === '1991' && ground.parts.length > parts.length && startsWith(ground.parts, parts),
  );
  // Undated, a bare (4) is the old paragraph on moral turpitude: EOIR uses its code for nothing else.
  const oldPlain = !dated && parts.join('') === 'a4';
  return { exact, under: oldPlain ? [] : under };
}

/** The paragraphs of 1952 had no clauses of their own but (5) and (6); those of 1991 contain whatever is under them. */
function covers(ground: FormerGround, parts: readonly string[]): boolean {
  if (!startsWith(parts, ground.parts)) return false;
  const deeper = parts.length > ground.parts.length;
  return !deeper || ground.numbering === '1991' || ['a5', 'a6', 'a7'].includes(ground.parts.join(''));
}

function startsWith(long: readonly string[], short: readonly string[]): boolean {
  return short.every((part, at) => long[at] === part);
}

/** Without the meanings of other years; when none is left the date and the paragraph contradict, and all stay. */
function inForce(all: Candidates, on: string | null): Candidates {
  const parsed = parsePartialDate(on ?? '');
  if (!parsed.ok) return all;
  const then = ({ effectiveFrom, effectiveTo }: FormerGround) =>
    comparePartialDates(parsed.value, effectiveFrom) !== 'before' &&
    comparePartialDates(parsed.value, effectiveTo) !== 'after';
  const left = { exact: all.exact.filter(then), under: all.under.filter(then) };
  return left.exact.length + left.under.length > 0 ? left : all;
}

function noteOf(exact: FormerGround[], under: FormerGround[]): string {
  if (exact.length + under.length === 0)
    return 'No clause of today’s section that a pardon could reach came out of this paragraph.';
  const said = exact.map(
    ({ ina, name, numbering, waiver }) =>
      `${ina} in the numbering of ${numbering}: ${name}${waiver ? `, reached by ${waiver}` : ''}.`,
  );
  if (under.length > 0) said.push('In the numbering of 1991 only the heading of several grounds.');
  if (exact.some(({ numbering }) => numbering === '1991'))
    said.push('Renumbered from 241 to 237 on 1 April 1997.');
  return said.join(' ');
}
