import { Anchor, Box, Group } from '@mantine/core';
import { IconClockOff } from '@tabler/icons-react';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Me } from '../../api/types';
import { orAbsent, type Field } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { Notice } from '../../ui/Tag';
import { beginSession } from '../session';
import { Frame } from './Frame';
import type { Way } from './ProofForm';
import { SecondStep } from './SecondStep';

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
  const [ways, setWays] = useState<Way[] | null>(null);
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
  const enter = (me: Me): void => {
    beginSession(me);
    router.history.push(inside(search.next));
  };
  const knock = async (entry: Entry): Promise<void> => {
    const credentials = {
      email: entry.email.trim(),
      password: entry.password,
      organisation: orAbsent(entry.organisation),
    };
    try {
      enter(await send('post', '/sign-in', credentials));
    } catch (error) {
      const problem = Problem.from(error);
      if (problem.code !== 'second_factor_needed') throw error;
      setWays(problem.params.ways as Way[]);
    }
  };
  if (ways) return <SecondStep ways={ways} enter={enter} again={() => setWays(null)} />;
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
        send={knock}
      />
      <Group gap="md">
        <Anchor component={Link} to="/forgot-password" size="sm">
          {t('signIn.forgot')}
        </Anchor>
        <Anchor component={Link} to="/lock" size="sm">
          {t('lock.link')}
        </Anchor>
      </Group>
    </Frame>
  );
}
