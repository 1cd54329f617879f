import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Below a list that stops before its end: that there is more, so that nobody takes what is shown for everything. */
export function CutNote({ more, shown }: { more: boolean; shown: number }) {
  const { t } = useTranslation();
  return more ? (
    <Text size="sm" fw={600} c="var(--v-soon)" px="md" py="xs">
      {t('common.onlyFirst', { count: shown })}
    </Text>
  ) : null;
}
