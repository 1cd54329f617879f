import type { Citation } from '../../identifiers';
import { GROUNDS } from './grounds';

/** A paragraph of former INA 241 in today's numbering. General knowledge throughout. */
export interface FormerReading {
  /** Today's grounds it became; empty when it became none that the waiver could reach. */
  groundIds: readonly string[];
  /** False when the paragraph meant different things in different years, and the charging document must be read. */
  certain: boolean;
  note: string;
}

const ids = new Set(GROUNDS.map((ground) => ground.id));

/** Paragraphs whose number was used twice: before 1 June 1991 and, for something else, until 1 April 1997. */
const USED_TWICE: Record<string, FormerReading> = {
  a1: reading(
    ['237a1A'],
    false,
    'Before 1991 excludable at entry; from 1991 the heading of several status grounds.',
  ),
  a2: reading(
    [],
    false,
    'Before 1991 entry without inspection; from 1991 the heading of the criminal grounds.',
  ),
  a4A: reading(
    ['237a2Ai', '237a2Aii', '237a4'],
    false,
    'Before 1991 crimes involving moral turpitude; from 1991 national security.',
  ),
  a4B: reading(
    ['237a2Aiii', '237a4'],
    false,
    'Before 1991 aggravated felony; from 1991 terrorist activities.',
  ),
};

const BEFORE_1991: Record<string, FormerReading> = {
  a4: reading(
    ['237a2Ai', '237a2Aii'],
    true,
    'The paragraph of before 1991 for one or more crimes involving moral turpitude.',
  ),
  a11: reading(['237a2Bi'], true, 'The paragraph of before 1991 for controlled substances.'),
  a14: reading(['237a2C'], true, 'The paragraph of before 1991 for certain weapons.'),
};

/**
 * Reads a charge under former INA 241 (orders from before April 1997) in today's clauses.
 * The exact EOIR code decides '241a04B' (1991 numbering) from '241a4B' (which may be older); without it both stay open.
 */
export function readFormer241(citation: Citation, eoirCode: string | null): FormerReading {
  const key = citation.parts.join('');
  if (key in BEFORE_1991) return BEFORE_1991[key];
  const numbered1991 = eoirCode !== null && /^241a0\d/.test(eoirCode);
  if (key in USED_TWICE && !(numbered1991 && citation.parts.length > 2)) return USED_TWICE[key];
  for (let depth = citation.parts.length; depth > 1; depth -= 1) {
    const id = `237${citation.parts.slice(0, depth).join('')}`;
    if (ids.has(id)) return reading([id], true, 'Renumbered from 241 to 237 on 1 April 1997.');
  }
  return reading(
    [],
    true,
    'No clause of today’s section that a pardon could reach came out of this paragraph.',
  );
}

function reading(groundIds: string[], certain: boolean, note: string): FormerReading {
  return { groundIds, certain, note };
}
