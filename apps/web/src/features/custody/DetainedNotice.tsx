import { Anchor, Group, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session';
import { Notice } from '../../ui/Tag';
import { useDetained } from './queries';

/** On the first page: how many are held, and how many have to be looked for now. Nothing when nobody is. */
export function DetainedNotice() {
  const may = useMay();
  return may('custody.list') ? <Count /> : null;
}

function Count() {
  const { t } = useTranslation();
  const { data } = useDetained();
  if (!data?.items.length) return null;
  const due = data.items.filter(({ overdue }) => overdue).length;
  const moved = data.items.filter(({ movedAt }) => movedAt !== null).length;
  return (
    <Notice tone={due > 0 || moved > 0 ? 'urgent' : 'soon'} icon={<IconLock size={18} aria-hidden />}>
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          <strong>{t('detained.panel', { count: data.items.length })}.</strong>{' '}
          {due > 0 ? `${t('detained.dueNow', { count: due })}. ` : ''}
          {moved > 0 ? `${t('detained.movedLately', { count: moved })}.` : ''}
        </Text>
        <Anchor component={Link} to="/detained" size="sm" underline="always">
          {t('detained.open')}
        </Anchor>
      </Group>
    </Notice>
  );
}
