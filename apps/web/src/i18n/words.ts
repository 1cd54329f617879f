import { useTranslation } from 'react-i18next';
import type { Words } from './en';

type Family = keyof Words['enums'];

/** The words for the contract's closed lists. A value this version does not know is still readable. */
export function useWords() {
  const { t, i18n } = useTranslation();
  return (family: Family, value: string | null | undefined): string => {
    if (!value) return '';
    const key = `enums.${family}.${value}`;
    if (i18n.exists(key)) return t(key as 'enums.flag.yes');
    const plain = value.replace(/[._-]+/g, ' ');
    return plain.charAt(0).toUpperCase() + plain.slice(1);
  };
}
