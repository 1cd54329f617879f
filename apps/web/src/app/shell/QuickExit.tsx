import { Button, Tooltip } from '@mantine/core';
import { IconDoorExit } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { quickExit } from '../leave';

/** Out of here, now. On every page, also before signing in. */
export function QuickExit() {
  const { t } = useTranslation();
  return (
    <Tooltip label={t('lock.quickExitHint')} multiline w={240}>
      <Button
        size="compact-sm"
        variant="default"
        color="red.8"
        aria-label={t('lock.quickExit')}
        leftSection={<IconDoorExit size={16} stroke={1.6} aria-hidden />}
        onClick={quickExit}
        styles={{ section: { marginInlineEnd: 4 } }}
      >
        {t('lock.exit')}
      </Button>
    </Tooltip>
  );
}
