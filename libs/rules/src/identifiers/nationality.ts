import {
  countryByCode,
  eoirNationalities,
  nationalityByEoirCode,
  type Nationality,
} from '../packs/reference/places';
import { isOverlong, plainText, refused, type Parsed } from './text';

export type NationalityRefusal = 'empty' | 'unknown_code';

/**
 * `country`: one country that exists; `older_name`: one country under a name it no longer has; `former_country`: a state
 * that ended; `area`: a region of several or of none; `none`: no nationality, not known, or not a country at all.
 */
export type NationalityKind = 'country' | 'older_name' | 'former_country' | 'area' | 'none';

/** An EOIR nationality code as an ISO country, with every doubt said. */
export interface NationalityReading {
  eoirCode: string;
  name: string;
  kind: NationalityKind;
  /** ISO 3166-1 alpha-2 when exactly one country is meant; otherwise null. */
  country: string | null;
  /** For a former country: the states that came out of it, when known. Citizenship of none follows by itself. */
  successors: readonly string[];
  /** Other EOIR codes for the same country. */
  otherCodes: readonly string[];
  /** What the same letters mean in ISO, when that is another country: the trap of this table. */
  isoTrap: { code: string; name: string } | null;
  warning: string | null;
}

/** Codes under a name that is past; names as EOIR's tables have them (released 2025-11-05). */
const OLDER_NAMES: Record<string, string> = {
  BS: 'Byelorussia',
  CB: 'Kampuchea',
  CG: 'Zaire',
  DM: 'People’s Republic of Benin',
  HL: 'Holland',
  SK: 'St. Kitts, West Indies',
  USA: 'United States (country table)',
  UV: 'Upper Volta',
};

const FORMER: Record<string, { name: string; successors: readonly string[] }> = {
  CZ: { name: 'Czechoslovakia', successors: ['CZ', 'SK'] },
  GC: { name: 'East Germany', successors: ['DE'] },
  NA: { name: 'Netherlands Antilles', successors: [] },
  NQ: { name: 'Trust Territory of the Pacific Islands', successors: ['FM', 'MH', 'PW', 'MP'] },
  UR: {
    name: 'Soviet Union',
    successors: 'AM AZ BY EE GE KZ KG LV LT MD RU TJ TM UA UZ'.split(' '),
  },
  YO: { name: 'Yugoslavia', successors: ['BA', 'HR', 'ME', 'MK', 'RS', 'SI'] },
  YS: { name: 'Serbia and Montenegro', successors: ['ME', 'RS'] },
};

const NO_NATIONALITY = new Set(['??', 'IU', 'ND', 'NN', 'SS', 'UN', 'XX']);

function kindOf(code: string, country: string | null): NationalityKind {
  if (code in FORMER) return 'former_country';
  if (NO_NATIONALITY.has(code)) return 'none';
  if (country === null) return 'area';
  return code in OLDER_NAMES ? 'older_name' : 'country';
}

const WARNING: Record<NationalityKind, string | null> = {
  country: null,
  older_name: 'The code carries a name the country no longer has; the record is probably old.',
  former_country: 'The country no longer exists: find out which citizenship the person has today, if any.',
  area: 'The code names no single country.',
  none: 'The record names no country.',
};

/**
 * The country an EOIR nationality code stands for. EOIR's codes look like ISO 3166-1 and are not: 'CH' is China, 'CI'
 * Chile, 'VM' Vietnam, 'CC' and 'CB' Cambodia. Table: EOIR case-data lookup tables of 2025-11-05.
 */
export function readEoirNationality(text: string): Parsed<NationalityReading, NationalityRefusal> {
  if (isOverlong(text)) return refused('unknown_code', 'EOIR has no such nationality code.');
  const plain = plainText(text).toUpperCase();
  if (plain === '') return refused('empty', 'Enter a nationality code.');
  const row = nationalityByEoirCode(plain);
  if (!row) return refused('unknown_code', 'EOIR has no such nationality code.');
  return { ok: true, value: reading(row) };
}

function reading({ code, name, country }: Nationality): NationalityReading {
  const kind = kindOf(code, country);
  const former = FORMER[code];
  const asIso = countryByCode(code);
  const trap = asIso !== undefined && asIso.code !== country;
  return {
    eoirCode: code,
    name: former?.name ?? OLDER_NAMES[code] ?? name,
    kind,
    country,
    successors: former ? former.successors : [],
    otherCodes: country === null ? [] : codesOf(country).filter((other) => other !== code),
    isoTrap: trap ? { code: asIso.code, name: asIso.name } : null,
    warning: WARNING[kind],
  };
}

const codesOf = (country: string): string[] =>
  eoirNationalities()
    .items.filter((row) => row.country === country)
    .map(({ code }) => code);

/** EOIR codes of one country. */
export interface EoirCodes {
  country: string;
  codes: readonly string[];
  /** The code of the country's present name; null when EOIR has several and none is plainly the present one. */
  present: string | null;
}

/** EOIR nationality codes for an ISO 3166-1 alpha-2 country: Cambodia is 'CC', and in old records 'CB'. */
export function eoirCodesOfCountry(iso: string): Parsed<EoirCodes, NationalityRefusal> {
  if (isOverlong(iso)) return refused('unknown_code', 'EOIR has no code for this country.');
  const plain = plainText(iso).toUpperCase();
  if (plain === '') return refused('empty', 'Enter a country code.');
  const codes = codesOf(plain);
  if (codes.length === 0) return refused('unknown_code', 'EOIR has no code for this country.');
  const present = codes.filter((code) => !(code in OLDER_NAMES));
  return { ok: true, value: { country: plain, codes, present: present.length === 1 ? present[0] : null } };
}
