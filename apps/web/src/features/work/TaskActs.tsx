import { Button } from '@mantine/core';
import { IconCheck, IconClockPause, IconRotate, IconX } from '@tabler/icons-react';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../api/types';
import { Problem } from '../../api/problem';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { useProblemText } from '../../ui/states';
import { useDropTask, useFinishTask, usePutOffTask, useReopenTask } from './queries';

/** Done, dropped with a reason, put off, opened again. */
export function TaskActs({ task, today }: { task: Task; today: string }) {
  const { t } = useTranslation();
  const drop = useDropTask();
  const reopen = useReopenTask();
  if (task.can.reopen)
    return (
      <Why
        task={task}
        label={t('tasks.reopen')}
        icon={<IconRotate size={14} aria-hidden />}
        send={reopen.mutateAsync}
      />
    );
  if (!task.can.finish) return null;
  return (
    <>
      <Done task={task} />
      <PutOff task={task} today={today} />
      <Why
        task={task}
        label={t('tasks.drop')}
        icon={<IconX size={14} aria-hidden />}
        send={drop.mutateAsync}
      />
    </>
  );
}

function Done({ task }: { task: Task }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const done = useFinishTask();
  return (
    <Button
      size="xs"
      variant="default"
      loading={done.isPending}
      leftSection={<IconCheck size={14} aria-hidden />}
      onClick={() =>
        done.mutate(
          { path: { taskId: task.id }, version: task.version, key: crypto.randomUUID() },
          {
            onError: (error) =>
              notifications.show({ message: problemText(Problem.from(error)), color: 'red' }),
          },
        )
      }
    >
      {t('tasks.done')}
    </Button>
  );
}

type SendReason = ReturnType<typeof useDropTask>['mutateAsync'];

function Why(props: { task: Task; label: string; icon: React.ReactNode; send: SendReason }) {
  const { t } = useTranslation();
  const { task } = props;
  return (
    <FormButton label={props.label} icon={props.icon} variant="subtle">
      {(close) => (
        <RecordForm
          draftKey={`task-why:${task.id}`}
          version={task.version}
          intro={task.title}
          fields={[{ name: 'reason', kind: 'textarea', label: t('tasks.reason'), required: true }]}
          initial={{ reason: '' }}
          submitLabel={props.label}
          send={(body, { version, key }) =>
            props.send({ path: { taskId: task.id }, version, key, body: { ...body } })
          }
          done={close}
          onCancel={close}
        />
      )}
    </FormButton>
  );
}

function PutOff({ task, today }: { task: Task; today: string }) {
  const { t } = useTranslation();
  const putOff = usePutOffTask();
  return (
    <FormButton
      label={t('tasks.putOff')}
      title={t('tasks.putOffTitle')}
      icon={<IconClockPause size={14} aria-hidden />}
      variant="subtle"
    >
      {(close) => (
        <RecordForm
          draftKey={`task-put-off:${task.id}`}
          version={task.version}
          intro={task.title}
          fields={[{ name: 'until', kind: 'date', label: t('tasks.until'), required: true }]}
          initial={{ until: today }}
          send={(body, { version, key }) =>
            putOff.mutateAsync({ path: { taskId: task.id }, version, key, body: { ...body } })
          }
          done={close}
          onCancel={close}
        />
      )}
    </FormButton>
  );
}
