import {
  CLEMENCY_CHANGES,
  CLEMENCY_NEXT_REVIEW,
  CLEMENCY_PACK_VERSION,
  type ClemencyPackChange,
} from './change-log';
import { pardonJurisdictionByCode, pardonJurisdictions, pardonSources } from './records';
import { ALABAMA_TO_IOWA } from './practice-alabama-to-iowa';
import { KANSAS_TO_NORTH_DAKOTA } from './practice-kansas-to-north-dakota';
import { OHIO_TO_FEDERAL } from './practice-ohio-to-federal';
import type { Basis, ClemencyPractice, Provenance } from './practice-types';

const all = (): readonly ClemencyPractice[] => [
  ...ALABAMA_TO_IOWA,
  ...KANSAS_TO_NORTH_DAKOTA,
  ...OHIO_TO_FEDERAL,
];

let pack: readonly ClemencyPractice[] | undefined;
let index: Map<string, ClemencyPractice> | undefined;

/** What a structured fact rests on, with the pages where there are any. */
export interface Founded {
  readonly provenance: Provenance;
  readonly sources: ReadonlyArray<{ readonly key: string; readonly address: string }>;
}

/** The dated header of the pack: structured facts are read from the texts of the same day. */
export interface ClemencyPracticePack {
  readonly asOf: string;
  readonly source: string;
  readonly note: string;
  /** Changes whenever a record changes. */
  readonly version: string;
  /** From the day after this one the pack is shown as stale: boards, calendars and governors change. */
  readonly nextReview: string;
  /** Nobody has compared the pack with the live pages. */
  readonly lastVerified: null;
  readonly changes: readonly ClemencyPackChange[];
  readonly items: readonly ClemencyPractice[];
}

/**
 * The procedure of all 53 pardoning authorities as data: waits, cut-offs, clocks, service, expedite, second bodies,
 * effect on records. Every fact names the text or page it is read from (`foundation` resolves it). 8 USC
 * 1227(a)(2)(A)(vi) needs a grant by the President or a governor; how one is asked for is each authority's own rule.
 */
export function clemencyPractices(): ClemencyPracticePack {
  pack ??= all();
  const { asOf, source, note } = pardonJurisdictions();
  return {
    asOf,
    source,
    note,
    version: CLEMENCY_PACK_VERSION,
    nextReview: CLEMENCY_NEXT_REVIEW,
    lastVerified: null,
    changes: CLEMENCY_CHANGES,
    items: pack,
  };
}

/** The procedure of a USPS code or 'FED'; undefined when unknown. */
export function clemencyPractice(code: string): ClemencyPractice | undefined {
  index ??= new Map(clemencyPractices().items.map((item) => [item.code, item]));
  return index.get(code.trim().toUpperCase());
}

/**
 * Provenance of a structured fact of a jurisdiction. A fact read from a text field is sourced exactly when that field
 * is; a fact with pages of its own is sourced by them; everything else is general knowledge.
 */
export function foundation(code: string, basis: Basis): Founded {
  if (basis === 'general_knowledge') return { provenance: 'general_knowledge', sources: [] };
  if (typeof basis !== 'string') return { provenance: 'sourced', sources: pardonSources(basis.keys) };
  const record = pardonJurisdictionByCode(code);
  const provenance = record?.[basis].provenance ?? 'general_knowledge';
  return { provenance, sources: provenance === 'sourced' ? (record?.sources ?? []) : [] };
}

/** A structured fact with its provenance in place of the name of what it rests on. */
export type FoundedFact<Fact extends { readonly basis: Basis }> = Omit<Fact, 'basis'> & Founded;

/** The procedure of one authority for a screen or a contract: every fact with its own provenance and pages. */
export interface FoundedPractice {
  readonly code: string;
  readonly asOf: string;
  readonly wait: FoundedFact<ClemencyPractice['wait']>;
  readonly cutoffs: ReadonlyArray<FoundedFact<ClemencyPractice['cutoffs'][number]>>;
  readonly clocks: ReadonlyArray<FoundedFact<ClemencyPractice['clocks'][number]>>;
  readonly reapply: ReadonlyArray<FoundedFact<ClemencyPractice['reapply'][number]>>;
  readonly service: ReadonlyArray<FoundedFact<ClemencyPractice['service'][number]>>;
  readonly expedite: FoundedFact<ClemencyPractice['expedite']>;
  readonly second: FoundedFact<NonNullable<ClemencyPractice['second']>> | null;
  readonly records: FoundedFact<ClemencyPractice['records']>;
  readonly sessions: FoundedFact<NonNullable<ClemencyPractice['sessions']>> | null;
  readonly tenure: FoundedFact<NonNullable<ClemencyPractice['tenure']>> | null;
  readonly particulars: ReadonlyArray<FoundedFact<ClemencyPractice['particulars'][number]>>;
}

/** `clemencyPractice` with the provenance of every fact resolved; undefined for an unknown code. */
export function foundedPractice(code: string): FoundedPractice | undefined {
  const found = clemencyPractice(code);
  if (!found) return undefined;
  const founded = <Fact extends { readonly basis: Basis }>({ basis, ...fact }: Fact): FoundedFact<Fact> => ({
    ...fact,
    ...foundation(found.code, basis),
  });
  const { second, sessions, tenure } = found;
  return {
    code: found.code,
    asOf: pardonJurisdictions().asOf,
    wait: founded(found.wait),
    cutoffs: found.cutoffs.map(founded),
    clocks: found.clocks.map(founded),
    reapply: found.reapply.map(founded),
    service: found.service.map(founded),
    expedite: founded(found.expedite),
    second: second ? founded(second) : null,
    records: founded(found.records),
    sessions: sessions ? founded(sessions) : null,
    tenure: tenure ? founded(tenure) : null,
    particulars: found.particulars.map(founded),
  };
}
