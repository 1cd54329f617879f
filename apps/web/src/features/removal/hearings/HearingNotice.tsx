import { Text } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/Tag';

/** On the own day: hearings that changed, and those to look up. */
export function HearingNotice({ changed, due }: { changed: number; due: number }) {
  const { t } = useTranslation();
  if (changed + due === 0) return null;
  return (
    <Notice tone={changed ? 'soon' : 'plain'} icon={<IconGavel size={18} aria-hidden />}>
      <Text size="sm">
        {changed ? `${t('hearings.changedNotice', { count: changed })} ` : ''}
        {due ? `${t('hearings.dueNotice', { count: due })} ` : ''}
        <Link to="/hearings" style={{ color: 'inherit' }}>
          {t('hearings.openList')}
        </Link>
      </Text>
    </Notice>
  );
}
