import { Group, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../../app/session';
import type { CaseFile, TimeEntry } from '../../api/types';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { FormButton } from '../../ui/form/FormButton';
import { personName, todayIn, useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { ClientLink } from '../clients/ClientLink';
import { TimeForm } from './TimeForm';
import { Timer } from './Timer';
import { useCaseTime, useWithdrawTime } from './queries';

/** Minutes as hours and minutes. */
export const asHours = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** Time on this case, with the timer. */
export function TimePanel({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  const time = useCaseTime(file.id);
  const today = todayIn(me.organisation.timeZone);
  return (
    <Panel
      flush
      title={t('time.title')}
      note={may('time.totals') ? t('time.noteAll') : t('time.noteOwn')}
      actions={
        !may('time.write') ? null : (
          <>
            <Timer caseId={file.id} today={today} />
            <FormButton label={t('time.add')} icon={<IconPlus size={14} aria-hidden />}>
              {(close) => <TimeForm caseId={file.id} today={today} close={close} />}
            </FormButton>
          </>
        )
      }
    >
      <Answer
        query={time}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('time.empty')}</Empty>}
      >
        {(data) => <TimeRows items={data.items} minutes={data.minutes} today={today} />}
      </Answer>
    </Panel>
  );
}

/** Entries as rows with their sum. */
export function TimeRows(props: {
  items: TimeEntry[];
  minutes: number;
  today: string;
  withClient?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="v-rows">
        {props.items.map((entry) => (
          <li key={entry.id}>
            <Entry entry={entry} today={props.today} withClient={props.withClient} />
          </li>
        ))}
      </ul>
      <Text size="xs" c="dimmed" px="md" py="xs" className="v-num">
        {t('time.sum', { hours: asHours(props.minutes) })}
      </Text>
    </>
  );
}

function Entry({ entry, today, withClient }: { entry: TimeEntry; today: string; withClient?: boolean }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const withdraw = useWithdrawTime();
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ flex: '1 1 220px', minWidth: 0 }}>
        {withClient ? (
          <ClientLink clientId={entry.clientId} caseId={entry.caseId} tab="work">
            {entry.clientName}
          </ClientLink>
        ) : null}
        <Group gap="xs">
          <Text size="sm" fw={600} className="v-num">
            {asHours(entry.minutes)}
          </Text>
          <Text size="sm">{word('activity', entry.activity)}</Text>
          {entry.funding ? <Tag>{entry.funding}</Tag> : null}
        </Group>
        <Text size="xs" c="dimmed">
          {format.day(entry.on)} · {personName(entry.by)}
        </Text>
        {entry.note ? (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {entry.note}
          </Text>
        ) : null}
      </div>
      {entry.can.edit ? (
        <Group gap="xs">
          <FormButton label={t('common.edit')} variant="subtle">
            {(close) => <TimeForm entry={entry} caseId={entry.caseId} today={today} close={close} />}
          </FormButton>
          <ConfirmButton
            label={t('time.withdraw')}
            confirm={t('time.withdraw')}
            question={t('time.withdrawAsk')}
            icon={<IconX size={14} aria-hidden />}
            variant="subtle"
            act={() => withdraw.mutateAsync({ path: { entryId: entry.id }, version: entry.version })}
          />
        </Group>
      ) : null}
    </Group>
  );
}
