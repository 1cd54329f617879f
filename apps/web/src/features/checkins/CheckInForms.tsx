import { Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOffices } from '../../api/reference';
import type { CheckIn } from '../../api/types';
import { checkInMethods, checkInOutcomes } from '../../api/values';
import { useWords } from '../../i18n/words';
import { optionsOf, orAbsent, type Field } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { Notice } from '../../ui/Tag';
import { useCancel, useMove, useOutcome, useSchedule } from './queries';

interface Props {
  checkIn: CheckIn;
  close: () => void;
}

/** When and where: the fields that scheduling, moving and the next date share. */
function usePlaceFields<V extends { officeCode: string; date: string; time: string }>(): Field<V>[] {
  const { t } = useTranslation();
  const offices = useOffices();
  return [
    { name: 'officeCode', kind: 'select', label: t('checkins.office'), required: true, options: offices },
    { name: 'date', kind: 'date', label: t('checkins.date'), required: true, half: true },
    { name: 'time', kind: 'time', label: t('checkins.time'), required: true, half: true },
  ];
}

export function ScheduleForm({ clientId, close }: { clientId: string; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const schedule = useSchedule();
  interface Values {
    officeCode: string;
    date: string;
    time: string;
    method: string;
    note: string;
  }
  const place = usePlaceFields<Values>();
  return (
    <RecordForm<Values>
      draftKey={`check-in:${clientId}`}
      fields={[
        ...place,
        {
          name: 'method',
          kind: 'select',
          label: t('checkins.method'),
          required: true,
          options: optionsOf(checkInMethods, (method) => word('checkInMethod', method)),
        },
        { name: 'note', kind: 'textarea', label: t('common.note') },
      ]}
      intro={
        <Text size="sm" c="dimmed">
          {t('checkins.timeHint')}
        </Text>
      }
      initial={{ officeCode: '', date: '', time: '09:00', method: 'in_person', note: '' }}
      submitLabel={t('checkins.schedule')}
      send={({ note, ...rest }, { key }) =>
        schedule.mutateAsync({ path: { clientId }, key, body: { ...rest, note: orAbsent(note) } })
      }
      done={close}
      onCancel={close}
    />
  );
}

export function MoveForm({ checkIn, close }: Props) {
  const { t } = useTranslation();
  const move = useMove();
  interface Values {
    officeCode: string;
    date: string;
    time: string;
    reason: string;
  }
  const place = usePlaceFields<Values>();
  return (
    <RecordForm<Values>
      draftKey={`move:${checkIn.id}`}
      version={checkIn.version}
      fields={[...place, { name: 'reason', kind: 'textarea', label: t('checkins.reason'), required: true }]}
      initial={{
        officeCode: checkIn.officeCode,
        date: checkIn.date,
        time: checkIn.time.slice(0, 5),
        reason: '',
      }}
      submitLabel={t('checkins.move')}
      send={(body, { version, key }) =>
        move.mutateAsync({ path: { checkInId: checkIn.id }, version, key, body: { ...body } })
      }
      done={close}
      onCancel={close}
    />
  );
}

interface OutcomeValues {
  outcome: string;
  note: string;
  hasNext: boolean;
  officeCode: string;
  date: string;
  time: string;
}

export function OutcomeForm({ checkIn, close }: Props) {
  const { t } = useTranslation();
  const word = useWords();
  const record = useOutcome();
  const place = usePlaceFields<OutcomeValues>();
  const fields: Field<OutcomeValues>[] = [
    {
      name: 'outcome',
      kind: 'select',
      label: t('checkins.outcomeField'),
      required: true,
      options: optionsOf(checkInOutcomes, (outcome) => word('checkInOutcome', outcome)),
    },
    { name: 'note', kind: 'textarea', label: t('common.note') },
    {
      name: 'hasNext',
      kind: 'switch',
      label: t('checkins.nextGiven'),
      when: ({ outcome }) => outcome !== 'detained',
    },
    ...place.map((field) => ({
      ...field,
      path: `next.${field.name}`,
      when: ({ hasNext, outcome }: OutcomeValues) => hasNext && outcome !== 'detained',
    })),
  ];
  return (
    <RecordForm<OutcomeValues>
      draftKey={`outcome:${checkIn.id}`}
      version={checkIn.version}
      fields={fields}
      intro={({ outcome }) =>
        outcome === 'detained' ? (
          <Notice tone="urgent" role="alert" icon={<IconLock size={18} aria-hidden />}>
            {t('checkins.detainedWarning')}
          </Notice>
        ) : null
      }
      initial={{
        outcome: '',
        note: '',
        hasNext: true,
        officeCode: checkIn.officeCode,
        date: '',
        time: checkIn.time.slice(0, 5),
      }}
      send={({ outcome, note, hasNext, officeCode, date, time }, { version, key }) =>
        record.mutateAsync({
          path: { checkInId: checkIn.id },
          version,
          key,
          body: {
            outcome,
            note: orAbsent(note),
            next: hasNext && outcome !== 'detained' ? { officeCode, date, time } : undefined,
          },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}

export function CancelForm({ checkIn, close }: Props) {
  const { t } = useTranslation();
  const cancel = useCancel();
  return (
    <RecordForm
      draftKey={`cancel:${checkIn.id}`}
      version={checkIn.version}
      fields={[{ name: 'reason', kind: 'textarea', label: t('checkins.reason'), required: true }]}
      initial={{ reason: '' }}
      submitLabel={t('checkins.cancel')}
      send={(body, { version, key }) =>
        cancel.mutateAsync({ path: { checkInId: checkIn.id }, version, key, body: { ...body } })
      }
      done={close}
      onCancel={close}
    />
  );
}
