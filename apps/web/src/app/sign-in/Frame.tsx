import { Box, Center, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useScreenTitle } from '../../ui/Screen';
import { QuickExit } from '../shell/QuickExit';
import { LanguageToggle, SchemeToggle } from '../shell/Preferences';
import { Wordmark } from '../shell/Wordmark';

/** A door: the name, one form, nothing else. */
export function Frame(props: { title: string; lead?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  useScreenTitle(props.title);
  return (
    <Center mih="100vh" p="md" component="main">
      <Stack w="100%" maw={400} gap="lg">
        <Group justify="space-between">
          <Wordmark size={30} />
          <Group gap={4}>
            <QuickExit />
            <LanguageToggle />
            <SchemeToggle />
          </Group>
        </Group>
        <Box className="v-panel" p="lg">
          <Title order={1}>{props.title}</Title>
          {props.lead ? (
            <Text size="sm" c="dimmed" mb="md">
              {props.lead}
            </Text>
          ) : null}
          {props.children}
        </Box>
        <Text size="xs" c="dimmed" ta="center">
          {t('signIn.footer')}
        </Text>
      </Stack>
    </Center>
  );
}
