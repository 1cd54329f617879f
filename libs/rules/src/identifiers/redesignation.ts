import { parseCitation, type Citation, type CitationRefusal } from './citation';
import { parsePartialDate, partialDateBounds, type PartialDateText } from './partial-date';
import type { Parsed } from './text';

export type ClauseMeaning =
  | 'pardon_waiver'
  | 'sex_offender_registration'
  | 'high_speed_flight'
  | 'renumbered_1997'
  | 'numbering_before_1991'
  | 'unchanged';

/** What a citation meant between two days, and its number today. */
export interface CitationReading {
  meaning: ClauseMeaning;
  /** Days on which the number had this meaning, both included; null: open. */
  from: string | null;
  to: string | null;
  /** Today's citation; null when the number alone does not give it. */
  ina: string | null;
  usc: string | null;
  why: string;
  provenance: 'sourced' | 'general_knowledge';
}

/** A citation read by the date of the document it stands in. */
export interface DatedCitation {
  written: Citation;
  readings: readonly CitationReading[];
  /** True when the date leaves one reading. */
  decided: boolean;
  question: string | null;
}

const RENUMBERED_1991 = '1991-06-01';
const IIRIRA = '1996-09-30';
const SECTION_237 = '1997-04-01';
const ADAM_WALSH = '2006-07-27';
const BEFORE: Record<string, string> = {
  [RENUMBERED_1991]: '1991-05-31',
  [IIRIRA]: '1996-09-29',
  [SECTION_237]: '1997-03-31',
  [ADAM_WALSH]: '2006-07-26',
};

const today = (clause: string) => ({ ina: `237${clause}`, usc: `8 USC 1227${clause}` });
const WAIVER = today('(a)(2)(A)(vi)');

const waiver = (
  from: string | null,
  to: string | null,
  why: string,
  provenance: 'sourced' | 'general_knowledge' = 'general_knowledge',
): CitationReading => ({ meaning: 'pardon_waiver', from, to, ...WAIVER, why, provenance });

const OLD_TEXT = (from: string | null): CitationReading => ({
  meaning: 'numbering_before_1991',
  from,
  to: BEFORE[RENUMBERED_1991],
  ina: null,
  usc: null,
  why: 'The paragraphs were numbered otherwise before June 1, 1991: read the words of the charge.',
  provenance: 'general_knowledge',
});

/** Clauses whose number has meant more than one thing. Key: section and paragraphs without brackets. */
const MOVED: Record<string, readonly CitationReading[]> = {
  '241b': [
    waiver(
      null,
      BEFORE[RENUMBERED_1991],
      'Former 241(b): cited for the pardon waiver in Nolan and Tajer.',
      'sourced',
    ),
  ],
  '241b1': [
    waiver(
      null,
      BEFORE[RENUMBERED_1991],
      'Former 241(b)(1): cited for the pardon waiver in Nolan and Tajer.',
      'sourced',
    ),
  ],
  '241a2Aiv': [
    waiver(
      RENUMBERED_1991,
      BEFORE[IIRIRA],
      'Clause (iv) of former 241(a)(2)(A) was the pardon waiver from 1991 to 1996.',
    ),
    flight(
      IIRIRA,
      BEFORE[SECTION_237],
      'The Act of September 30, 1996 put high-speed flight in as clause (iv).',
    ),
  ],
  '241a2Av': [
    waiver(IIRIRA, BEFORE[SECTION_237], 'Pushed from (iv) to (v) by the Act of September 30, 1996.'),
  ],
  '237a2Aiv': [flight(SECTION_237, null, 'High-speed flight from a checkpoint.')],
  '237a2Av': [
    waiver(
      SECTION_237,
      BEFORE[ADAM_WALSH],
      'The waiver was clause (v) until the Adam Walsh Act of July 27, 2006; Suh and Balogun cite it so. The day is general knowledge.',
      'sourced',
    ),
    {
      meaning: 'sex_offender_registration',
      from: ADAM_WALSH,
      to: null,
      ...today('(a)(2)(A)(v)'),
      why: 'Since July 27, 2006 clause (v) is failure to register as a sex offender, which no pardon waives. Papers that copy older decisions may still mean the waiver.',
      provenance: 'general_knowledge',
    },
  ],
  '237a2Avi': [
    waiver(ADAM_WALSH, null, 'The pardon waiver in its present number, clause (vi) since July 27, 2006.'),
  ],
};

function flight(from: string, to: string | null, why: string): CitationReading {
  return {
    meaning: 'high_speed_flight',
    from,
    to,
    ...today('(a)(2)(A)(iv)'),
    why,
    provenance: 'general_knowledge',
  };
}

function readingsOf(written: Citation): readonly CitationReading[] {
  const key = written.section + written.parts.join('');
  if (key in MOVED) return MOVED[key];
  const clause = written.parts.map((part) => `(${part})`).join('');
  if (written.section === '241') {
    const why =
      'Section 241 became 237 by the Act of September 30, 1996, in force April 1, 1997; the paragraph kept its number.';
    const since: CitationReading = {
      meaning: 'renumbered_1997',
      from: RENUMBERED_1991,
      to: null,
      ...today(clause),
      why,
      provenance: 'general_knowledge',
    };
    return [OLD_TEXT(null), since];
  }
  const { ina, usc } = written;
  const why = 'The number has not moved since.';
  const same: CitationReading = {
    meaning: 'unchanged',
    from: written.section === '237' ? SECTION_237 : RENUMBERED_1991,
    to: null,
    ina,
    usc,
    why,
    provenance: 'general_knowledge',
  };
  return written.section === '212' ? [OLD_TEXT(null), same] : [same];
}

function overlaps(reading: CitationReading, day: { first: string; last: string } | null): boolean {
  if (day === null) return true;
  return (
    (reading.from === null || reading.from <= day.last) && (reading.to === null || reading.to >= day.first)
  );
}

/**
 * Reads a citation by the date of the document it stands in, because numbers have moved: the pardon waiver was former
 * 241(b), then 241(a)(2)(A)(iv), then 237(a)(2)(A)(v), and is 237(a)(2)(A)(vi) since the Adam Walsh Act of 2006; (v) is
 * now a ground that no pardon waives. `documentOn` is 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'; null or a part that straddles
 * a change leaves every reading that is possible. A date that fits no reading leaves them all, undecided.
 * Authority: Suh, Balogun (old number, sourced); the acts and days of change are general knowledge.
 */
export function readCitationOn(
  text: string,
  documentOn: PartialDateText | null,
): Parsed<DatedCitation, CitationRefusal | 'not_a_date'> {
  const parsed = parseCitation(text);
  if (!parsed.ok) return parsed;
  const date = documentOn === null ? null : parsePartialDate(documentOn);
  if (date !== null && !date.ok) return { ok: false, code: 'not_a_date', reason: date.reason };
  const all = readingsOf(parsed.value);
  const day = date === null ? null : partialDateBounds(date.value);
  const fitting = all.filter((reading) => overlaps(reading, day));
  const readings = fitting.length === 0 ? all : fitting;
  const decided = fitting.length === 1 && (documentOn !== null || all.length === 1);
  return {
    ok: true,
    value: { written: parsed.value, readings, decided, question: questionOf(fitting, decided) },
  };
}

function questionOf(fitting: readonly CitationReading[], decided: boolean): string | null {
  if (decided) return null;
  return fitting.length === 0
    ? 'The paragraph did not exist on that date: is the date or the number mistaken?'
    : 'What is the exact date of the document that cites it?';
}

/** How the pardon waiver is cited in a document of a given date; several where the date leaves it open. */
export function waiverCitationsOn(documentOn: PartialDateText | null): readonly string[] {
  const date = documentOn === null ? null : partialDateBounds(documentOn);
  return Object.entries(MOVED).flatMap(([key, readings]) => {
    const hit = readings.some((reading) => reading.meaning === 'pardon_waiver' && overlaps(reading, date));
    const parsed = hit && key !== '241b' ? parseCitation(key) : null;
    return parsed?.ok ? [parsed.value.ina] : [];
  });
}
