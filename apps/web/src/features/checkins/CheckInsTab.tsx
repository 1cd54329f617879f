import { Group, Stack, Text } from '@mantine/core';
import { IconArrowsExchange, IconClipboardCheck, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types';
import type { CheckIn, CheckInHistory } from '../../api/types';
import { useWords } from '../../i18n/words';
import { Countdown } from '../../ui/Countdown';
import { FormButton } from '../../ui/form/FormButton';
import { todayIn, useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { urgencyOf } from '../deadlines/urgency';
import { Companions } from './Companions';
import { CancelForm, MoveForm, OutcomeForm, ScheduleForm } from './CheckInForms';
import { officeName } from './office';
import { OutcomeTag } from './OutcomeTag';
import { useClientCheckIns } from './queries';

/** The client's series: what is ahead, what was. */
export function CheckInsTab({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const checkIns = useClientCheckIns(file.client.id);
  const schedule = checkIns.data?.can.schedule ? (
    <FormButton label={t('checkins.schedule')} icon={<IconPlus size={14} aria-hidden />}>
      {(close) => <ScheduleForm clientId={file.client.id} close={close} />}
    </FormButton>
  ) : null;
  return (
    <Answer
      query={checkIns}
      isEmpty={(data) => data.items.length === 0}
      empty={
        <Panel flush title={t('checkins.title')} actions={schedule}>
          <Empty>{t('checkins.empty')}</Empty>
        </Panel>
      }
    >
      {(data) => {
        const ahead = data.items.filter((c) => c.status === 'scheduled');
        const past = data.items.filter((c) => c.status !== 'scheduled');
        return (
          <Stack gap="md">
            <Panel flush title={t('checkins.upcoming')} actions={schedule}>
              {ahead.length ? (
                <Series items={[...ahead].reverse()} />
              ) : (
                <Empty>{t('checkins.upcomingEmpty')}</Empty>
              )}
            </Panel>
            {past.length ? (
              <Panel flush title={t('checkins.past')}>
                <Series items={past} />
              </Panel>
            ) : null}
          </Stack>
        );
      }}
    </Answer>
  );
}

function Series({ items }: { items: CheckInHistory[] }) {
  return (
    <ul className="v-rows">
      {items.map((checkIn) => (
        <li key={checkIn.id}>
          <One checkIn={checkIn} />
        </li>
      ))}
    </ul>
  );
}

function One({ checkIn }: { checkIn: CheckInHistory }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ flex: '1 1 240px', minWidth: 0 }}>
        <Text size="sm" fw={600} className="v-num">
          {format.longDay(checkIn.date)}, {format.time(checkIn.time)}{' '}
          <Text span size="xs" c="dimmed">
            {format.zone(checkIn.timeZone, checkIn.date)}
          </Text>
        </Text>
        <Text size="xs" c="dimmed">
          {[officeName(checkIn), checkIn.office?.address].filter(Boolean).join(', ')} ·{' '}
          {word('checkInMethod', checkIn.method)}
          {checkIn.movedFrom ? ` · ${t('checkins.replaces')}` : ''}
        </Text>
        {[checkIn.note, checkIn.outcomeNote, checkIn.reason].filter(Boolean).map((text) => (
          <Text size="sm" mt={2} maw={620} key={text}>
            {text}
          </Text>
        ))}
        <Companions checkIn={checkIn} />
        {checkIn.clockChange ? (
          <Text size="xs" c="var(--v-soon)">
            {t(`checkins.clock_${checkIn.clockChange}`)}
          </Text>
        ) : null}
      </div>
      <Group gap="xs">
        {checkIn.outcome ? (
          <OutcomeTag outcome={checkIn.outcome} />
        ) : checkIn.status === 'scheduled' ? (
          <Countdown on={checkIn.date} today={todayIn(checkIn.timeZone)} tone={urgencyOf} overdue={false} />
        ) : (
          <Tag>{word('checkInStatus', checkIn.status)}</Tag>
        )}
        <CheckInActions checkIn={checkIn} />
      </Group>
    </Group>
  );
}

/** What this person may do with a check-in in its state. */
export function CheckInActions({ checkIn }: { checkIn: CheckIn }) {
  const { t } = useTranslation();
  return (
    <>
      {checkIn.can.recordOutcome ? (
        <FormButton
          label={t('checkins.outcome')}
          title={t('checkins.outcomeTitle')}
          icon={<IconClipboardCheck size={14} aria-hidden />}
        >
          {(close) => <OutcomeForm checkIn={checkIn} close={close} />}
        </FormButton>
      ) : null}
      {checkIn.can.move ? (
        <FormButton
          label={t('checkins.move')}
          title={t('checkins.moveTitle')}
          icon={<IconArrowsExchange size={14} aria-hidden />}
        >
          {(close) => <MoveForm checkIn={checkIn} close={close} />}
        </FormButton>
      ) : null}
      {checkIn.can.cancel ? (
        <FormButton
          label={t('checkins.cancel')}
          title={t('checkins.cancelTitle')}
          icon={<IconX size={14} aria-hidden />}
          variant="subtle"
        >
          {(close) => <CancelForm checkIn={checkIn} close={close} />}
        </FormButton>
      ) : null}
    </>
  );
}
