import { useTranslation } from 'react-i18next';
import type { Words } from '../../../i18n/en';
import { useWords } from '../../../i18n/words';
import type { Field, Option } from '../../../ui/form/field';
import { codeOptions, type CodeFamily } from './code-options';

type Label = keyof Words['records'];
type TextField = Field<Record<string, string>>;

/** Short ways to say which fields a form has. */
export function useFieldMakers() {
  const { t } = useTranslation();
  const word = useWords();
  const label = (name: Label): string => t(`records.${name}`);
  return {
    choice: (name: string, text: Label, family: CodeFamily): TextField => ({
      ...{ name, kind: 'select', label: label(text), required: true, half: true },
      options: codeOptions(family, word),
    }),
    options: (name: string, text: Label, options: Option[], required = false): TextField => ({
      ...{ name, kind: 'select', label: label(text), options, required },
    }),
    partial: (name: string, text: Label): TextField => ({
      ...{ name, kind: 'partial', label: label(text), half: true },
    }),
    day: (name: string, text: Label, required = false): TextField => ({
      ...{ name, kind: 'date', label: label(text), half: true, required },
    }),
    text: (name: string, text: Label): TextField => ({ name, kind: 'text', label: label(text) }),
    long: (name: string, text: Label): TextField => ({ name, kind: 'textarea', label: label(text) }),
  };
}
