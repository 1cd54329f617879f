import type { BodyOf } from '../../api/client';
import { convictionFlags } from '../../api/values';
import type { Texts } from './LiveFields';

type Body = BodyOf<'/law/pardon-effect', 'post'>;

/** A made-up case: rows as the fields hold them, each with an id by which the others refer to it. */
export interface MadeUpCase {
  proceeding: Texts;
  convictions: Texts[];
  pardons: Texts[];
  charges: Texts[];
}

let last = 0;
const nextId = (): string => `row-${(last += 1)}`;

export function newConviction(): Texts {
  return {
    ...{ id: nextId(), offence: '', statute: '', state: '', level: 'felony', offenceOn: '', sentencedOn: '' },
    ...{ sentence: '', maximumSentence: '' },
    ...Object.fromEntries(convictionFlags.map((flag) => [flag, 'not_known'])),
  };
}

export function newPardon(convictionIds: string[]): Texts {
  return {
    ...{ id: nextId(), jurisdiction: '', grantor: 'governor', instrumentKind: 'full_and_unconditional' },
    ...{ convictionIds, effectiveOn: '', individual: 'not_known', wording: '' },
    ...{ attorneyReading: '', conditionsMet: 'not_known' },
  };
}

export function newCharge(convictionIds: string[]): Texts {
  return { id: nextId(), ground: '', origin: 'charged', statusInOrder: 'sustained', convictionIds };
}

/** One conviction and one charge that rests on it: most questions begin so. */
export function newCase(): MadeUpCase {
  const conviction = newConviction();
  return {
    proceeding: { proceedingKind: 'removal', circuit: '', abroad: 'not_known' },
    convictions: [conviction],
    pardons: [],
    charges: [newCharge([String(conviction.id)])],
  };
}

const orNull = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() ? value.trim() : null;
const truth = (value: unknown): boolean | null => (value === 'yes' ? true : value === 'no' ? false : null);

/** A charge is chosen as 'ground:<id>' or as 'code:<EOIR code>'. */
function chargeOf(row: Texts) {
  const [by, ...rest] = String(row.ground).split(':');
  const chosen = rest.join(':');
  return {
    id: String(row.id),
    groundId: by === 'ground' ? chosen : null,
    code: by === 'code' ? chosen : null,
    origin: String(row.origin),
    statusInOrder: String(row.statusInOrder),
    convictionIds: row.convictionIds as string[],
  };
}

function convictionOf(row: Texts) {
  return {
    id: String(row.id),
    offence: orNull(row.offence),
    statute: orNull(row.statute),
    state: orNull(row.state),
    level: String(row.level),
    offenceOn: orNull(row.offenceOn),
    sentencedOn: orNull(row.sentencedOn),
    sentence: orNull(row.sentence),
    maximumSentence: orNull(row.maximumSentence),
    flags: Object.fromEntries(convictionFlags.map((flag) => [flag, String(row[flag])])),
  };
}

function pardonOf(row: Texts) {
  return {
    id: String(row.id),
    jurisdiction: String(row.jurisdiction),
    grantor: String(row.grantor),
    instrumentKind: String(row.instrumentKind),
    convictionIds: row.convictionIds as string[],
    effectiveOn: orNull(row.effectiveOn),
    individual: truth(row.individual),
    wording: orNull(row.wording),
    attorneyReading: orNull(row.attorneyReading),
    conditionsMet: orNull(row.conditionsMet),
  };
}

/** What is sent: rows that say nothing yet are left out, and nobody refers to a row that is gone. */
export function questionOf({ proceeding, convictions, pardons, charges }: MadeUpCase): Body {
  return {
    proceedingKind: String(proceeding.proceedingKind),
    circuit: orNull(proceeding.circuit),
    abroad: truth(proceeding.abroad),
    convictions: convictions.map(convictionOf),
    pardons: pardons.filter(({ jurisdiction }) => jurisdiction).map(pardonOf),
    charges: charges.filter(({ ground }) => ground).map(chargeOf),
  };
}

/** Without one row, also where others refer to it. */
export function without(rows: Texts[], id: unknown): Texts[] {
  return rows.map((row) => ({
    ...row,
    convictionIds: (row.convictionIds as string[]).filter((other) => other !== id),
  }));
}
