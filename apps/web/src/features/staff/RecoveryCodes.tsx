import { Button, Code, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconPrinter, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { Sheet } from '../../ui/form/FormButton';
import { Notice } from '../../ui/Tag';
import { useRenewCodes } from './queries';

/** How many are left, and ten new ones. */
export function RecoveryCodes({ left }: { left: number }) {
  const { t } = useTranslation();
  const renew = useRenewCodes();
  const [codes, setCodes] = useState<string[] | null>(null);
  return (
    <Group justify="space-between" gap="xs" p="md">
      <div>
        <Text size="sm" fw={600}>
          {t('factors.recovery')}
        </Text>
        <Text size="xs" c={left < 3 ? 'var(--v-urgent)' : 'dimmed'}>
          {t('factors.recoveryLeft', { count: left })}
        </Text>
      </div>
      <ConfirmButton
        label={t('factors.renew')}
        confirm={t('factors.renew')}
        question={t('factors.renewAsk')}
        icon={<IconRefresh size={14} aria-hidden />}
        variant="subtle"
        act={async () => setCodes((await renew.mutateAsync({})).recoveryCodes)}
      />
      <Sheet opened={codes !== null} onClose={() => setCodes(null)} title={t('factors.recovery')}>
        <ShownCodes codes={codes ?? []} done={() => setCodes(null)} />
      </Sheet>
    </Group>
  );
}

/** The codes, this one time. */
export function ShownCodes(props: { codes: string[]; done: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Notice tone="soon" role="status">
        {t('factors.once')}
      </Notice>
      <SimpleGrid cols={2} spacing="xs" component="ol" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
        {props.codes.map((code) => (
          <li key={code}>
            <Code block>{code}</Code>
          </li>
        ))}
      </SimpleGrid>
      <Group justify="flex-end" gap="xs">
        <Button
          variant="default"
          leftSection={<IconPrinter size={14} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('factors.print')}
        </Button>
        <Button onClick={props.done}>{t('factors.done')}</Button>
      </Group>
    </Stack>
  );
}
