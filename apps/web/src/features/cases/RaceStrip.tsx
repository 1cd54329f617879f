import { SimpleGrid, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBuildingBank,
  IconCalendarEvent,
  IconClockHour4,
  IconGavel,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../../app/session';
import type { CaseFile, Hearing } from '../../api/types';
import { useWords } from '../../i18n/words';
import { daysBetween, todayIn, useFormat } from '../../ui/format';
import { useClemency } from '../clemency/queries';
import { useClientCheckIns } from '../checkins/queries';
import { useClientDeadlines } from '../deadlines/queries';
import { useHearings } from '../removal/queries';
import { actOn, urgencyOf } from '../deadlines/urgency';
import { raceOf, type Race } from './race';
import { RaceAxis } from './RaceAxis';

/** Pardon against check-in against deadlines: what comes first, and how many days that is. */
export function RaceStrip({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const me = useMe();
  const clientId = file.client.id;
  const may = useMay();
  const deadlines = useClientDeadlines(clientId, may('deadline.read'));
  const checkIns = useClientCheckIns(clientId, may('checkin.read'));
  const hearings = useHearings(clientId, may('removal.read'));
  const clemency = useClemency(clientId, may('clemency.read'));
  const today = todayIn(me.organisation.timeZone);
  const race = raceOf(
    {
      deadlines: deadlines.data?.items ?? [],
      checkIns: checkIns.data?.items ?? [],
      hearings: hearings.data?.items ?? [],
      applications: clemency.data?.applications ?? [],
    },
    today,
  );
  if ([deadlines, checkIns, hearings, clemency].some((query) => query.isLoading)) {
    return <section className="v-panel v-race" style={{ minHeight: 168 }} aria-busy="true" />;
  }
  return (
    <section className="v-panel v-race" aria-label={t('race.title')}>
      <Verdict race={race} />
      <SimpleGrid cols={{ base: 1, xs: race.hearing ? 4 : 3 }} spacing={0} className="v-race-cells">
        <PardonCell race={race} today={today} />
        <CheckInCell race={race} today={today} />
        {race.hearing ? <HearingCell hearing={race.hearing} today={today} /> : null}
        <DeadlineCell race={race} today={today} />
      </SimpleGrid>
      {race.marks.length ? <RaceAxis race={race} today={today} /> : null}
    </section>
  );
}

function Verdict({ race }: { race: Race }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const first = {
    overdue: t('race.overdueFirst'),
    deadline: t('race.deadlineFirst'),
    hearing: t('race.hearingFirst'),
    checkIn: t('race.checkInFirst'),
    nothing: t('race.nothing'),
  }[race.first];
  const day = race.checkIn ? format.longDay(race.checkIn.date) : null;
  return (
    <Text size="sm" px="md" pt="sm">
      <strong>{first}</strong>{' '}
      {race.otherGrant
        ? `${t('race.otherGrant', { what: word('instrumentKind', race.otherGrant).toLowerCase() })} `
        : null}
      {day ? (race.granted ? t('race.afterGrant', { day }) : t('race.beforeGrant', { day })) : null}
    </Text>
  );
}

function Cell(props: {
  icon: ReactNode;
  label: string;
  big: ReactNode;
  unit?: string;
  tone?: string;
  children: ReactNode;
}) {
  return (
    <div className="v-race-cell">
      <div className="v-eyebrow">
        {props.icon} {props.label}
      </div>
      <div className="v-text" data-tone={props.tone}>
        <span
          className="v-big"
          data-word={typeof props.big === 'string' && props.big.length > 3 ? true : undefined}
        >
          {props.big}
        </span>{' '}
        {props.unit}
      </div>
      <Text size="xs" c="dimmed">
        {props.children}
      </Text>
    </div>
  );
}

const small = { size: 14, stroke: 1.8, style: { verticalAlign: -2 }, 'aria-hidden': true } as const;

function PardonCell({ race, today }: { race: Race; today: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const { application } = race;
  const label = application ? `${t('race.pardon')}, ${application.jurisdiction.name}` : t('race.pardon');
  if (!application) {
    return (
      <Cell icon={<IconGavel {...small} />} label={label} big="–">
        {t('race.noApplication')}
      </Cell>
    );
  }
  const since = application.stages.at(-1)?.on;
  const signed = application.grant?.signedOn;
  return (
    <Cell icon={<IconGavel {...small} />} label={label} big={word('clemencyStage', application.stage)}>
      {signed
        ? [word('instrumentKind', application.grant?.instrumentKind), format.longDay(signed)].join(', ')
        : since
          ? t('race.inStage', { count: Math.max(0, daysBetween(since, today)) })
          : null}
    </Cell>
  );
}

function CheckInCell({ race, today }: { race: Race; today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { checkIn } = race;
  if (!checkIn) {
    return (
      <Cell icon={<IconCalendarEvent {...small} />} label={t('race.checkIn')} big="–">
        {t('race.none')}
      </Cell>
    );
  }
  const days = daysBetween(today, checkIn.date);
  return (
    <Cell
      icon={<IconCalendarEvent {...small} />}
      label={t('race.checkIn')}
      big={days === 0 ? t('race.today') : days}
      unit={days === 0 ? '' : t('race.daysLeft', { count: days })}
      tone={urgencyOf(days)}
    >
      {format.longDay(checkIn.date)}, {format.time(checkIn.time)}{' '}
      {format.zone(checkIn.timeZone, checkIn.date)} · {checkIn.office?.city ?? checkIn.officeCode}
    </Cell>
  );
}

function HearingCell({ hearing, today }: { hearing: Hearing; today: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const days = daysBetween(today, hearing.date ?? today);
  return (
    <Cell
      icon={<IconBuildingBank {...small} />}
      label={t('race.hearing')}
      big={days === 0 ? t('race.today') : days}
      unit={days === 0 ? '' : t('race.daysLeft', { count: days })}
      tone={urgencyOf(days)}
    >
      {[
        word('hearingKind', hearing.kind),
        [format.longDay(hearing.date), format.time(hearing.time)].filter(Boolean).join(', '),
        hearing.court?.city,
      ]
        .filter(Boolean)
        .join(' · ')}
    </Cell>
  );
}

function DeadlineCell({ race, today }: { race: Race; today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = race.overdue ?? race.deadline;
  const on = shown ? actOn(shown) : null;
  if (!shown || !on) {
    return (
      <Cell icon={<IconClockHour4 {...small} />} label={t('race.deadline')} big="–">
        {t('race.noDeadline')}
      </Cell>
    );
  }
  const days = daysBetween(today, on);
  return (
    <Cell
      icon={days < 0 ? <IconAlertTriangle {...small} /> : <IconClockHour4 {...small} />}
      label={t('race.deadline')}
      big={days === 0 ? t('race.today') : Math.abs(days)}
      unit={
        days === 0
          ? ''
          : days < 0
            ? t('race.daysOver', { count: -days })
            : t('race.daysLeft', { count: days })
      }
      tone={urgencyOf(days)}
    >
      {shown.title} · {format.longDay(on)}
      {race.overdue && race.deadline ? ` · ${t('race.then')} ${format.nearDay(actOn(race.deadline))}` : ''}
    </Cell>
  );
}
