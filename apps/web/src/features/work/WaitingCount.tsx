import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session';
import { useMyReviews } from './queries';

/** How many reviews wait for this person, beside the navigation. */
export function WaitingCount() {
  const { t } = useTranslation();
  const may = useMay();
  const waiting = useMyReviews(may('review.decide'));
  const count = waiting.data?.items.length ?? 0;
  if (count === 0) return null;
  return (
    <Badge size="sm" variant="light" aria-label={t('reviews.waiting', { count })}>
      {count}
    </Badge>
  );
}
