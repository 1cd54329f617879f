import { Group, Switch, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { FormButton } from '../../ui/form/FormButton';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { NoticeForm } from './NoticeForm';
import { nameIn, useForums, useStates } from './places';
import { useNotices, useWithdrawNotice } from './queries';
import { Source } from './SourceLinks';
import type { Notice } from './types';

/** Closed days that no statute tells: entered here, and withdrawn, never deleted. */
export function CalendarNotices() {
  const { t } = useTranslation();
  const may = useMay();
  const [withdrawn, setWithdrawn] = useState(false);
  const notices = useNotices(withdrawn);
  return (
    <Panel
      flush
      title={t('lawCalendar.notices')}
      note={t('lawCalendar.noticesLead')}
      actions={
        <>
          <Switch
            size="xs"
            label={t('lawCalendar.showWithdrawn')}
            checked={withdrawn}
            onChange={(event) => setWithdrawn(event.currentTarget.checked)}
          />
          {may('law.calendar') ? (
            <FormButton label={t('lawCalendar.add')} icon={<IconPlus size={14} aria-hidden />}>
              {(close) => <NoticeForm close={close} />}
            </FormButton>
          ) : null}
        </>
      }
    >
      <Answer
        query={notices}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('lawCalendar.noNotices')}</Empty>}
      >
        {(data) => (
          <ul className="v-rows">
            {data.items.map((notice) => (
              <li key={notice.id}>
                <Line notice={notice} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

function Line({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const forums = useForums();
  const states = useStates();
  const withdraw = useWithdrawNotice();
  const where =
    notice.layer === 'forum_notice'
      ? nameIn(forums, notice.forum) || t('lawCalendar.everyForum')
      : nameIn(states, notice.state);
  return (
    <Group justify="space-between" align="flex-start" gap="xs">
      <div style={{ flex: '1 1 260px', minWidth: 0 }}>
        <Text size="sm" fw={600} td={notice.withdrawn ? 'line-through' : undefined}>
          <span className="v-num">{format.longDay(notice.on)}</span> · {notice.name}
        </Text>
        <Text size="xs" c="dimmed">
          {[word('calendarLayer', notice.layer), where].filter(Boolean).join(' · ')}
        </Text>
        {notice.sourceLink ? (
          <Text size="xs">
            <Source text={notice.sourceLink} />
          </Text>
        ) : null}
        <Text size="xs" c="dimmed">
          {t('lawCalendar.entered', { name: notice.by.name, when: format.instant(notice.createdAt) })}
          {notice.withdrawn
            ? `. ${t('lawRule.withdrawn', { name: notice.withdrawn.by.name, when: format.instant(notice.withdrawn.at) })}`
            : ''}
        </Text>
      </div>
      {notice.can.withdraw ? (
        <ConfirmButton
          label={t('lawRule.withdraw')}
          confirm={t('lawRule.withdraw')}
          question={t('lawCalendar.withdrawAsk', { name: notice.name })}
          danger
          act={() =>
            withdraw.mutateAsync({
              path: { noticeId: notice.id },
              version: notice.version,
              key: crypto.randomUUID(),
            })
          }
        />
      ) : null}
    </Group>
  );
}
