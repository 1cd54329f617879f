import { Anchor, Button, Grid, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { MyDay } from '../../api/types';
import { useWords } from '../../i18n/words';
import { CutNote } from '../../ui/CutNote';
import { personName, todayIn, useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { Answer, Empty, Loading } from '../../ui/states';
import { CheckInLine } from '../checkins/CheckInLine';
import { ClientLink } from '../clients/ClientLink';
import { DetainedNotice } from '../custody/DetainedNotice';
import { DeadlineList } from '../deadlines/DeadlineList';
import { ReviewNotice } from '../deadlines/ReviewCount';
import { TaskEntry } from '../work/TaskEntry';
import { HearingLine } from '../removal/hearings/HearingLine';
import { HearingNotice } from '../removal/hearings/HearingNotice';
import { useMyDay } from './queries';

/** What this person has to look at today, the most urgent first. */
export function MyDayPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const day = useMyDay();
  const today = day.data?.today ?? todayIn(me.organisation.timeZone);
  return (
    <Screen title={t('myDay.title')} lead={t('myDay.lead', { day: format.longDay(today) })}>
      <Answer query={day} loading={<Loading lines={8} />}>
        {(data) => (
          <>
            <DetainedNotice />
            <ReviewNotice count={data.openLawReviews} />
            <HearingNotice changed={data.hearingsChanged} due={data.hearingsToLookUp} />
            <Day data={data} />
          </>
        )}
      </Answer>
    </Screen>
  );
}

/** The server counts past dates up to here. */
const MOST_PAST = 1000;

function Day({ data }: { data: MyDay }) {
  const { t } = useTranslation();
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="md">
          {data.overdue.length ? (
            <Panel
              flush
              title={
                <Group gap={6} component="span" c="var(--v-urgent)">
                  <IconAlertTriangle size={18} aria-hidden />
                  {t('myDay.overdue')} ({data.overdue.length}
                  {data.cut.includes('overdue') ? '+' : ''})
                </Group>
              }
            >
              <DeadlineList deadlines={data.overdue} today={data.today} withClient />
              <More data={data} list="overdue" />
            </Panel>
          ) : null}
          <Panel
            flush
            title={t('myDay.coming')}
            note={
              [
                data.overdue.length ? '' : t('myDay.overdueNone'),
                data.pastCount
                  ? t(data.pastCount < MOST_PAST ? 'myDay.past' : 'myDay.pastMany', { count: data.pastCount })
                  : '',
              ]
                .filter(Boolean)
                .join(' ') || undefined
            }
            actions={
              <Anchor component={Link} to="/deadlines" size="sm">
                {t('myDay.allDeadlines')}
              </Anchor>
            }
          >
            {data.coming.length ? (
              <DeadlineList deadlines={data.coming} today={data.today} withClient />
            ) : (
              <Empty>{t('myDay.comingNone')}</Empty>
            )}
            <More data={data} list="coming" />
          </Panel>
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack gap="md">
          <DueTasks data={data} />
          <Panel
            flush
            title={t('myDay.today')}
            actions={
              <Anchor component={Link} to="/check-ins" size="sm">
                {t('myDay.calendar')}
              </Anchor>
            }
          >
            {data.checkInsToday.length ? (
              <CheckIns items={data.checkInsToday} hideDistance />
            ) : (
              <Empty>{t('myDay.todayNone')}</Empty>
            )}
            <More data={data} list="checkInsToday" />
          </Panel>
          <Panel flush title={t('myDay.next')}>
            {data.nextCheckIns.length ? (
              <CheckIns items={data.nextCheckIns} />
            ) : (
              <Empty>{t('myDay.nextNone')}</Empty>
            )}
          </Panel>
          <Hearings data={data} />
          <Changes data={data} />
        </Stack>
      </Grid.Col>
    </Grid>
  );
}

/** The four lists of the day stop at fifty; the whole lists are one link away. */
const More = ({ data, list }: { data: MyDay; list: MyDay['cut'][number] }) => (
  <CutNote more={data.cut.includes(list)} shown={data[list].length} />
);

/** A part of the day that is a list of its own elsewhere; nothing while it is empty. */
function PartOf<T>(props: {
  title: string;
  to: string;
  link: string;
  items: T[];
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
  after?: ReactNode;
}) {
  if (props.items.length === 0) return null;
  return (
    <Panel
      flush
      title={props.title}
      actions={
        <Anchor component={Link} to={props.to} size="sm">
          {props.link}
        </Anchor>
      }
    >
      <ul className="v-rows">
        {props.items.map((item) => (
          <li key={props.keyOf(item)}>{props.children(item)}</li>
        ))}
      </ul>
      {props.after}
    </Panel>
  );
}

function DueTasks({ data }: { data: MyDay }) {
  const { t } = useTranslation();
  return (
    <PartOf
      title={t('myDay.tasks')}
      to="/tasks"
      link={t('myDay.allTasks')}
      items={data.tasks}
      keyOf={({ id }) => id}
      after={<More data={data} list="tasks" />}
    >
      {(task) => <TaskEntry task={task} today={data.today} withClient />}
    </PartOf>
  );
}

function Hearings({ data }: { data: MyDay }) {
  const { t } = useTranslation();
  return (
    <PartOf
      title={t('myDay.hearings')}
      to="/hearings"
      link={t('myDay.allHearings')}
      items={data.hearings}
      keyOf={({ proceedingId, on, time }) => proceedingId + on + time}
    >
      {(hearing) => <HearingLine hearing={hearing} today={data.today} />}
    </PartOf>
  );
}

function CheckIns(props: { items: MyDay['nextCheckIns']; hideDistance?: boolean }) {
  return (
    <ul className="v-rows">
      {props.items.map((checkIn) => (
        <li key={checkIn.id}>
          <CheckInLine checkIn={checkIn} hideDistance={props.hideDistance} />
        </li>
      ))}
    </ul>
  );
}

/** Changes shown before somebody asks for the rest. */
const FEW = 8;

function Changes({ data }: { data: MyDay }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const shown = all ? data.changes : data.changes.slice(0, FEW);
  return (
    <Panel flush title={t('myDay.changes')}>
      {data.changes.length ? (
        <ul className="v-rows">
          {shown.map((change) => (
            <li key={change.at + change.clientId + change.action}>
              <ClientLink clientId={change.clientId} caseId={change.caseId}>
                {change.name}
              </ClientLink>
              <Text size="xs" c="dimmed">
                {personName(change.by)} {word('action', change.action).toLowerCase()} ·{' '}
                {format.instant(change.at)}
              </Text>
            </li>
          ))}
          {shown.length < data.changes.length ? (
            <li>
              <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
                {t('myDay.changesAll', { count: data.changes.length })}
              </Button>
            </li>
          ) : null}
        </ul>
      ) : (
        <Empty>{t('myDay.changesNone')}</Empty>
      )}
    </Panel>
  );
}
