import { GroundView, JurisdictionView } from '@app/law';
import {
  countries,
  countryByCode,
  eoirCharges,
  eoirLanguages,
  eoirNationalities,
  facilities,
  GROUNDS,
  GROUNDS_AS_OF,
  GROUNDS_NOTE,
  iceOffices,
  immigrationCourts,
  languagesWithTag,
  pardonJurisdictions,
  type PackInfo,
} from '@app/rules';
import type {
  ReferenceCharges,
  ReferenceCountries,
  ReferenceCourts,
  ReferenceFacilities,
  ReferenceGrounds,
  ReferenceIceOffices,
  ReferenceJurisdictions,
  ReferenceLanguages,
  ReferenceNationalities,
} from './reference.view';

const info = ({ asOf, source, note }: PackInfo): PackInfo => ({ asOf, source, note });

export function courtList(): ReferenceCourts {
  const pack = immigrationCourts();
  return { ...info(pack), items: [...pack.items] };
}

export function iceOfficeList(): ReferenceIceOffices {
  const pack = iceOffices();
  return { ...info(pack), items: [...pack.items] };
}

export function facilityList(): ReferenceFacilities {
  const pack = facilities();
  return { ...info(pack), items: [...pack.items] };
}

export function chargeList(): ReferenceCharges {
  const pack = eoirCharges();
  return { ...info(pack), items: [...pack.items] };
}

export function countryList(): ReferenceCountries {
  const pack = countries();
  return { ...info(pack), items: pack.items.map(({ code, name }) => ({ code, name })) };
}

/** Nationalities of countries that exist; EOIR's codes of former countries have no ISO code to store. */
export function nationalityList(): ReferenceNationalities {
  const pack = eoirNationalities();
  const seen = new Set<string>();
  const items = pack.items.flatMap(({ code: eoirCode, country }) => {
    if (country === null || seen.has(country)) return [];
    seen.add(country);
    return [{ code: country, eoirCode, name: countryByCode(country)?.name ?? country }];
  });
  return { ...info(pack), items };
}

export function languageList(): ReferenceLanguages {
  return { ...info(eoirLanguages()), items: languagesWithTag() };
}

export function jurisdictionList(): ReferenceJurisdictions {
  const pack = pardonJurisdictions();
  return { ...info(pack), items: pack.items.map((record) => JurisdictionView.of(record)) };
}

export function groundList(): ReferenceGrounds {
  return {
    asOf: GROUNDS_AS_OF,
    source:
      'The authorities named with each ground, each with the page it was read on or marked general knowledge.',
    note: GROUNDS_NOTE,
    items: GROUNDS.map((ground) => GroundView.of(ground)),
  };
}
