import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Hearing, Proceeding } from '../../../api/types';
import { lookUpResults, lookUpSources } from '../../../api/values';
import { useWords } from '../../../i18n/words';
import { optionsOf, orAbsent, type Field } from '../../../ui/form/field';
import { RecordForm } from '../../../ui/form/RecordForm';
import { useRecordLookUp } from '../queries';
import { dateBody, useDateFields, useProceedingOptions, type DateValues } from './hearing-fields';

interface LookUpValues extends DateValues {
  proceedingId: string;
  source: string;
  result: string;
  note: string;
}

/** The court mostly says what is recorded: then only a look is needed. */
function beginWith(proceedings: Proceeding[], hearing: Hearing | null): LookUpValues {
  return {
    proceedingId: hearing?.proceedingId ?? proceedings.at(-1)?.id ?? '',
    ...{ source: '', result: '', note: '' },
    kind: hearing?.kind ?? 'master',
    dateState: hearing?.dateState ?? 'known',
    date: hearing?.date ?? '',
    time: hearing?.time ?? '',
    courtCode: '',
  };
}

/** What a person learned from the court. */
export function LookUpForm(props: { proceedings: Proceeding[]; hearing: Hearing | null; close: () => void }) {
  const { proceedings, hearing, close } = props;
  const { t } = useTranslation();
  const word = useWords();
  const options = useProceedingOptions(proceedings);
  const found = (values: LookUpValues): boolean => values.result === 'found';
  const dates = useDateFields<LookUpValues>('found.').map((field) => {
    const { when } = field;
    return { ...field, when: (values: LookUpValues) => found(values) && (!when || when(values)) };
  });
  const record = useRecordLookUp();
  const which: Field<LookUpValues> = {
    name: 'proceedingId',
    kind: 'select',
    label: t('hearings.proceeding'),
    required: true,
    options,
  };
  return (
    <RecordForm<LookUpValues>
      draftKey={`look-up:${proceedings[0]?.id ?? ''}`}
      intro={
        <Text size="sm" c="dimmed">
          {t('hearings.lookUpIntro')}
        </Text>
      }
      fields={[
        ...(options.length > 1 ? [which] : []),
        {
          name: 'source',
          kind: 'select',
          label: t('hearings.source'),
          required: true,
          options: optionsOf(lookUpSources, (source) => word('lookUpSource', source)),
        },
        {
          name: 'result',
          kind: 'select',
          label: t('hearings.outcome'),
          required: true,
          options: optionsOf(lookUpResults, (result) => word('hearingLookUpResult', result)),
        },
        ...dates,
        { name: 'note', kind: 'textarea', label: t('hearings.note_field') },
      ]}
      initial={beginWith(proceedings, hearing)}
      send={(values, { key }) =>
        record.mutateAsync({
          path: { proceedingId: values.proceedingId },
          key,
          body: {
            source: values.source,
            result: values.result,
            ...(found(values)
              ? { found: { kind: values.kind, ...dateBody(values), courtCode: orAbsent(values.courtCode) } }
              : {}),
            note: orAbsent(values.note),
          },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
