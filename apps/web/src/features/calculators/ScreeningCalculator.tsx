import { Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { nameIn, useCountries } from '../../api/reference';
import { useWords } from '../../i18n/words';
import { Loading } from '../../ui/states';
import { CalculatorScreen } from './CalculatorScreen';
import { complete, type Texts } from './LiveFields';
import { faultsAt } from './problems';
import { useScreening } from './queries';
import { Refused } from './Refused';
import { isAsked, NOTHING_KNOWN, questionOf, type ScreeningQuestion } from './screening-facts';
import { ScreeningForm, shownFields, useScreeningGroups, type Group } from './ScreeningForm';
import { ScreeningResults } from './ScreeningResults';

/** What may concern a person on facts that nobody stores. Without any, the answer is what to ask. */
export function ScreeningCalculator() {
  const { t } = useTranslation();
  const [values, setValues] = useState(NOTHING_KNOWN);
  const groups = useScreeningGroups();
  const whole = complete(shownFields(groups, values), values);
  const body = JSON.stringify(questionOf(values));
  const [sent] = useDebouncedValue(body, 250);
  const asked = useScreening(JSON.parse(sent) as ScreeningQuestion, whole && sent === body);
  const problem = asked.error ? Problem.from(asked.error) : null;
  return (
    <CalculatorScreen
      title={t('screeningCalculator.title')}
      lead={t('screeningCalculator.lead')}
      onClear={() => setValues(NOTHING_KNOWN)}
      facts={
        <ScreeningForm groups={groups} values={values} faults={faultsAt(problem)} onChange={setValues} />
      }
      answer={
        problem ? (
          <Refused problem={problem} retry={() => void asked.refetch()} />
        ) : asked.data ? (
          <div className="law-answer" aria-busy={(whole && sent !== body) || asked.isFetching || undefined}>
            <GivenFacts groups={groups} values={values} />
            <ScreeningResults answer={asked.data} />
          </div>
        ) : (
          <Loading lines={10} />
        )
      }
    />
  );
}

/** On paper the fields are gone; what was entered stands above the answer. */
function GivenFacts({ groups, values }: { groups: Group[]; values: Texts }) {
  const { t } = useTranslation();
  const word = useWords();
  const countries = useCountries();
  const given = groups.flatMap(({ asked }) =>
    asked.flatMap((item) => {
      const name = typeof item === 'string' ? item : item.name;
      const value = values[name];
      if (!isAsked(name, values) || value === 'not_known' || String(value).trim() === '') return [];
      if (typeof item === 'string')
        return [{ label: t(`screeningCalculator.${item}`), text: word('flag', String(value)) }];
      const codes = Array.isArray(value) ? value.map(String) : [String(value)];
      return [{ label: item.label, text: codes.map((code) => nameIn(countries, code)).join(', ') }];
    }),
  );
  if (!given.length) return null;
  return (
    <div className="law-only-print">
      <Title order={3}>{t('screeningCalculator.given')}</Title>
      <ul style={{ margin: 0, paddingLeft: 20 }}>
        {given.map(({ label, text }) => (
          <li key={label}>
            {label}: {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
