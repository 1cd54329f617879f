import { useMemo } from 'react';
import { useGet } from './client';
import type { ChargeCode, Court, Facility, IceOffice } from './types';
import type { Option } from '../ui/form/field';

/** Shipped lists change with a release, not while someone works. */
const still = { staleTime: 60 * 60_000 };
const sorted = (options: Option[]): Option[] => options.sort((a, b) => a.label.localeCompare(b.label));

interface Coded {
  code: string;
}
type Label<T> = (item: T) => string;
function useOptions<T extends Coded>(items: T[] | undefined, label: Label<T>): Option[] {
  return useMemo(
    () => sorted((items ?? []).map((item) => ({ value: item.code, label: label(item) }))),
    [items, label],
  );
}
const byName: Label<Coded & { name: string }> = (item) => item.name;
const byPlace: Label<Court | Facility | IceOffice> = (item) =>
  [item.name, ...[item.city, item.state].filter((part) => part && !item.name.includes(part))].join(', ');
const byGround: Label<ChargeCode> = (item) =>
  [item.code, item.ina, item.description].filter(Boolean).join(' · ');

export const useCourts = () => useOptions(useGet('/reference/courts', {}, still).data?.items, byPlace);
export const useOffices = () => useOptions(useGet('/reference/ice-offices', {}, still).data?.items, byPlace);
export const useFacilities = () =>
  useOptions(useGet('/reference/facilities', {}, still).data?.items, byPlace);
export const useCharges = () => useOptions(useGet('/reference/charges', {}, still).data?.items, byGround);
export const useCountries = () => useOptions(useGet('/reference/countries', {}, still).data?.items, byName);
export const useNationalities = () =>
  useOptions(useGet('/reference/nationalities', {}, still).data?.items, byName);
export const useLanguages = () => useOptions(useGet('/reference/languages', {}, still).data?.items, byName);
export const useJurisdictions = () =>
  useOptions(useGet('/reference/jurisdictions', {}, still).data?.items, byName);

/** Names a code of a list; the code itself until the list is here. */
export function nameIn(options: Option[], code: string | null | undefined): string {
  return options.find((option) => option.value === code)?.label ?? code ?? '';
}
