import { Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPencil, IconRepeat, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Person, Task } from '../../api/types';
import { useWords } from '../../i18n/words';
import { Countdown } from '../../ui/Countdown';
import { FormButton } from '../../ui/form/FormButton';
import { personName, useFormat } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { ClientLink } from '../clients/ClientLink';
import { urgencyOf } from '../deadlines/urgency';
import { TaskActs } from './TaskActs';
import { EditTaskForm } from './TaskForm';
import { useTick, useUntick } from './queries';

/** A task as a row: what, who, until when, its checklist, and what can be done with it. */
export function TaskEntry(props: {
  task: Task;
  today: string;
  assignable?: Person[];
  withClient?: boolean;
  still?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { task, today, assignable } = props;
  const open = task.status === 'open';
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ flex: '1 1 260px', minWidth: 0 }}>
        {props.withClient ? (
          <ClientLink clientId={task.clientId} caseId={task.caseId} tab="work">
            {task.clientName}
          </ClientLink>
        ) : null}
        <Text
          size="sm"
          fw={props.withClient ? 400 : 600}
          td={open ? undefined : 'line-through'}
          style={{ overflowWrap: 'anywhere' }}
        >
          {task.title}
        </Text>
        <Marks task={task} />
        {task.details ? (
          <Text size="sm" mt={4} maw={720} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {task.details}
          </Text>
        ) : null}
        {task.reason ? (
          <Text size="sm" c="dimmed" mt={4}>
            {t('tasks.reasonGiven', { reason: task.reason })}
          </Text>
        ) : null}
        <Checklist task={task} />
      </div>
      <Group gap="xs" justify="flex-end">
        {open && task.dueOn ? <Countdown on={task.dueOn} today={today} tone={urgencyOf} /> : null}
        {!open && task.endedBy ? (
          <Text size="xs" c="dimmed">
            {personName(task.endedBy)} · {format.instant(task.endedAt)}
          </Text>
        ) : null}
        {props.still ? null : <TaskActs task={task} today={today} />}
        {task.can.edit && assignable ? (
          <FormButton
            label={t('common.edit')}
            title={t('tasks.editTitle')}
            icon={<IconPencil size={14} aria-hidden />}
          >
            {(close) => <EditTaskForm task={task} assignable={assignable} close={close} />}
          </FormButton>
        ) : null}
      </Group>
    </Group>
  );
}

function Marks({ task }: { task: Task }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <Group gap={6} mt={2}>
      {task.dueOn ? (
        <Text size="xs" c="dimmed" className="v-num">
          {t('myDay.due', { day: format.nearDay(task.dueOn) })}
        </Text>
      ) : null}
      <Text size="xs" c="dimmed">
        <IconUser size={12} stroke={1.6} style={{ verticalAlign: -1 }} aria-hidden />{' '}
        {task.assignee ? personName(task.assignee) : t('tasks.nobody')}
      </Text>
      {task.attended || task.status !== 'open' ? null : (
        <Tag tone="urgent" icon={<IconAlertTriangle size={13} aria-hidden />}>
          {t('tasks.unattended')}
        </Tag>
      )}
      {task.priority === 'normal' ? null : (
        <Tag tone={task.priority === 'high' ? 'soon' : 'plain'}>{word('taskPriority', task.priority)}</Tag>
      )}
      {task.repeats ? (
        <Tag icon={<IconRepeat size={13} aria-hidden />}>{word('taskRepeats', task.repeats)}</Tag>
      ) : null}
      {task.kind === 'aftercare' ? <Tag tone="accent">{t('tasks.aftercare')}</Tag> : null}
      {task.asleepUntil && task.status === 'open' ? (
        <Tag>{t('tasks.asleep', { day: format.nearDay(task.asleepUntil) })}</Tag>
      ) : null}
      {task.status === 'open' ? null : <Tag>{word('taskStatus', task.status)}</Tag>}
    </Group>
  );
}

function Checklist({ task }: { task: Task }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [tick, untick] = [useTick(), useUntick()];
  if (task.items.length === 0) return null;
  return (
    <Stack gap={4} mt={6} role="group" aria-label={t('tasks.checklist')}>
      {task.items.map((item) => (
        <Checkbox
          key={item.id}
          size="xs"
          label={item.text}
          description={
            item.tickedBy && item.tickedAt
              ? `${personName(item.tickedBy)} · ${format.instant(item.tickedAt)}`
              : undefined
          }
          checked={item.tickedBy !== null}
          disabled={!task.can.finish || tick.isPending || untick.isPending}
          onChange={() =>
            (item.tickedBy ? untick : tick).mutate({ path: { taskId: task.id, itemId: item.id } })
          }
        />
      ))}
    </Stack>
  );
}
