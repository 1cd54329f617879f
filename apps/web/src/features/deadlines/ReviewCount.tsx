import { Text, VisuallyHidden } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session';
import { Notice, Tag } from '../../ui/Tag';
import { MOST_COUNTED, useWaitingReviews } from './queries';

/** Beside the navigation: how many dates moved by the law this person has still to look at. */
export function ReviewCount() {
  const { t } = useTranslation();
  const may = useMay();
  const { data } = useWaitingReviews(may('law.review'));
  const count = data?.items.length ?? 0;
  if (count === 0) return null;
  const shown = data?.nextCursor ? `${MOST_COUNTED}+` : String(count);
  return (
    <Tag tone="soon">
      <span aria-hidden>{shown}</span>
      <VisuallyHidden>{t('lawReviews.count', { count: shown as never })}</VisuallyHidden>
    </Tag>
  );
}

/** On the own day, before everything else. */
export function ReviewNotice({ count }: { count: number }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <Notice tone="soon" icon={<IconScale size={18} aria-hidden />}>
      <Text size="sm">
        {t('lawReviews.waiting', { count })}{' '}
        <Link to="/law-reviews" search={{ mine: 'true' }} style={{ color: 'inherit' }}>
          {t('lawReviews.openList')}
        </Link>
      </Text>
    </Notice>
  );
}
