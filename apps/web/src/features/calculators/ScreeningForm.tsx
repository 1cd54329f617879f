import { Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCountries } from '../../api/reference';
import type { Field } from '../../ui/form/field';
import { LiveFields, type Texts } from './LiveFields';
import { isAsked } from './screening-facts';
import { TruthField } from './TruthField';
import './screening.css';

type Name =
  | 'bornInCamp'
  | 'firstEnteredOn'
  | 'lastEnteredOn'
  | 'inUnitedStates'
  | 'continuousResidence'
  | 'residentRecord'
  | 'goodMoralCharacter'
  | 'criminallyInadmissible'
  | 'aggravatedFelony'
  | 'aggravatedFelonyOn'
  | 'pardonOn'
  | 'finalOrder'
  | 'releasedAfterOrder'
  | 'laterViolation'
  | 'noticeMailedOn'
  | 'spouseOfCitizen'
  | 'naturalisationFilingOn';

/** A question of the form: a field, or the name of what is true, not true or not known. */
type Asked = Field<Texts> | Name;
export interface Group {
  title: 'origin' | 'arrival' | 'crimes' | 'order' | 'naturalisation';
  asked: Asked[];
}

/** Everything a screening can be asked on, in the order of an interview. */
export function useScreeningGroups(): Group[] {
  const { t } = useTranslation();
  const countries = useCountries();
  const label = (name: Name): string => t(`screeningCalculator.${name}`);
  const part = (name: Name): Field<Texts> => ({ name, kind: 'partial', label: label(name) });
  const day = (name: Name): Field<Texts> => ({ name, kind: 'date', label: label(name) });
  return [
    {
      title: 'origin',
      asked: [
        {
          name: 'citizenships',
          kind: 'multi',
          label: t('screeningCalculator.citizenships'),
          options: countries,
        },
        {
          name: 'birthCountry',
          kind: 'select',
          label: t('screeningCalculator.birthCountry'),
          options: countries,
        },
        'bornInCamp',
      ],
    },
    {
      title: 'arrival',
      asked: [
        part('firstEnteredOn'),
        { ...part('lastEnteredOn'), hint: t('screeningCalculator.lastEnteredHint') },
        'inUnitedStates',
        'continuousResidence',
        'residentRecord',
        'goodMoralCharacter',
      ],
    },
    {
      title: 'crimes',
      asked: [part('pardonOn'), 'criminallyInadmissible', 'aggravatedFelony', part('aggravatedFelonyOn')],
    },
    {
      title: 'order',
      asked: ['finalOrder', 'releasedAfterOrder', 'laterViolation', day('noticeMailedOn')],
    },
    { title: 'naturalisation', asked: [day('naturalisationFilingOn'), 'spouseOfCitizen'] },
  ];
}

/** The fields that are on the screen now: what an answer rules out is not asked. */
export const shownFields = (groups: Group[], values: Texts): Field<Texts>[] =>
  groups.flatMap(({ asked }) =>
    asked.filter((item) => typeof item !== 'string').filter(({ name }) => isAsked(name, values)),
  );

/** The facts of one person whom nobody names. */
export function ScreeningForm(props: {
  groups: Group[];
  values: Texts;
  faults: Record<string, string>;
  onChange: (values: Texts) => void;
}) {
  const { t } = useTranslation();
  const { values } = props;
  const set = (name: string, value: string | boolean): void => props.onChange({ ...values, [name]: value });
  return (
    <div className="screen-facts">
      <Switch
        mb="md"
        label={t('screeningCalculator.includeBills')}
        description={t('screeningCalculator.includeBillsHint')}
        checked={values.includeBills === true}
        onChange={(event) => set('includeBills', event.currentTarget.checked)}
      />
      {props.groups.map(({ title, asked }) => (
        <fieldset key={title}>
          <legend>{t(`screeningCalculator.${title}`)}</legend>
          <Stack gap={8}>
            {asked.map((item) =>
              typeof item === 'string' ? (
                isAsked(item, values) ? (
                  <TruthField
                    key={item}
                    label={t(`screeningCalculator.${item}`)}
                    value={String(values[item])}
                    onChange={(value) => set(item, value)}
                  />
                ) : null
              ) : isAsked(item.name, values) ? (
                <LiveFields
                  key={item.name}
                  fields={[item]}
                  values={values}
                  faults={props.faults}
                  onChange={props.onChange}
                />
              ) : null,
            )}
          </Stack>
        </fieldset>
      ))}
    </div>
  );
}
