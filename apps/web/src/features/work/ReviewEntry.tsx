import { Group, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Review } from '../../api/types';
import { reviewDecisions } from '../../api/values';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { optionsOf, orAbsent } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { personName, useFormat } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { ClientLink } from '../clients/ClientLink';
import { useDecideReview, useWithdrawReview } from './queries';

/** What was asked, by whom, and what was decided. */
export function ReviewEntry({ review, withClient }: { review: Review; withClient?: boolean }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const withdraw = useWithdrawReview();
  const tone = { approved: 'good', changes_wanted: 'urgent', waiting: 'soon' } as const;
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ flex: '1 1 240px', minWidth: 0 }}>
        {withClient ? (
          <ClientLink clientId={review.clientId} caseId={review.caseId} tab="work">
            {review.clientName}
          </ClientLink>
        ) : null}
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {word('reviewSubject', review.subject)}
          </Text>
          <Tag tone={tone[review.status as 'waiting'] ?? 'plain'}>{word('reviewState', review.status)}</Tag>
        </Group>
        <Text size="sm" maw={720} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {review.question}
        </Text>
        <Text size="xs" c="dimmed">
          {t('reviews.asked', {
            name: personName(review.requestedBy),
            when: format.instant(review.requestedAt),
          })}
          {review.askedOf ? ` · ${t('reviews.of', { name: personName(review.askedOf) })}` : ''}
        </Text>
        {review.decidedBy ? (
          <Text size="sm" mt={4}>
            <strong>{personName(review.decidedBy)}</strong>, {format.instant(review.decidedAt)}
            {review.reason ? `: ${review.reason}` : ''}
          </Text>
        ) : null}
      </div>
      <Group gap="xs">
        {review.can.decide ? <Decide review={review} /> : null}
        {review.can.withdraw ? (
          <ConfirmButton
            label={t('reviews.withdraw')}
            confirm={t('reviews.withdraw')}
            question={t('reviews.withdrawAsk')}
            icon={<IconX size={14} aria-hidden />}
            variant="subtle"
            act={() => withdraw.mutateAsync({ path: { reviewId: review.id }, version: review.version })}
          />
        ) : null}
      </Group>
    </Group>
  );
}

function Decide({ review }: { review: Review }) {
  const { t } = useTranslation();
  const word = useWords();
  const decide = useDecideReview();
  return (
    <FormButton label={t('reviews.decide')} icon={<IconCheck size={14} aria-hidden />}>
      {(close) => (
        <RecordForm
          draftKey={`review:${review.id}`}
          version={review.version}
          intro={review.question}
          fields={[
            {
              name: 'decision',
              kind: 'select',
              label: t('reviews.decision'),
              required: true,
              options: optionsOf(reviewDecisions, (one) => word('reviewState', one)),
            },
            { name: 'reason', kind: 'textarea', label: t('reviews.reason'), hint: t('reviews.reasonHint') },
          ]}
          initial={{ decision: 'approved', reason: '' }}
          send={({ decision, reason }, { version, key }) =>
            decide.mutateAsync({
              path: { reviewId: review.id },
              version,
              key,
              body: { decision, reason: orAbsent(reason) },
            })
          }
          done={close}
          onCancel={close}
        />
      )}
    </FormButton>
  );
}
