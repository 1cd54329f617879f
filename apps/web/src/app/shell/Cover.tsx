import { Affix, Anchor, Box, Button, Center, Group, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { refresh, send } from '../../api/client';
import { Notice } from '../../ui/Tag';
import { drafts } from '../../ui/form/draft-book';
import { forgetScreens, lookAgain, signOut, uncoverSession, useMe } from '../session';
import { ProofForm } from '../sign-in/ProofForm';
import { useIdle } from './idle';
import { waysOf } from './StepUp';
import { tabsSaid, tellTabs } from './tabs';
import { Wordmark } from './Wordmark';
import { QuickExit } from './QuickExit';

/**
 * After a pause the screens are gone from the page and what they had read from memory, in every tab, and the server
 * answers nothing until the person proves who they are. What was typed lies with the server and comes back with the form.
 */
export function Covered({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { session, user } = useMe();
  const [idle, setIdle] = useState(false);
  const down = idle || session.covered;
  const cover = useCallback((): void => {
    setIdle(true);
    tellTabs('covered');
    void drafts.flush().then(() => send('post', '/me/cover').catch(() => undefined));
  }, []);
  const left = useIdle({ idle: cover, here: lookAgain }, !down);
  const lift = useCallback(async (): Promise<void> => {
    await drafts.begin(user.id);
    uncoverSession();
    setIdle(false);
    await refresh(client);
  }, [client, user.id]);
  useEffect(
    () =>
      tabsSaid((word) => {
        if (word === 'covered') setIdle(true);
        if (word === 'uncovered') void lift();
      }),
    [lift],
  );
  // Lists and messages are drawn beside the app, so the whole page is hidden and the cover alone is not.
  useEffect(() => {
    document.documentElement.classList.toggle('v-covered', down);
    if (down) void forgetScreens();
    return () => document.documentElement.classList.remove('v-covered');
  }, [down]);
  if (!down)
    return (
      <>
        {children}
        {left === null ? null : <Leaving seconds={left} />}
      </>
    );
  return (
    <Blank
      lift={async () => {
        await lift();
        tellTabs('uncovered');
      }}
    />
  );
}

/** A minute before the cover: any key or touch keeps the screen, and so does the button. */
function Leaving({ seconds }: { seconds: number }) {
  const { t } = useTranslation();
  return (
    <Affix position={{ bottom: 16, left: 16, right: 16 }} zIndex={500}>
      <Center>
        <Notice tone="soon" role="alert">
          <Group gap="md">
            <Text size="sm">{t('lock.soon')}</Text>
            <Text size="sm" fw={600} aria-hidden>
              {t('lock.secondsLeft', { count: seconds })}
            </Text>
            <Button size="compact-sm" variant="default">
              {t('lock.stay')}
            </Button>
          </Group>
        </Notice>
      </Center>
    </Affix>
  );
}

function Blank({ lift }: { lift: () => Promise<void> }) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  return (
    <div className="v-cover" role="dialog" aria-modal="true" aria-label={t('lock.covered')}>
      <Center mih="100vh" p="md">
        <Stack w="100%" maw={400} gap="lg">
          <Wordmark size={30} />
          <Box className="v-panel" p="lg">
            <Title order={1}>{t('lock.covered')}</Title>
            <Text size="sm" c="dimmed" mb="md">
              {t('lock.coveredLead')}
            </Text>
            <ProofForm
              ways={waysOf(me, 'unlock')}
              door="/me/passkey-challenge"
              send={async (proof) => {
                await send('post', '/me/uncover', proof);
                await lift();
              }}
            />
            <Anchor
              component="button"
              type="button"
              size="sm"
              mt="md"
              onClick={() => void signOut(() => navigate({ to: '/sign-in', search: {} }))}
            >
              {t('shell.signOut')}
            </Anchor>
          </Box>
          <QuickExit />
        </Stack>
      </Center>
    </div>
  );
}
