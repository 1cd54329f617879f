import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../api/client';
import { Problem } from '../../api/problem';
import { RecordForm } from '../../ui/form/RecordForm';
import { useProblemText } from '../../ui/states';
import { Frame } from './Frame';

/** Locks the own account: with the link of a mail at once, without one by asking for it. */
export function LockAccount() {
  const token = useLocation({ select: ({ hash }) => hash });
  return token ? <LockNow token={token} /> : <AskForLink />;
}

function Back() {
  const { t } = useTranslation();
  return (
    <Anchor component={Link} to="/sign-in" size="sm">
      {t('signIn.back')}
    </Anchor>
  );
}

function LockNow({ token }: { token: string }) {
  const { t } = useTranslation();
  const text = useProblemText();
  const [state, setState] = useState<'asked' | 'busy' | 'done' | Problem>('asked');
  const lock = async (): Promise<void> => {
    setState('busy');
    try {
      await send('post', '/account-lock', { token });
      setState('done');
    } catch (error) {
      setState(Problem.from(error));
    }
  };
  return (
    <Frame title={t('lock.title')} lead={state === 'done' ? undefined : t('lock.nowLead')}>
      <Stack gap="md">
        {state === 'done' ? (
          <Text role="status">{t('lock.done')}</Text>
        ) : (
          <Button
            color="red.8"
            loading={state === 'busy'}
            leftSection={<IconLock size={16} aria-hidden />}
            onClick={() => void lock()}
          >
            {t('lock.now')}
          </Button>
        )}
        {state instanceof Problem ? (
          <Text size="sm" c="var(--v-urgent)" role="alert">
            {text(state)}
          </Text>
        ) : null}
        <Back />
      </Stack>
    </Frame>
  );
}

function AskForLink() {
  const { t } = useTranslation();
  const [sent, setSent] = useState(false);
  return (
    <Frame title={t('lock.title')} lead={t('lock.lead')}>
      {sent ? (
        <Text role="status" mb="md">
          {t('lock.sent')}
        </Text>
      ) : (
        <RecordForm
          draftKey=""
          fields={[
            {
              ...{ name: 'email', kind: 'email', label: t('signIn.email') },
              ...{ required: true, autoComplete: 'username' },
            },
          ]}
          initial={{ email: '' }}
          submitLabel={t('lock.submit')}
          saved=""
          send={async ({ email }) => {
            await send('post', '/account-lock/request', { email: email.trim() });
            setSent(true);
          }}
        />
      )}
      <Back />
    </Frame>
  );
}
