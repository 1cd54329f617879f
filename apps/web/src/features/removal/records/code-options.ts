import { removalFactCodes } from '../../../i18n/en/removal-facts';
import type { Option } from '../../../ui/form/field';

export type CodeFamily = keyof typeof removalFactCodes;

/** A closed list as a choice, in the order of its words. */
export function codeOptions(
  family: CodeFamily,
  word: (family: CodeFamily, value: string) => string,
): Option[] {
  return Object.keys(removalFactCodes[family]).map((value) => ({ value, label: word(family, value) }));
}
