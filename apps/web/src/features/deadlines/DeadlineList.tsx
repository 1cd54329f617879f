import { Group, Text, UnstyledButton } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadlineItem } from '../../api/types';
import { useWords } from '../../i18n/words';
import { Countdown } from '../../ui/Countdown';
import { personName, useFormat } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { ClientLink } from '../clients/ClientLink';
import { ConfirmDeadline, CompleteDeadline, ReopenDeadline } from './DeadlineForms';
import { PrintedTag } from './PrintedDate';
import { ProofLine, SignOffActs, SignOffTag } from './SignOff';
import { actOn, isDue, urgencyOf } from './urgency';
import { WhyThisDate } from './WhyThisDate';

/** Deadlines as rows: title, date, how far, and the way to the reasons. */
export function DeadlineList(props: {
  deadlines: DeadlineItem[];
  today: string;
  withClient?: boolean;
  actions?: boolean;
}) {
  const [shown, setShown] = useState<string | null>(null);
  return (
    <>
      <ul className="v-rows">
        {props.deadlines.map((deadline) => (
          <li key={deadline.id}>
            <DeadlineRow {...props} deadline={deadline} onWhy={() => setShown(deadline.id)} />
          </li>
        ))}
      </ul>
      <WhyThisDate
        deadline={props.deadlines.find((deadline) => deadline.id === shown) ?? null}
        today={props.today}
        onClose={() => setShown(null)}
      />
    </>
  );
}

function DeadlineRow(props: {
  deadline: DeadlineItem;
  today: string;
  withClient?: boolean;
  actions?: boolean;
  onWhy: () => void;
}) {
  const { deadline } = props;
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const open = deadline.status === 'open';
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ flex: '1 1 260px', minWidth: 0 }}>
        {props.withClient && deadline.clientName ? (
          <ClientLink clientId={deadline.clientId} caseId={deadline.caseId} tab="deadlines">
            {deadline.clientName}
          </ClientLink>
        ) : null}
        <UnstyledButton
          onClick={props.onWhy}
          style={{ display: 'block', textAlign: 'left', padding: '2px 0' }}
          aria-label={`${t('deadlines.why')}: ${deadline.title}`}
        >
          <Text size="sm" fw={props.withClient ? 400 : 600} span lang="en">
            {deadline.title}
          </Text>{' '}
          <IconInfoCircle
            size={14}
            stroke={1.6}
            color="var(--v-quiet)"
            style={{ verticalAlign: -2 }}
            aria-hidden
          />
        </UnstyledButton>
        <Group gap={6} mt={2}>
          {deadline.dueOn ? (
            <Text size="xs" c="dimmed">
              {deadline.taskOn && deadline.taskOn !== deadline.dueOn
                ? `${t('myDay.actBy', { day: format.nearDay(deadline.taskOn) })}, ${t('myDay.lastDay', { day: format.nearDay(deadline.dueOn) })}`
                : deadline.kind === 'status'
                  ? format.longDay(deadline.dueOn)
                  : t('myDay.due', { day: format.nearDay(deadline.dueOn) })}
            </Text>
          ) : null}
          {deadline.confirmed ? (
            <Tag tone="good" icon={<IconCircleCheck size={13} aria-hidden />}>
              {t('deadlines.confirmed', { name: personName(deadline.confirmed.by) })}
            </Tag>
          ) : open && deadline.dueOn ? (
            <Tag>{t('deadlines.notConfirmed')}</Tag>
          ) : null}
          <PrintedTag deadline={deadline} />
          <SignOffTag deadline={deadline} />
          {deadline.overBeforeRecorded && open ? <Tag>{t('deadlines.overBefore')}</Tag> : null}
          {deadline.movedSince ? <Tag tone="soon">{t('deadlines.movedSince')}</Tag> : null}
          {deadline.kind === 'filing' ? null : <Tag>{word('deadlineKind', deadline.kind)}</Tag>}
        </Group>
        <ProofLine deadline={deadline} />
      </div>
      <Group gap="xs" justify="flex-end">
        {open && isDue(deadline) && !deadline.overBeforeRecorded ? (
          <Countdown on={actOn(deadline)} today={props.today} tone={urgencyOf} />
        ) : open ? null : (
          <Tag>{word('deadlineStatus', deadline.status)}</Tag>
        )}
        {props.actions ? (
          <>
            <ConfirmDeadline deadline={deadline} />
            <CompleteDeadline deadline={deadline} today={props.today} />
            <SignOffActs deadline={deadline} today={props.today} />
            <ReopenDeadline deadline={deadline} />
          </>
        ) : null}
      </Group>
    </Group>
  );
}
