import file from './facilities.json';
import { lazyIndex, lazyPack } from './table';

export const FACILITY_KINDS = [
  'detention_centre',
  'jail',
  'hold_room',
  'staging',
  'federal_prison',
  'state_prison',
  'family_centre',
  'juvenile',
  'military_base',
  'other',
] as const;

/** A place in which ICE holds people. */
export interface Facility {
  /** ICE's own code where one is known, else ours beginning with FAC. Never reused. */
  code: string;
  name: string;
  kind: (typeof FACILITY_KINDS)[number];
  address: string | null;
  city: string | null;
  /** USPS code; null where no list says it. */
  state: string | null;
  zip: string | null;
  county: string | null;
  /** The ERO field office that has the people in it. */
  fieldOffice: string | null;
  /** IANA zone, worked out from the state. */
  timeZone: string | null;
  /** `listed`: in ICE's statistics of 2026. `population`: people were held there since June 2025. */
  listing: 'listed' | 'population';
}

const pack = lazyPack<Facility>(file, (cell) => ({
  code: cell('code'),
  name: cell('name'),
  kind: cell('kind') as Facility['kind'],
  address: cell('address') || null,
  city: cell('city') || null,
  state: cell('state') || null,
  zip: cell('zip') || null,
  county: cell('county') || null,
  fieldOffice: cell('fieldOffice') || null,
  timeZone: cell('timeZone') || null,
  listing: cell('listing') as Facility['listing'],
}));
const index = lazyIndex(pack, (facility) => facility.code);

/** Every place of detention on the lists, with the date and source. */
export const facilities = pack;

/** The place of one of the codes such as 'ADLNTCA'; undefined when unknown. */
export function facilityByCode(code: string): Facility | undefined {
  return index(code.trim().toUpperCase());
}
