import type { CheckIn } from '../../api/types';

/** The office's name, with its city when the name does not say it; its code when the list no longer has it. */
export function officeName({ office, officeCode }: Pick<CheckIn, 'office' | 'officeCode'>): string {
  if (!office) return officeCode;
  return office.name.includes(office.city) ? office.name : `${office.name}, ${office.city}`;
}
