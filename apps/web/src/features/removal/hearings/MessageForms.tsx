import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlannedMessage } from '../../../api/types';
import { tellingChannels } from '../../../api/values';
import { useMe } from '../../../app/session';
import { useWords } from '../../../i18n/words';
import { optionsOf, orAbsent } from '../../../ui/form/field';
import { RecordForm } from '../../../ui/form/RecordForm';
import { todayIn } from '../../../ui/format';
import { useColleagues } from '../../staff/queries';
import { useTakeMessageBack, useTellMessage } from '../queries';

interface FormProps {
  message: PlannedMessage;
  close: () => void;
}

/** Who spoke with the client, when and by which way; or that nobody was reached. */
export function TellForm({ message, close }: FormProps) {
  const { t } = useTranslation();
  const word = useWords();
  const me = useMe();
  const tell = useTellMessage();
  const colleagues = useColleagues((role) => role !== 'auditor');
  return (
    <RecordForm
      draftKey={`tell:${message.id}`}
      intro={<Text size="sm">“{message.body}”</Text>}
      fields={[
        {
          name: 'reached',
          kind: 'select',
          label: t('hearings.reached'),
          hint: t('hearings.reachedHint'),
          required: true,
          options: optionsOf(['told', 'not_reached'], (step) => word('messageStep', step)),
        },
        {
          name: 'channel',
          kind: 'select',
          label: t('hearings.channel'),
          required: true,
          half: true,
          options: optionsOf(tellingChannels, (channel) => word('consentChannel', channel)),
        },
        { name: 'on', kind: 'date', label: t('hearings.toldOn'), required: true, half: true },
        {
          name: 'toldById',
          kind: 'select',
          label: t('hearings.toldBy'),
          required: true,
          options: colleagues,
        },
        { name: 'note', kind: 'textarea', label: t('hearings.note_field') },
      ]}
      initial={{
        ...{ reached: '', channel: '', note: '' },
        ...{ on: todayIn(me.organisation.timeZone), toldById: me.user.id },
      }}
      send={(values, { key }) =>
        tell.mutateAsync({
          path: { messageId: message.id },
          version: message.version,
          key,
          body: {
            reached: values.reached === 'told',
            channel: values.channel as (typeof tellingChannels)[number],
            ...{ on: values.on, toldById: values.toldById, note: orAbsent(values.note) },
          },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}

/** That nobody has to tell the client any more, and why. */
export function TakeBackForm({ message, close }: FormProps) {
  const { t } = useTranslation();
  const takeBack = useTakeMessageBack();
  return (
    <RecordForm
      draftKey={`take-back:${message.id}`}
      intro={
        <Text size="sm" c="dimmed">
          {t('hearings.takeBackIntro')}
        </Text>
      }
      fields={[{ name: 'reason', kind: 'textarea', label: t('hearings.takeBackReason'), required: true }]}
      initial={{ reason: '' }}
      submitLabel={t('hearings.takeBack')}
      send={(values, { key }) =>
        takeBack.mutateAsync({
          ...{ path: { messageId: message.id }, version: message.version, key },
          body: { reason: values.reason },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
