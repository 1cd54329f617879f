import { isOverlong, plainText, refused, type Parsed } from './text';

export type ActCitationRefusal = 'empty' | 'not_a_citation' | 'unknown_section' | 'ambiguous_241';

/** A provision of the Act in both numberings. */
export interface ActCitation {
  /** 'INA 240A(b)(1)' */
  ina: string;
  /** '8 USC 1229b(b)(1)' */
  usc: string;
  section: string;
  /** What the section is about, in few words. */
  subject: string;
  former: boolean;
}

/** Sections that pardon and reopening papers cite: Act, Code, subject. General knowledge. */
const SECTIONS: ReadonlyArray<readonly [ina: string, usc: string, subject: string]> = [
  ['101', '1101', 'definitions'],
  ['207', '1157', 'refugee admission'],
  ['208', '1158', 'asylum'],
  ['209', '1159', 'adjustment of refugees and asylees'],
  ['212', '1182', 'inadmissibility'],
  ['216', '1186a', 'conditional residence'],
  ['235', '1225', 'inspection'],
  ['236', '1226', 'detention before an order'],
  ['237', '1227', 'deportability'],
  ['238', '1228', 'administrative removal'],
  ['239', '1229', 'start of proceedings'],
  ['240', '1229a', 'removal proceedings'],
  ['240A', '1229b', 'cancellation of removal'],
  ['240B', '1229c', 'voluntary departure'],
  ['241', '1231', 'detention and removal after an order'],
  ['242', '1252', 'judicial review'],
  ['245', '1255', 'adjustment of status'],
  ['249', '1259', 'registry'],
  ['274A', '1324a', 'employment'],
  ['274C', '1324c', 'document fraud'],
  ['316', '1427', 'naturalisation'],
  ['318', '1429', 'naturalisation: prerequisite'],
  ['329', '1440', 'naturalisation through service'],
];
const FORMER_241 = ['241', '1251', 'deportability, before April 1, 1997'] as const;

const SHAPE =
  /^(former )?(INA|I\.N\.A\.|8 ?U\.? ?S\.? ?C\.?)? ?(former )?(?:§§?|sections?|sec\.?)? ?(\d{3,4})([A-Za-z]?) ?((?:\([A-Za-z0-9]{1,6}\) ?){0,7})$/i;

/**
 * Reads a citation to any listed section of the Act in either numbering and gives both: 'INA 240A(b)(1)' is
 * '8 USC 1229b(b)(1)'. The letter of a section is told from a paragraph by its brackets. A bare 'INA 241' is two
 * sections, deportability before April 1997 and detention since: say 'former', or cite the Code (1251 or 1231).
 * Charges are read with `parseCitation`.
 */
export function parseActCitation(text: string): Parsed<ActCitation, ActCitationRefusal> {
  const unreadable = () =>
    refused('not_a_citation', 'A citation looks like INA 240A(b)(1) or 8 USC 1229b(b)(1).');
  if (isOverlong(text)) return unreadable();
  const plain = plainText(text);
  if (plain === '') return refused('empty', 'Enter a citation.');
  const match = SHAPE.exec(plain);
  if (!match) return unreadable();
  const former = Boolean(match[1] ?? match[3]);
  const code = match[2] ? match[2].startsWith('8') : match[4].length === 4;
  const paragraphs = match[6].replace(/ /g, '');
  return found(match[4] + match[5], code, former, paragraphs);
}

const rowOf = (wanted: string, column: 0 | 1) =>
  SECTIONS.find((section) => section[column].toUpperCase() === wanted);

const isFormer241 = (wanted: string, code: boolean, former: boolean) =>
  code ? wanted === FORMER_241[1] : former && wanted === FORMER_241[0];

function found(
  number: string,
  code: boolean,
  former: boolean,
  paragraphs: string,
): Parsed<ActCitation, ActCitationRefusal> {
  const wanted = number.toUpperCase();
  if (!code && wanted === '241' && !former) {
    return refused(
      'ambiguous_241',
      'Section 241 was deportability until April 1997 and is detention since: write “former INA 241” or cite the Code.',
    );
  }
  const old = isFormer241(wanted, code, former);
  const row = old ? FORMER_241 : rowOf(wanted, code ? 1 : 0);
  if (!row || (former && !old)) return refused('unknown_section', 'This section is not on the list.');
  const [ina, usc, subject] = row;
  return {
    ok: true,
    value: {
      ina: `${old ? 'former ' : ''}INA ${ina}${paragraphs}`,
      usc: `8 USC ${usc}${paragraphs}`,
      section: ina,
      subject,
      former: old,
    },
  };
}
