import { parseCitation, type Citation } from '../identifiers';
import {
  GROUNDS,
  groundById,
  groundOfCitation,
  readFormer241,
  type FormerGround,
  type PardonGround,
} from '../packs/grounds';
import { chargeByCode, type ChargeCode } from '../packs/reference';
import type { Charge } from './types';

/** What a charge is, once its code, citation and chosen ground have been read together. */
export type ChargeReading =
  /** One or more clauses of INA 237; several where an old paragraph covered them all. */
  | { kind: 'grounds'; grounds: PardonGround[]; former: FormerGround | null; formerNote: string | null }
  | { kind: 'inadmissibility'; ground: PardonGround | null }
  /** A paragraph that can be read and is on no list. */
  | { kind: 'unlisted'; former: FormerGround | null; formerNote: string | null }
  | { kind: 'not_known'; reasonCode: string; reason: string; question: string };

const UNREADABLE = notKnown(
  'charge_not_known',
  'The charge cannot be matched to a paragraph of the Act.',
  'Under which paragraph was the client charged, word for word from the charging document?',
);
const CONTRADICTORY = notKnown(
  'charge_contradictory',
  'The code, the citation and the ground recorded for this charge do not agree.',
  'Which paragraph does the charging document cite?',
);

/** Reads a charge. Where code, citation and ground disagree, nothing is concluded. */
export function readCharge(charge: Charge): ChargeReading {
  const chosen = charge.groundId ? groundById(charge.groundId) : undefined;
  if (charge.groundId && !chosen) return UNREADABLE;
  const coded = chargeByCode(charge.code) ?? null;
  const cite = readCitation(charge, coded);
  if (cite === 'contradictory') return CONTRADICTORY;
  if (cite === null) return coded ? { kind: 'unlisted', former: null, formerNote: null } : readChosen(chosen);
  return cite.former ? readFormer(cite, coded, chosen, charge.chargedOn ?? null) : readCurrent(cite, chosen);
}

/** The ground a report names: of the two moral-turpitude clauses an old paragraph covered, the one about several crimes. */
export function groundOf(reading: ChargeReading): PardonGround | null {
  if (reading.kind === 'inadmissibility') return reading.ground;
  if (reading.kind !== 'grounds') return null;
  return coversBothClauses(reading.grounds) ? reading.grounds[1] : reading.grounds[0];
}

/** Former 241(a)(4) was about one crime and about several. */
export function coversBothClauses(grounds: readonly PardonGround[]): boolean {
  return grounds.length > 1 && grounds.every(({ waived }) => waived === 'yes');
}

/** What code and citation say together; null when neither can be read as a paragraph of 212, 237 or former 241. */
function readCitation(charge: Charge, coded: ChargeCode | null): Citation | 'contradictory' | null {
  const byCode = cited(coded?.ina ?? charge.code);
  const byCitation = cited(charge.ina);
  if (coded && !byCode && byCitation) return 'contradictory';
  return byCode && byCitation && !agree(byCode, byCitation) ? 'contradictory' : deeper(byCode, byCitation);
}

function deeper(a: Citation | null, b: Citation | null): Citation | null {
  if (!a || !b) return a ?? b;
  return b.parts.length > a.parts.length ? b : a;
}

function cited(text: string): Citation | null {
  const parsed = parseCitation(text);
  return parsed.ok ? parsed.value : null;
}

/** Two citations agree when one is the other or a paragraph of it. */
function agree(a: Citation, b: Citation): boolean {
  const depth = Math.min(a.parts.length, b.parts.length);
  return a.section === b.section && a.parts.slice(0, depth).join('.') === b.parts.slice(0, depth).join('.');
}

function readChosen(chosen: PardonGround | undefined): ChargeReading {
  if (!chosen) return UNREADABLE;
  return chosen.id.startsWith('212')
    ? { kind: 'inadmissibility', ground: chosen }
    : { kind: 'grounds', grounds: [chosen], former: null, formerNote: null };
}

function readCurrent(citation: Citation, chosen: PardonGround | undefined): ChargeReading {
  const ground = groundOfCitation(citation.ina);
  if (chosen && chosen !== ground) return CONTRADICTORY;
  if (citation.section === '212') return { kind: 'inadmissibility', ground: ground ?? null };
  if (ground) return { kind: 'grounds', grounds: [ground], former: null, formerNote: null };
  // A paragraph that only introduces clauses does not say which clause was meant.
  const heading = citation.section + citation.parts.join('');
  return GROUNDS.some(({ id }) => id.startsWith(heading))
    ? UNREADABLE
    : { kind: 'unlisted', former: null, formerNote: null };
}

/**
 * A charge under former INA 241. Where the paragraph was used for different things, the day of the charging document or
 * the ground staff chose decides; else it is a question, unless every meaning it had was out of the waiver's reach.
 */
function readFormer(
  citation: Citation,
  coded: ChargeCode | null,
  chosen: PardonGround | undefined,
  chargedOn: string | null,
): ChargeReading {
  const { former, certain, waived, note } = readFormer241(citation, coded?.code ?? null, chargedOn);
  if (chosen) {
    const meant = former.find(({ presentIds }) => presentIds.includes(chosen.id));
    return meant ? { kind: 'grounds', grounds: [chosen], former: meant, formerNote: note } : CONTRADICTORY;
  }
  if (!certain && waived !== 'no') {
    return notKnown(
      'former_paragraph_unclear',
      `This paragraph of former INA 241 had more than one meaning. ${note}`,
      'Which year’s text does the charging document quote, and what does it allege?',
    );
  }
  return readMeaning(former.length === 1 ? former[0] : null, note);
}

function readMeaning(former: FormerGround | null, formerNote: string): ChargeReading {
  const grounds = (former?.presentIds ?? []).map(groundById).filter((ground) => ground !== undefined);
  return grounds.length > 0
    ? { kind: 'grounds', grounds, former, formerNote }
    : { kind: 'unlisted', former, formerNote };
}

function notKnown(reasonCode: string, reason: string, question: string): ChargeReading {
  return { kind: 'not_known', reasonCode, reason, question };
}
