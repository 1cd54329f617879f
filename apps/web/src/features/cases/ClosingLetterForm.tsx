import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types';
import { useWords } from '../../i18n/words';
import { optionsOf } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { useGenerate } from '../filings/queries';
import { letterLanguages, type LetterLanguage } from './closing-values';

/** Prints the letter that tells the client how the case ended, as a draft among the documents. */
export function ClosingLetterForm({ file, close }: { file: CaseFile; close: () => void }) {
  const { t, i18n } = useTranslation();
  const word = useWords();
  const generate = useGenerate();
  return (
    <RecordForm
      draftKey={`closing-letter:${file.id}`}
      intro={
        <Text size="sm" c="dimmed">
          {t('closing.letterLead')}
        </Text>
      }
      fields={[
        {
          name: 'language',
          kind: 'select',
          label: t('closing.letterLanguage'),
          required: true,
          options: optionsOf(letterLanguages, (one) => word('letterLanguage', one)),
        },
      ]}
      initial={{ language: (i18n.language.startsWith('es') ? 'es' : 'en') as LetterLanguage }}
      submitLabel={t('filings.make')}
      saved={t('filings.made')}
      send={({ language }, { key }) =>
        generate.mutateAsync({
          path: { clientId: file.client.id },
          key,
          body: { kind: 'closing_letter', acceptBlanks: true, options: { caseId: file.id, language } },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
