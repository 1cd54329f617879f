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
  const waiting = data?.waitingCalls.length ?? 0;
  if (!data?.items.length && !waiting) return null;
  const items = data?.items ?? [];
  const due = items.filter(({ overdue }) => overdue).length;
  const moved = items.filter(({ movedAt }) => movedAt !== null).length;
  return (
    <Notice tone={due + moved + waiting > 0 ? 'urgent' : 'soon'} icon={<IconLock size={18} aria-hidden />}>
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {items.length > 0 ? <strong>{t('detained.panel', { count: items.length })}. </strong> : null}
          {waiting > 0 ? `${t('detained.callsWait', { count: waiting })}. ` : ''}
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
