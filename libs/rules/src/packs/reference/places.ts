import countriesFile from './countries.json';
import nationalitiesFile from './nationalities.json';
import statesFile from './states.json';
import { lazyIndex, lazyPack } from './table';

export interface Country {
  /** ISO 3166-1 alpha-2. */
  code: string;
  name: string;
  alpha3: string;
}

/** A nationality as EOIR codes it. The codes look like ISO codes and are not. */
export interface Nationality {
  /** EOIR code: 'CH' is China, 'ES' is El Salvador. */
  code: string;
  name: string;
  /** ISO 3166-1 alpha-2, or null for a former country, a territory or no nationality. */
  country: string | null;
}

export interface State {
  /** USPS code. */
  code: string;
  name: string;
  /** Federal circuit by 28 USC 41: '1' to '11' or 'DC'. */
  circuit: string;
  /** IANA zone of most of the state. */
  mainTimeZone: string;
  moreTimeZones: boolean;
}

const countryPack = lazyPack<Country>(countriesFile, (cell) => ({
  code: cell('code'),
  name: cell('name'),
  alpha3: cell('alpha3'),
}));
const nationalityPack = lazyPack<Nationality>(nationalitiesFile, (cell) => ({
  code: cell('code'),
  name: cell('name'),
  country: cell('country') || null,
}));
const statePack = lazyPack<State>(statesFile, (cell) => ({
  code: cell('code'),
  name: cell('name'),
  circuit: cell('circuit'),
  mainTimeZone: cell('mainTimeZone'),
  moreTimeZones: cell('moreTimeZones') === 'yes',
}));
const countryIndex = lazyIndex(countryPack, (country) => country.code);
const nationalityIndex = lazyIndex(nationalityPack, (nationality) => nationality.code);
const stateIndex = lazyIndex(statePack, (state) => state.code);

/** Every country by ISO 3166-1, with English names. */
export const countries = countryPack;

/** Every EOIR nationality code with the country it stands for. */
export const eoirNationalities = nationalityPack;

/** States and territories with their federal circuit. */
export const states = statePack;

/** The country of an ISO 3166-1 alpha-2 code; undefined when unknown. */
export function countryByCode(code: string): Country | undefined {
  return countryIndex(code.trim().toUpperCase());
}

/** The nationality of an EOIR code (never an ISO code); undefined when unknown. */
export function nationalityByEoirCode(code: string): Nationality | undefined {
  return nationalityIndex(code.trim().toUpperCase());
}

/** The state or territory of a USPS code; undefined when unknown. */
export function stateByCode(code: string): State | undefined {
  return stateIndex(code.trim().toUpperCase());
}
