import { IconCheck, IconCircleCheck, IconRotate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeadlineItem } from '../../api/types';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { useComplete, useConfirm, useReopen } from './queries';

/** An attorney takes a date as the one the office works with. */
export function ConfirmDeadline({ deadline }: { deadline: DeadlineItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const confirm = useConfirm();
  if (!deadline.can.confirm || deadline.status !== 'open' || deadline.confirmed) return null;
  return (
    <ConfirmButton
      label={t('deadlines.confirm')}
      confirm={t('deadlines.confirm')}
      question={t('deadlines.confirmAsk', { day: format.longDay(deadline.dueOn), title: deadline.title })}
      icon={<IconCircleCheck size={14} aria-hidden />}
      act={() =>
        confirm.mutateAsync({
          path: { deadlineId: deadline.id },
          version: deadline.version,
          key: crypto.randomUUID(),
        })
      }
    />
  );
}

/** Done, with the day and the proof. */
export function CompleteDeadline({ deadline, today }: { deadline: DeadlineItem; today: string }) {
  const { t } = useTranslation();
  const complete = useComplete();
  if (!deadline.can.complete || deadline.status !== 'open') return null;
  return (
    <FormButton
      label={t('deadlines.complete')}
      title={t('deadlines.completeTitle')}
      icon={<IconCheck size={14} aria-hidden />}
    >
      {(close) => (
        <RecordForm
          draftKey={`complete:${deadline.id}`}
          intro={deadline.title}
          version={deadline.version}
          fields={[
            { name: 'on', kind: 'date', label: t('deadlines.completedOn'), required: true },
            { name: 'note', kind: 'textarea', label: t('deadlines.completedNote'), required: true },
          ]}
          initial={{ on: today, note: '' }}
          send={(body, { version, key }) =>
            complete.mutateAsync({ path: { deadlineId: deadline.id }, version, key, body: { ...body } })
          }
          done={close}
          onCancel={close}
        />
      )}
    </FormButton>
  );
}

/** Completed too early, or the filing came back. */
export function ReopenDeadline({ deadline }: { deadline: DeadlineItem }) {
  const { t } = useTranslation();
  const reopen = useReopen();
  if (!deadline.can.reopen || deadline.status !== 'completed') return null;
  return (
    <FormButton
      label={t('deadlines.reopen')}
      title={t('deadlines.reopenTitle')}
      icon={<IconRotate size={14} aria-hidden />}
    >
      {(close) => (
        <RecordForm
          draftKey={`reopen:${deadline.id}`}
          version={deadline.version}
          fields={[{ name: 'note', kind: 'textarea', label: t('common.note'), required: true }]}
          initial={{ note: '' }}
          send={(body, { version, key }) =>
            reopen.mutateAsync({ path: { deadlineId: deadline.id }, version, key, body: { ...body } })
          }
          done={close}
          onCancel={close}
        />
      )}
    </FormButton>
  );
}
