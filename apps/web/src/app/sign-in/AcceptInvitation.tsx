import { Text } from '@mantine/core';
import { useLocation, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { send, useAsk } from '../../api/client';
import { useWords } from '../../i18n/words';
import { RecordForm } from '../../ui/form/RecordForm';
import { Answer } from '../../ui/states';
import { beginSession } from '../session';
import { Frame } from './Frame';

/** The first visit of someone who was invited: a name, a password, in. */
export function AcceptInvitation() {
  const { t } = useTranslation();
  const word = useWords();
  const router = useRouter();
  const token = useLocation({ select: ({ hash }) => hash });
  const invitation = useAsk('/invitations/look-up', { token }, { enabled: token !== '' });
  const organisation = invitation.data?.organisation ?? 'Vacatur';
  if (!token) {
    return (
      <Frame title="Vacatur">
        <Text>{t('signIn.noToken')}</Text>
      </Frame>
    );
  }
  return (
    <Frame title={t('signIn.acceptTitle', { organisation })}>
      <Answer query={invitation}>
        {(invited) => (
          <RecordForm
            draftKey=""
            intro={
              <Text size="sm" c="dimmed">
                {t('signIn.acceptLead', { role: word('role', invited.role), email: invited.email })}
              </Text>
            }
            fields={[
              {
                name: 'name',
                kind: 'text',
                label: t('signIn.acceptName'),
                required: true,
                autoComplete: 'name',
              },
              {
                name: 'password',
                kind: 'password',
                label: t('signIn.newPassword'),
                hint: t('signIn.passwordHint'),
                required: true,
                autoComplete: 'new-password',
              },
            ]}
            initial={{ name: invited.name, password: '' }}
            submitLabel={t('signIn.acceptSubmit')}
            saved=""
            send={async (entry) => {
              beginSession(await send('post', '/invitations/accept', { token, ...entry }));
              router.history.push('/');
            }}
          />
        )}
      </Answer>
    </Frame>
  );
}
