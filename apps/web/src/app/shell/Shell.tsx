import { AppShell, Box, Burger, Group, Text } from '@mantine/core';
import { useDisclosure, useNetwork } from '@mantine/hooks';
import { IconCloudOff } from '@tabler/icons-react';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/Tag';
import { useMay, useMe } from '../session';
import { Wordmark } from './Wordmark';
import { Navigation } from './Navigation';
import { LanguageToggle, SchemeToggle } from './Preferences';
import { SearchBox } from './SearchBox';
import { Covered } from './Cover';
import { QuickExit } from './QuickExit';
import { StepUp } from './StepUp';
import { UserMenu } from './UserMenu';

/** The frame of every signed-in screen: navigation on the left, search on top, the screen. */
export function Shell() {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  const { online } = useNetwork();
  const [opened, { toggle, close }] = useDisclosure(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(close, [path, close]);
  return (
    <Covered>
      <AppShell
        header={{ height: 52 }}
        navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !opened } }}
        padding={{ base: 'sm', sm: 'lg' }}
        styles={{
          header: { background: 'var(--v-surface)', borderColor: 'var(--v-line)' },
          navbar: { background: 'var(--v-surface)', borderColor: 'var(--v-line)' },
        }}
      >
        <StepUp />
        <a className="v-skip" href="#content">
          {t('shell.skip')}
        </a>
        <AppShell.Header>
          <Group h="100%" px={{ base: 'xs', sm: 'md' }} gap="xs" wrap="nowrap" justify="space-between">
            <Group gap="xs" wrap="nowrap">
              <Burger
                opened={opened}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={opened ? t('shell.closeMenu') : t('shell.openMenu')}
                aria-expanded={opened}
              />
              <Box w={{ base: 'auto', sm: 196 }} style={{ display: 'flex' }}>
                <Wordmark />
              </Box>
              {may('client.list') && !me.session.mustEnrol ? <SearchBox /> : null}
            </Group>
            <Group gap={4} wrap="nowrap">
              <QuickExit />
              <Box visibleFrom="sm">
                <LanguageToggle />
              </Box>
              <Box visibleFrom="sm">
                <SchemeToggle />
              </Box>
              <UserMenu />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="xs">
          {me.session.mustEnrol ? null : <Navigation onGo={close} />}
          <Box mt="auto" p="xs">
            <Text size="xs" c="dimmed">
              {me.organisation.name}
            </Text>
            <Group hiddenFrom="sm" gap={4} mt="xs">
              <LanguageToggle />
              <SchemeToggle />
            </Group>
          </Box>
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1}>
          <Box maw={1440} mx="auto">
            {online ? null : (
              <Box mb="md">
                <Notice tone="soon" role="status" icon={<IconCloudOff size={18} aria-hidden />}>
                  {t('shell.offline')}
                </Notice>
              </Box>
            )}
            <Outlet />
          </Box>
        </AppShell.Main>
      </AppShell>
    </Covered>
  );
}
