import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { useOffices } from '../../api/reference';
import { addDays, mondayOf, todayIn, useFormat } from '../../ui/format';
import { isDay } from '../../ui/form/field';
import { Screen } from '../../ui/Screen';
import { Answer, Loading } from '../../ui/states';
import { DayView } from './DayView';
import { useCalendar } from './queries';
import { WeekView } from './WeekView';

/** Who reports to ICE: a day or a week of the whole office. */
export function CalendarPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/check-ins' });
  const offices = useOffices();
  const today = todayIn(me.organisation.timeZone);
  const view = search.view === 'day' ? 'day' : 'week';
  const on = search.on && isDay(search.on) ? search.on : today;
  const from = view === 'week' ? mondayOf(on) : on;
  const to = view === 'week' ? addDays(from, 6) : on;
  const calendar = useCalendar(from, to, search.officeCode);
  const go = (next: Partial<typeof search>): void =>
    void navigate({ to: '/check-ins', search: { ...search, ...next }, replace: true });
  const step = view === 'week' ? 7 : 1;
  return (
    <Screen title={t('checkins.title')} lead={t('checkins.calendarLead')}>
      <Group gap="xs" align="center">
        <SegmentedControl
          size="xs"
          aria-label={t('checkins.viewLabel')}
          value={view}
          onChange={(next) => go({ view: next === 'week' ? undefined : next })}
          data={[
            { value: 'week', label: t('checkins.week') },
            { value: 'day', label: t('checkins.day') },
          ]}
        />
        <Button.Group>
          <Button
            size="xs"
            variant="default"
            aria-label={t('checkins.previous')}
            onClick={() => go({ on: addDays(on, -step) })}
          >
            <IconChevronLeft size={15} aria-hidden />
          </Button>
          <Button size="xs" variant="default" onClick={() => go({ on: undefined })}>
            {t('checkins.today')}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={t('checkins.nextRange')}
            onClick={() => go({ on: addDays(on, step) })}
          >
            <IconChevronRight size={15} aria-hidden />
          </Button>
        </Button.Group>
        <DateInput
          size="xs"
          w={130}
          aria-label={t('checkins.date')}
          value={on}
          valueFormat="YYYY-MM-DD"
          onChange={(day) => go({ on: day ?? undefined })}
        />
        <Select
          size="xs"
          w={260}
          aria-label={t('checkins.office')}
          placeholder={t('checkins.allOffices')}
          data={offices}
          value={search.officeCode ?? null}
          onChange={(code) => go({ officeCode: code ?? undefined })}
          searchable
          clearable
          limit={80}
        />
        <Text fw={600} className="v-num" aria-live="polite">
          {view === 'week' ? `${format.longDay(from)} – ${format.longDay(to)}` : format.longDay(on)}
        </Text>
      </Group>
      <Answer query={calendar} loading={<Loading lines={8} />}>
        {(data) =>
          view === 'week' ? (
            <WeekView
              from={from}
              today={today}
              checkIns={data.items}
              onDay={(day) => go({ view: 'day', on: day })}
            />
          ) : (
            <DayView checkIns={data.items} />
          )
        }
      </Answer>
    </Screen>
  );
}
