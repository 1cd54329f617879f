import type { CheckIn } from '../../api/types';

/** The office's name and city; its code when the shipped list no longer has it. */
export function officeName({ office, officeCode }: Pick<CheckIn, 'office' | 'officeCode'>): string {
  return office ? `${office.name}, ${office.city}` : officeCode;
}
