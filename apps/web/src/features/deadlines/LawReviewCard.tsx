import { Button, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconEye } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LawReview } from '../../api/types';
import { useWords } from '../../i18n/words';
import { orNull } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { daysBetween, personName, useFormat } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { ClientLink } from '../clients/ClientLink';
import { LawText } from './LawText';
import { useAcknowledge } from './queries';
import './reasons.css';

type Side = NonNullable<LawReview['before']>;

/** One moved date: whose, what changed and why, and the dates before and after beside each other. */
export function LawReviewCard({ review, onAcknowledge }: { review: LawReview; onAcknowledge: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <article className="v-review" aria-label={`${review.clientName}, ${review.title}`}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div style={{ flex: '1 1 260px', minWidth: 0 }}>
          <ClientLink clientId={review.clientId} tab="deadlines">
            {review.clientName}
          </ClientLink>
          <Group gap="xs">
            <Link
              className="v-review-title"
              to="/deadlines/$deadlineId/why"
              params={{ deadlineId: review.deadlineId }}
              lang="en"
            >
              {review.title}
            </Link>
            <Tag tone="soon">{t(`lawReviews.cause.${review.cause}`)}</Tag>
            <Moved review={review} />
          </Group>
        </div>
        {review.can.acknowledge && !review.acknowledged ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconEye size={14} aria-hidden />}
            onClick={onAcknowledge}
          >
            {t('lawReviews.acknowledge')}
          </Button>
        ) : null}
      </Group>
      <Text size="sm" mt={4}>
        <LawText>{review.what}</LawText>
      </Text>
      <div className="v-beside">
        <Dates
          label={t('lawReviews.before')}
          side={review.before}
          other={review.after}
          none={t('lawReviews.noBefore')}
        />
        <Dates
          label={t('lawReviews.after')}
          side={review.after}
          other={review.before}
          none={t('lawReviews.noAfter')}
        />
      </div>
      <Text size="xs" c="dimmed" mt={4}>
        {[
          review.attorney
            ? t('lawReviews.attorney', { name: personName(review.attorney) })
            : t('lawReviews.noAttorney'),
          t('lawReviews.found', { when: format.instant(review.at) }),
        ].join(' · ')}
      </Text>
      <Seen review={review} />
    </article>
  );
}

/** How far the last day moved; earlier is the danger. */
function Moved({ review: { before, after } }: { review: LawReview }) {
  const { t } = useTranslation();
  if (!before?.dueOn || !after?.dueOn) return null;
  const days = daysBetween(before.dueOn, after.dueOn);
  if (days === 0) return <Tag>{t('lawReviews.sameDay')}</Tag>;
  return days < 0 ? (
    <Tag tone="urgent">{t('lawReviews.earlier', { count: -days })}</Tag>
  ) : (
    <Tag tone="soon">{t('lawReviews.later', { count: days })}</Tag>
  );
}

const DATES = [
  ['taskOn', 'actBy'],
  ['conservativeOn', 'conservative'],
  ['dueOn', 'lastDay'],
  ['outerOn', 'outer'],
] as const;

/** The dates of one side; a reading that gives no day of its own is left out on both. */
function Dates(props: { label: string; side: Side | null; other: Side | null; none: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const { label, side, other, none } = props;
  const rows = DATES.filter(
    ([name]) =>
      name === 'taskOn' ||
      name === 'dueOn' ||
      [side, other].some((each) => each?.[name] && each[name] !== each.dueOn),
  ).filter(([name]) => side?.[name]);
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      {side ? (
        <>
          <dl>
            {rows.map(([name, words]) => (
              <div key={name} data-same={side[name] === other?.[name]}>
                <dt>{t(`deadlines.${words}`)}</dt>
                <dd className="v-num">{format.nearDay(side[name])}</dd>
              </div>
            ))}
          </dl>
          {rows.length ? null : <Text size="sm">{word('deadlineKind', side.kind)}</Text>}
          <Text size="xs" c="dimmed">
            {t('lawReviews.ruleLine', {
              version: side.ruleVersion,
              status: word('readingStatus', side.ruleStatus),
            })}
          </Text>
        </>
      ) : (
        <Text size="sm">{none}</Text>
      )}
    </section>
  );
}

function Seen({ review: { acknowledged } }: { review: LawReview }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!acknowledged) return null;
  return (
    <Text size="sm" mt={4}>
      <IconCircleCheck size={15} style={{ verticalAlign: -2 }} aria-hidden />{' '}
      {t('lawReviews.acknowledgedBy', {
        name: personName(acknowledged.by),
        when: format.instant(acknowledged.at),
      })}
      {acknowledged.note ? `. ${acknowledged.note}` : ''}
    </Text>
  );
}

/** Says that somebody has seen it, with what follows from it if anything does. */
export function AcknowledgeForm(props: { review: LawReview; cancel: () => void; done: () => void }) {
  const { review } = props;
  const { t } = useTranslation();
  const acknowledge = useAcknowledge();
  return (
    <RecordForm
      draftKey={`law-review:${review.id}`}
      version={review.version}
      submitLabel={t('lawReviews.acknowledge')}
      intro={
        <div>
          <Text size="sm" fw={600}>
            {review.clientName}
          </Text>
          <Text size="sm" lang="en">
            {review.title}
          </Text>
        </div>
      }
      fields={[
        {
          name: 'note',
          kind: 'textarea',
          label: t('lawReviews.acknowledgeNote'),
          hint: t('lawReviews.acknowledgeHint'),
        },
      ]}
      initial={{ note: '' }}
      send={({ note }, { version, key }) =>
        acknowledge.mutateAsync({
          path: { reviewId: review.id },
          version,
          key,
          body: { note: orNull(note) },
        })
      }
      done={props.done}
      onCancel={props.cancel}
    />
  );
}
