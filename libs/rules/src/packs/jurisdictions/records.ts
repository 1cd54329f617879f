import file from './jurisdictions.json';

export type DecisionModel =
  | 'governor_sole'
  | 'governor_advisory_board'
  | 'governor_mandatory_consult'
  | 'governor_requires_board_recommendation'
  | 'governor_with_consent'
  | 'board_including_governor'
  | 'independent_board'
  | 'president';

/**
 * How well a grant of this authority fits the words "the President or the Governor of any of the several States" in
 * INA 237(a)(2)(A)(vi). General knowledge for every jurisdiction unless `why` is sourced.
 */
export type FitRating =
  | 'likely'
  | 'likely_governor_in_majority'
  | 'arguable_governor_on_board'
  | 'likely_board_precedent'
  | 'likely_by_settlement'
  | 'arguable_board';

export type GrantFrequency = 'frequent_regular' | 'sparing_regular' | 'uneven' | 'rare' | 'not_rated';

/** A statement with what it rests on. No statement of this pack has been verified on a live page. */
export interface Stated<Text extends string = string> {
  text: Text;
  provenance: 'sourced' | 'general_knowledge';
}

/** One pardoning authority: a state, DC, Puerto Rico or the federal power ('FED'). */
export interface PardonJurisdiction {
  code: string;
  name: string;
  decisionModel: Stated<DecisionModel>;
  fit: Stated<FitRating>;
  grantFrequency: Stated<GrantFrequency>;
  whoDecides: Stated;
  body: Stated;
  waitingPeriod: Stated;
  application: Stated;
  hearing: Stated;
  cadence: Stated;
  immigrationExpedite: Stated;
  /** Why the fit rating is what it is. */
  why: Stated;
  watchFor: Stated;
  /** 'YYYY-MM' in which the governor is believed to change; null when no change is known. General knowledge. */
  executiveChange: string | null;
  sources: ReadonlyArray<{ key: string; address: string }>;
  /** Day on which somebody checked the record on the live pages; null: never. */
  lastVerified: string | null;
}

/** The texts of a record, by name. */
export type JurisdictionField = (typeof TEXT_FIELDS)[number];

const TEXT_FIELDS = [
  'whoDecides',
  'body',
  'waitingPeriod',
  'application',
  'hearing',
  'cadence',
  'immigrationExpedite',
  'why',
  'watchFor',
] as const;

type Row = (typeof file.rows)[number];

const sources: Record<string, string> = file.sources;
let pack: PardonJurisdictionPack | undefined;
let index: Map<string, PardonJurisdiction> | undefined;

export interface PardonJurisdictionPack {
  asOf: string;
  source: string;
  note: string;
  items: readonly PardonJurisdiction[];
}

/** The 53 pardoning authorities, each field marked sourced or general knowledge. */
export function pardonJurisdictions(): PardonJurisdictionPack {
  pack ??= { asOf: file.asOf, source: file.source, note: file.note, items: file.rows.map(read) };
  return pack;
}

/** The pardoning authority of a USPS code or 'FED'; undefined when unknown. */
export function pardonJurisdictionByCode(code: string): PardonJurisdiction | undefined {
  index ??= new Map(pardonJurisdictions().items.map((jurisdiction) => [jurisdiction.code, jurisdiction]));
  return index.get(code.trim().toUpperCase());
}

/** Sources of the pack by key; keys the pack does not list are left out. */
export function pardonSources(keys: readonly string[]): ReadonlyArray<{ key: string; address: string }> {
  return keys.filter((key) => key in sources).map((key) => ({ key, address: sources[key] }));
}

function read(row: Row): PardonJurisdiction {
  const stated = <Text extends string>(field: string, text: string): Stated<Text> => ({
    text: text as Text,
    provenance: row.sourced.includes(field) ? 'sourced' : 'general_knowledge',
  });
  const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, stated(field, row[field])]));
  return {
    code: row.code,
    name: row.name,
    // Who decides is what the model sums up, so the model is as well founded as that.
    decisionModel: stated('whoDecides', row.decisionModel),
    fit: stated('fit', row.fit),
    grantFrequency: stated('grantFrequency', row.grantFrequency),
    ...(texts as Record<(typeof TEXT_FIELDS)[number], Stated>),
    executiveChange: row.executiveChange,
    sources: pardonSources(row.sources),
    lastVerified: null,
  };
}
