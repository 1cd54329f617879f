import { Anchor, Text } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../api/client';
import { RecordForm } from '../../ui/form/RecordForm';
import { Frame } from './Frame';

function Back() {
  const { t } = useTranslation();
  return (
    <Anchor component={Link} to="/sign-in" size="sm">
      {t('signIn.back')}
    </Anchor>
  );
}

/** Asks for a link; the answer is the same whether the address is known or not. */
export function RequestReset() {
  const { t } = useTranslation();
  const [sent, setSent] = useState(false);
  return (
    <Frame title={t('signIn.requestTitle')} lead={t('signIn.requestLead')}>
      {sent ? (
        <Text role="status" mb="md">
          {t('signIn.requestSent')}
        </Text>
      ) : (
        <RecordForm
          draftKey=""
          fields={[
            {
              name: 'email',
              kind: 'email',
              label: t('signIn.email'),
              required: true,
              autoComplete: 'username',
            },
          ]}
          initial={{ email: '' }}
          submitLabel={t('signIn.requestSubmit')}
          saved=""
          send={async ({ email }) => {
            await send('post', '/password-reset/request', { email: email.trim() });
            setSent(true);
          }}
        />
      )}
      <Back />
    </Frame>
  );
}

/** The link from the e-mail. */
export function ResetPassword() {
  const { t } = useTranslation();
  const token = useLocation({ select: ({ hash }) => hash });
  const [done, setDone] = useState(false);
  return (
    <Frame title={t('signIn.resetTitle')}>
      {done || !token ? (
        <Text role="status" mb="md">
          {done ? t('signIn.resetDone') : t('signIn.noToken')}
        </Text>
      ) : (
        <RecordForm
          draftKey=""
          fields={[
            {
              name: 'password',
              kind: 'password',
              label: t('signIn.newPassword'),
              hint: t('signIn.passwordHint'),
              required: true,
              autoComplete: 'new-password',
            },
          ]}
          initial={{ password: '' }}
          submitLabel={t('signIn.resetSubmit')}
          saved=""
          send={async ({ password }) => {
            await send('post', '/password-reset', { token, password });
            setDone(true);
          }}
        />
      )}
      <Back />
    </Frame>
  );
}
