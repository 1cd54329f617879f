import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LawReview } from '../../api/types';
import { Sheet } from '../../ui/form/FormButton';
import { AcknowledgeForm, LawReviewCard } from './LawReviewCard';

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 };
const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

/**
 * The list, worked through by hand or by keyboard: j and k move, a acknowledges. The keys hold only while the focus is
 * in the list, so that they never surprise anybody who dictates or uses a switch (WCAG 2.1.4).
 */
export function LawReviewRows({ reviews }: { reviews: LawReview[] }) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const left = useRef<number | null>(null);
  const focusRow = (at: number): void => {
    const rows = list.current?.children ?? [];
    (rows[Math.max(0, Math.min(at, rows.length - 1))] as HTMLElement | undefined)?.focus();
  };

  // What was acknowledged leaves the list: the focus goes to what stands in its place.
  useEffect(() => {
    if (left.current !== null) focusRow(left.current);
    left.current = null;
  }, [reviews.length]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const at = [...(list.current?.children ?? [])].findIndex((row) => row.contains(event.target as Node));
    if (at < 0) return;
    const step = STEPS[event.key];
    if (step) focusRow(at + step);
    else if (event.key === 'a' && reviews[at]?.can.acknowledge) setAsked(reviews[at].id);
    else return;
    event.preventDefault();
  };

  const review = reviews.find(({ id }) => id === asked);
  const close = (): void => setAsked(null);
  return (
    <>
      <ol className="v-rows v-reviews" ref={list} onKeyDown={onKeyDown} aria-label={t('lawReviews.title')}>
        {reviews.map((each) => (
          <li key={each.id} tabIndex={-1}>
            <LawReviewCard review={each} onAcknowledge={() => setAsked(each.id)} />
          </li>
        ))}
      </ol>
      <Sheet opened={review !== undefined} onClose={close} title={t('lawReviews.acknowledgeTitle')}>
        {review ? (
          <AcknowledgeForm
            review={review}
            close={close}
            done={() => {
              left.current = reviews.indexOf(review);
              close();
            }}
          />
        ) : null}
      </Sheet>
    </>
  );
}
