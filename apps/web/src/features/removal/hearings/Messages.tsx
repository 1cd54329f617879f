import { Group, Stack, Text } from '@mantine/core';
import { IconPhoneCall, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MessageStep, PlannedMessage } from '../../../api/types';
import { useWords } from '../../../i18n/words';
import { FormButton } from '../../../ui/form/FormButton';
import { personName, useFormat } from '../../../ui/format';
import { Notice } from '../../../ui/Tag';
import { TakeBackForm, TellForm } from './MessageForms';

const isOpen = ({ status }: PlannedMessage): boolean =>
  status === 'planned' || status === 'no_consent' || status === 'no_safe_way';

/** What the client has to hear, and what they heard: when, from whom, by which way. */
export function Messages({ items }: { items: PlannedMessage[] }) {
  const { t } = useTranslation();
  const open = items.filter(isOpen);
  const over = items.filter((message) => !isOpen(message));
  return (
    <>
      {open.length ? (
        <Notice tone="soon" icon={<IconPhoneCall size={18} aria-hidden />}>
          <Text size="sm" fw={600}>
            {t('hearings.messages')}
          </Text>
          <Text size="xs" c="dimmed">
            {t('hearings.messagesNote')}
          </Text>
          {open.map((message) => (
            <Open key={message.id} message={message} />
          ))}
        </Notice>
      ) : null}
      {over.length ? (
        <details>
          <summary>{t('hearings.messagesOver', { count: over.length })}</summary>
          <ul className="v-rows">
            {over.map((message) => (
              <li key={message.id}>
                <Over message={message} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function Open({ message }: { message: PlannedMessage }) {
  const { t } = useTranslation();
  const word = useWords();
  const to = message.recipient ?? '…';
  const words = {
    no_safe_way: t('hearings.noSafeWay'),
    no_consent: t('hearings.noConsent', { channel: word('consentChannel', message.channel), to }),
  }[message.status as string];
  return (
    <Stack gap={4} mt={6}>
      <Group justify="space-between" gap="xs">
        <Text size="sm">{words ?? t('hearings.messageTo', { to, body: message.body })}</Text>
        {message.can.tell ? (
          <Group gap="xs">
            <FormButton label={t('hearings.tell')} icon={<IconPhoneCall size={14} aria-hidden />}>
              {(close) => <TellForm message={message} close={close} />}
            </FormButton>
            <FormButton
              label={t('hearings.takeBack')}
              icon={<IconX size={14} aria-hidden />}
              variant="subtle"
            >
              {(close) => <TakeBackForm message={message} close={close} />}
            </FormButton>
          </Group>
        ) : null}
      </Group>
      <Steps steps={message.steps} />
    </Stack>
  );
}

function Over({ message }: { message: PlannedMessage }) {
  const word = useWords();
  const format = useFormat();
  return (
    <>
      <Text size="sm">
        {word('messageState', message.status)} · {format.instant(message.at)}
      </Text>
      <Steps steps={message.steps} />
    </>
  );
}

/** Every try, the first at the top. */
function Steps({ steps }: { steps: MessageStep[] }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return steps.map((step) => {
    const who = personName(step.toldBy ?? step.by);
    const what = [
      word('messageStep', step.kind),
      word('consentChannel', step.channel),
      format.longDay(step.on),
      who,
      step.toldBy && step.toldBy.id !== step.by.id
        ? t('hearings.writtenDown', { name: personName(step.by) })
        : '',
    ];
    return (
      <Text key={step.id} size="xs" c="dimmed">
        {what.filter(Boolean).join(' · ')}
        {step.note ? `: ${step.note}` : ''}
      </Text>
    );
  });
}
