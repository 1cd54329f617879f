import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { optionsOf, type Field } from '../../ui/form/field';
import { RecordForm, type RecordFormProps } from '../../ui/form/RecordForm';
import { Answer, Empty } from '../../ui/states';
import { usePartners } from './queries';
import type { passingFields, sendingFields } from './values';

/** To whom somebody goes, with what they agreed should cross, and since when they agree. */
export interface CrossingValues {
  toOrganisationId: string;
  fields: string[];
  consentedOn: string;
}

export const nothingCrosses: CrossingValues = { toOrganisationId: '', fields: [], consentedOn: '' };

type Crossing = (typeof sendingFields)[number] | (typeof passingFields)[number];

type Props<V extends CrossingValues> = Pick<
  RecordFormProps<V>,
  'draftKey' | 'version' | 'initial' | 'send' | 'submitLabel'
> & {
  note: string;
  /** What of the person may cross. */
  crossing: readonly Crossing[];
  crossingLabel: string;
  agreedOnLabel: string;
  /** What the crossing itself asks for, before the day of the consent. */
  about?: Field<V>[];
  /** Whatever is asked after it. */
  then: Field<V>[];
  close: () => void;
};

/** Sends somebody to another organisation of the installation: only what they agreed to goes with them. */
export function CrossingForm<V extends CrossingValues>(props: Props<V>) {
  const { t } = useTranslation();
  const word = useWords();
  const partners = usePartners();
  const { note, crossing, crossingLabel, agreedOnLabel, about = [], then, close, ...form } = props;
  return (
    <Answer
      query={partners}
      isEmpty={(data) => data.items.length === 0}
      empty={<Empty>{t('intake.noPartners')}</Empty>}
    >
      {(data) => (
        <RecordForm<V>
          {...form}
          intro={<Text size="sm">{note}</Text>}
          fields={[
            {
              name: 'toOrganisationId',
              kind: 'select',
              required: true,
              label: t('intake.toOrganisation'),
              options: data.items.map((one) => ({ value: one.id, label: one.name })),
            },
            {
              name: 'fields',
              kind: 'multi',
              label: crossingLabel,
              options: optionsOf(crossing, (field) => word('crossingField', field)),
            },
            ...about,
            { name: 'consentedOn', kind: 'date', required: true, label: agreedOnLabel },
            ...then,
          ]}
          done={close}
          onCancel={close}
        />
      )}
    </Answer>
  );
}
