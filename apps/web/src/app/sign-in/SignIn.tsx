import { Anchor, Box } from '@mantine/core';
import { IconClockOff } from '@tabler/icons-react';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { send } from '../../api/client';
import { orAbsent, type Field } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { Notice } from '../../ui/Tag';
import { beginSession } from '../session';
import { Frame } from './Frame';

interface Entry {
  email: string;
  password: string;
  organisation: string;
}

/** Only a path of this installation: a link cannot send a person elsewhere after signing in. */
const inside = (next: string | undefined): string => (next && /^\/(?![/\\])/.test(next) ? next : '/');

export function SignIn() {
  const { t } = useTranslation();
  const router = useRouter();
  const search = useSearch({ from: '/sign-in' });
  const fields: Field<Entry>[] = [
    { name: 'email', kind: 'email', label: t('signIn.email'), required: true, autoComplete: 'username' },
    {
      name: 'password',
      kind: 'password',
      label: t('signIn.password'),
      required: true,
      autoComplete: 'current-password',
    },
    {
      name: 'organisation',
      kind: 'text',
      label: t('signIn.organisation'),
      hint: t('signIn.organisationHint'),
    },
  ];
  const enter = async (entry: Entry): Promise<void> => {
    const me = await send('post', '/sign-in', {
      email: entry.email.trim(),
      password: entry.password,
      organisation: orAbsent(entry.organisation),
    });
    beginSession(me);
    router.history.push(inside(search.next));
  };
  return (
    <Frame title={t('signIn.title')} lead={t('signIn.lead')}>
      {search.ended ? (
        <Box mb="md">
          <Notice icon={<IconClockOff size={18} aria-hidden />} role="status">
            {t('signIn.ended')}
          </Notice>
        </Box>
      ) : null}
      <RecordForm<Entry>
        draftKey=""
        fields={fields}
        initial={{ email: '', password: '', organisation: '' }}
        submitLabel={t('signIn.submit')}
        saved=""
        send={enter}
      />
      <Anchor component={Link} to="/forgot-password" size="sm">
        {t('signIn.forgot')}
      </Anchor>
    </Frame>
  );
}
