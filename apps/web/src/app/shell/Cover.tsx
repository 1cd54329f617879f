import { Anchor, Box, Center, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { refresh, send } from '../../api/client';
import { signOut, uncoverSession, useMe } from '../session';
import { ProofForm } from '../sign-in/ProofForm';
import { useIdle } from './idle';
import { waysOf } from './StepUp';
import { Wordmark } from './Wordmark';
import { QuickExit } from './QuickExit';

/**
 * After a pause a blank cover lies over everything and the server answers nothing until the person proves who they
 * are. What lies under it stays as it was, unsaved words too, but nobody can see, read out or reach it.
 */
export function Covered({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { session } = useMe();
  const [idle, setIdle] = useState(false);
  const down = idle || session.covered;
  const cover = useCallback((): void => {
    setIdle(true);
    void send('post', '/me/cover').catch(() => undefined);
  }, []);
  useIdle(cover, !down);
  // Sheets and lists are drawn beside the app, so the whole page is hidden and the cover alone is not.
  useEffect(() => {
    document.documentElement.classList.toggle('v-covered', down);
    return () => document.documentElement.classList.remove('v-covered');
  }, [down]);
  const lift = async (): Promise<void> => {
    uncoverSession();
    setIdle(false);
    await refresh(client);
  };
  return (
    <>
      <div inert={down}>{children}</div>
      {down ? <Blank lift={lift} /> : null}
    </>
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
