import { SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { MoreButton } from '../../ui/MoreButton';
import { optionsOf } from '../../ui/form/field';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { Answer, Empty, Loading } from '../../ui/states';
import { reviewStates } from '../../api/values';
import { ReviewEntry } from './ReviewEntry';
import { useReviews } from './queries';

/** What waits for a supervisor, the longest first. */
export function ReviewsPage() {
  const { t } = useTranslation();
  const word = useWords();
  const navigate = useNavigate();
  const { state = 'waiting' } = useSearch({ from: '/shell/reviews' });
  const found = useReviews(state);
  return (
    <Screen
      title={t('reviews.title')}
      lead={t('reviews.lead')}
      actions={
        <SegmentedControl
          size="xs"
          className="v-which"
          aria-label={t('tasks.state')}
          value={state}
          onChange={(next) => void navigate({ to: '/reviews', search: { state: next }, replace: true })}
          data={optionsOf(reviewStates, (one) => word('reviewState', one))}
        />
      }
    >
      <Panel flush>
        <Answer
          query={found}
          loading={<Loading lines={6} />}
          isEmpty={(data) => data.pages[0].items.length === 0}
          empty={<Empty>{t('reviews.empty')}</Empty>}
        >
          {(data) => (
            <>
              <ul className="v-rows">
                {data.pages
                  .flatMap((page) => page.items)
                  .map((review) => (
                    <li key={review.id}>
                      <ReviewEntry review={review} withClient />
                    </li>
                  ))}
              </ul>
              <MoreButton list={found} />
            </>
          )}
        </Answer>
      </Panel>
    </Screen>
  );
}
