import { Button, Grid, Group, Stack, Text } from '@mantine/core';
import { IconDeviceDesktop, IconKey, IconLogout, IconShieldLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../../app/session';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { Answer } from '../../ui/states';
import { Notice, Tag } from '../../ui/Tag';
import { FilerProfile } from './FilingDetails';
import { Factors } from './Factors';
import { Tokens } from './Tokens';
import { useChangePassword, useEndOtherSessions, useEndSession, useSessions } from './queries';

/** The person's own sessions, password and tokens. */
export function AccountPage() {
  const { t } = useTranslation();
  const word = useWords();
  const may = useMay();
  const format = useFormat();
  const { user, organisation, session, secondFactor } = useMe();
  // Who was led here stays until they go on: the recovery codes are on the screen once.
  const [led] = useState(session.mustEnrol);
  if (led) return <Enrolment done={!session.mustEnrol} />;
  return (
    <Screen
      title={t('account.title')}
      lead={`${user.name}, ${word('role', user.role)} · ${user.email} · ${organisation.name}`}
    >
      {secondFactor.requiredFrom && secondFactor.kinds.length === 0 ? (
        <Notice tone="soon" role="status" icon={<IconShieldLock size={18} aria-hidden />}>
          {t('factors.soon', { date: format.day(secondFactor.requiredFrom) })}
        </Notice>
      ) : null}
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack gap="md">
            <Factors />
            <Sessions />
            <Password />
            {may('filing.read') ? <FilerProfile /> : null}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Tokens />
        </Grid.Col>
      </Grid>
    </Screen>
  );
}

/** The office asks for a second factor, and this person has none: the one thing to do. */
function Enrolment({ done }: { done: boolean }) {
  const { t } = useTranslation();
  return (
    <Screen title={t('factors.mustTitle')}>
      <Notice tone={done ? 'good' : 'soon'} role="status" icon={<IconShieldLock size={18} aria-hidden />}>
        <Group justify="space-between" gap="xs">
          <Text size="sm">{done ? t('factors.mustDone') : t('factors.must')}</Text>
          {done ? (
            <Button component={Link} to="/" size="xs">
              {t('factors.goOn')}
            </Button>
          ) : null}
        </Group>
      </Notice>
      <Factors />
    </Screen>
  );
}

function Sessions() {
  const { t } = useTranslation();
  const format = useFormat();
  const sessions = useSessions();
  const end = useEndSession();
  const endOthers = useEndOtherSessions();
  return (
    <Panel
      flush
      title={t('account.sessions')}
      actions={
        (sessions.data?.items.length ?? 0) > 1 ? (
          <ConfirmButton
            label={t('lock.endOthers')}
            confirm={t('lock.endOthers')}
            question={t('lock.endOthersAsk')}
            icon={<IconLogout size={14} aria-hidden />}
            act={() => endOthers.mutateAsync({})}
          />
        ) : null
      }
    >
      <Answer query={sessions}>
        {(data) => (
          <ul className="v-rows">
            {data.items.map((session) => (
              <li key={session.id}>
                <Group justify="space-between" gap="xs">
                  <div>
                    <Group gap="xs">
                      <IconDeviceDesktop size={15} aria-hidden />
                      <Text size="sm" fw={600}>
                        {session.client ?? t('account.unknownClient')}
                      </Text>
                      {session.current ? <Tag tone="accent">{t('account.current')}</Tag> : null}
                      {session.newDevice ? (
                        <Tag tone="soon" title={t('lock.newDeviceHint')}>
                          {t('lock.newDevice')}
                        </Tag>
                      ) : null}
                    </Group>
                    <Text size="xs" c="dimmed">
                      {t('account.lastSeen', { when: format.instant(session.lastSeenAt) })} ·{' '}
                      {t('account.started', { when: format.instant(session.createdAt) })}
                    </Text>
                  </div>
                  {session.current ? null : (
                    <ConfirmButton
                      label={t('account.end')}
                      confirm={t('account.end')}
                      question={t('account.endAsk')}
                      icon={<IconLogout size={14} aria-hidden />}
                      act={() => end.mutateAsync({ path: { id: session.id } })}
                    />
                  )}
                </Group>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

function Password() {
  const { t } = useTranslation();
  const change = useChangePassword();
  return (
    <Panel
      title={t('account.password')}
      note={t('account.passwordNote')}
      actions={
        <FormButton label={t('account.changePassword')} icon={<IconKey size={14} aria-hidden />}>
          {(close) => (
            <RecordForm
              draftKey=""
              fields={[
                {
                  name: 'current',
                  kind: 'password',
                  label: t('account.currentPassword'),
                  required: true,
                  autoComplete: 'current-password',
                },
                {
                  name: 'next',
                  kind: 'password',
                  label: t('account.newPassword'),
                  hint: t('signIn.passwordHint'),
                  required: true,
                  autoComplete: 'new-password',
                },
              ]}
              initial={{ current: '', next: '' }}
              saved={t('account.passwordSaved')}
              send={(body, { key }) => change.mutateAsync({ key, body })}
              done={close}
              onCancel={close}
            />
          )}
        </FormButton>
      }
    >
      <Text size="sm" c="dimmed">
        {t('signIn.passwordHint')}
      </Text>
    </Panel>
  );
}
