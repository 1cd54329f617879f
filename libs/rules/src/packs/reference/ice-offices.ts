import file from './ice-offices.json';
import { lazyIndex, lazyPack } from './table';

/** An ICE Enforcement and Removal Operations office where people report. */
export interface IceOffice {
  /** Our own code, 'ERO-<state>-<city>': ICE publishes none. Never reused. */
  code: string;
  name: string;
  kind: 'field_office' | 'sub_office';
  /** The field office it belongs to; null for a field office listed by itself. */
  fieldOffice: string | null;
  address: string;
  city: string;
  state: string;
  zip: string;
  /** IANA zone, worked out from the state. */
  timeZone: string;
}

const pack = lazyPack<IceOffice>(file, (cell) => ({
  code: cell('code'),
  name: cell('name'),
  kind: cell('kind') as IceOffice['kind'],
  fieldOffice: cell('fieldOffice') || null,
  address: cell('address'),
  city: cell('city'),
  state: cell('state'),
  zip: cell('zip'),
  timeZone: cell('timeZone'),
}));
const index = lazyIndex(pack, (office) => office.code);

/** Every ERO check-in office, with the date and source of the list. */
export const iceOffices = pack;

/** The ERO office of one of our codes such as 'ERO-NY-NEW-YORK-CITY'; undefined when unknown. */
export function iceOfficeByCode(code: string): IceOffice | undefined {
  return index(code.trim().toUpperCase());
}
