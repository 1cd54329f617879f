import { Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { todayIn } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Loading } from '../../ui/states';
import { CalendarNotices } from './CalendarNotices';
import { ClosedDays } from './ClosedDays';
import { LawScreen } from './LawScreen';
import { useClosedDays } from './queries';
import { useStates } from './places';

const FIRST_YEAR = 1950;
const LAST_YEAR = 2100;

/** A year of closed days by layer, and the days that the office entered by hand. */
export function LawCalendarPage() {
  const { t } = useTranslation();
  return (
    <LawScreen title={t('law.calendar')} lead={t('lawCalendar.lead')}>
      <Stack gap="md">
        <Year />
        <CalendarNotices />
      </Stack>
    </LawScreen>
  );
}

function Year() {
  const { t } = useTranslation();
  const me = useMe();
  const states = useStates();
  const [year, setYear] = useState(Number(todayIn(me.organisation.timeZone).slice(0, 4)));
  const [state, setState] = useState<string | null>(null);
  const valid = Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
  const days = useClosedDays({ from: `${year}-01-01`, to: `${year}-12-31`, state }, valid);
  return (
    <Panel
      flush
      title={t('lawCalendar.days', { year })}
      note={t('lawCalendar.weekends')}
      actions={
        <Group gap="xs" align="flex-end">
          <NumberInput
            size="xs"
            w={100}
            label={t('lawCalendar.year')}
            min={FIRST_YEAR}
            max={LAST_YEAR}
            allowDecimal={false}
            clampBehavior="blur"
            value={year}
            onChange={(value) => setYear(Number(value))}
          />
          <Select
            size="xs"
            w={230}
            label={t('lawCalendar.state')}
            placeholder={t('lawCalendar.federalOnly')}
            data={states}
            value={state}
            onChange={setState}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('common.remove') }}
          />
        </Group>
      }
    >
      <Answer query={days} loading={<Loading lines={10} />}>
        {(answer) => (
          <>
            {state && !answer.stateKnown ? (
              <Text size="sm" px="md" py="xs">
                {t('lawCalendar.stateUnknown')}
              </Text>
            ) : null}
            <ClosedDays days={answer.days.filter((day) => day.layer !== 'weekend')} />
          </>
        )}
      </Answer>
    </Panel>
  );
}
