import { IconMessageQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session';
import type { CaseFile } from '../../api/types';
import { reviewSubjects } from '../../api/values';
import { useWords } from '../../i18n/words';
import { optionsOf, orNull } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { ReviewEntry } from './ReviewEntry';
import { useAskForReview, useCaseReviews } from './queries';

/** What a supervisor was asked in this case. */
export function ReviewsPanel({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const word = useWords();
  const may = useMay();
  const reviews = useCaseReviews(file.id);
  const ask = useAskForReview();
  const reviewers = (reviews.data?.reviewers ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const actions = !may('review.request') ? null : (
    <FormButton label={t('reviews.ask')} icon={<IconMessageQuestion size={14} aria-hidden />}>
      {(close) => (
        <RecordForm
          draftKey={`review-ask:${file.id}`}
          fields={[
            {
              name: 'subject',
              kind: 'select',
              label: t('reviews.subject'),
              required: true,
              options: optionsOf(reviewSubjects, (one) => word('reviewSubject', one)),
            },
            {
              name: 'askedOf',
              kind: 'select',
              label: t('reviews.askedOf'),
              hint: t('reviews.askedOfHint'),
              options: reviewers,
            },
            { name: 'question', kind: 'textarea', label: t('reviews.question'), required: true },
          ]}
          initial={{ subject: 'draft_document', askedOf: '', question: '' }}
          send={({ askedOf, ...body }, { key }) =>
            ask.mutateAsync({
              path: { caseId: file.id },
              key,
              body: { ...body, askedOf: orNull(askedOf) },
            })
          }
          done={close}
          onCancel={close}
        />
      )}
    </FormButton>
  );
  return (
    <Panel flush title={t('reviews.inCase')} actions={actions}>
      <Answer
        query={reviews}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('reviews.emptyCase')}</Empty>}
      >
        {(data) => (
          <ul className="v-rows">
            {data.items.map((review) => (
              <li key={review.id}>
                <ReviewEntry review={review} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}
