import { Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { isDay, type Field } from '../../ui/form/field';
import { daysBetween, useFormat } from '../../ui/format';
import { Facts, Panel } from '../../ui/Panel';
import { Loading } from '../../ui/states';
import { ClosedDays } from '../law/ClosedDays';
import { useStates } from '../law/places';
import { useClosedDays } from '../law/queries';
import type { ClosedDay } from '../law/types';
import { CalculatorScreen, Waits } from './CalculatorScreen';
import { LiveFields, type Texts } from './LiveFields';
import { faultsAt } from './problems';
import { Refused } from './Refused';

const EMPTY: Texts = { from: '', to: '' };

/** How many days lie between two days, and which are closed. */
export function CalendarCalculator() {
  const { t } = useTranslation();
  const states = useStates();
  const [days, setDays] = useState(EMPTY);
  const [state, setState] = useState<string | null>(null);
  const body = JSON.stringify({ from: days.from, to: days.to, state });
  const [sent] = useDebouncedValue(body, 250);
  const question = JSON.parse(sent) as { from: string; to: string; state: string | null };
  const enough = isDay(String(days.from)) && isDay(String(days.to));
  const asked = useClosedDays(question, enough && sent === body);
  const problem = asked.error ? Problem.from(asked.error) : null;
  const fields: Field<Texts>[] = [
    { name: 'from', kind: 'date', label: t('calendarCalculator.from'), required: true },
    { name: 'to', kind: 'date', label: t('calendarCalculator.to'), required: true },
  ];
  return (
    <CalculatorScreen
      title={t('calculators.calendar')}
      lead={t('calendarCalculator.lead')}
      onClear={() => {
        setDays(EMPTY);
        setState(null);
      }}
      facts={
        <Stack gap="sm">
          <LiveFields fields={fields} values={days} faults={faultsAt(problem)} onChange={setDays} />
          <Select
            label={t('calendarCalculator.state')}
            placeholder={t('lawCalendar.federalOnly')}
            data={states}
            value={state}
            onChange={setState}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('common.remove') }}
          />
        </Stack>
      }
      answer={
        problem ? (
          <Refused problem={problem} retry={() => void asked.refetch()} />
        ) : !enough ? (
          <Waits>{t('calendarCalculator.enterFirst')}</Waits>
        ) : asked.data && sent === body ? (
          <Count from={question.from} to={question.to} days={asked.data.days} />
        ) : (
          <Loading lines={4} />
        )
      }
    />
  );
}

function Count({ from, to, days }: { from: string; to: string; days: ClosedDay[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const after = days.filter(({ on }) => on > from);
  const closing = new Set(after.filter(({ rolls }) => rolls).map(({ on }) => on));
  const weekends = after.filter(({ layer }) => layer === 'weekend').length;
  const named = days.filter(({ layer }) => layer !== 'weekend');
  const length = daysBetween(from, to);
  return (
    <Stack gap="md">
      <Panel>
        <div role="status">
          <Facts
            absent="0"
            items={[
              [t('calendarCalculator.calendarDays'), <Big key="all" text={format.number(length)} />],
              [
                t('calendarCalculator.openDays'),
                <Big key="open" text={format.number(length - closing.size)} />,
              ],
              [t('calendarCalculator.weekends'), <Big key="weekends" text={format.number(weekends)} />],
            ]}
          />
        </div>
        <Text size="xs" c="dimmed" mt="sm">
          {format.longDay(from)} – {format.longDay(to)}. {t('calendarCalculator.method')}
        </Text>
      </Panel>
      <Panel flush title={t('calendarCalculator.closed')}>
        {named.length ? (
          <ClosedDays days={named} />
        ) : (
          <Text size="sm" c="dimmed" p="md">
            {t('calendarCalculator.closedNone')}
          </Text>
        )}
      </Panel>
    </Stack>
  );
}

const Big = ({ text }: { text: string }) => <span className="v-big">{text}</span>;
