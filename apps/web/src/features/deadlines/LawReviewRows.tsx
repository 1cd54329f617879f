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
  const place = useRef<{ id: string; at: number } | null>(null);
  const focusRow = (at: number): void => {
    const rows = list.current?.children ?? [];
    (rows[Math.max(0, Math.min(at, rows.length - 1))] as HTMLElement | undefined)?.focus();
  };

  const ask = (at: number): void => {
    place.current = { id: reviews[at].id, at };
    setAsked(reviews[at].id);
  };

  // What was acknowledged leaves the list: the focus goes to what stands in its place.
  useEffect(() => {
    if (!place.current || reviews.some(({ id }) => id === place.current?.id)) return;
    focusRow(place.current.at);
    place.current = null;
  }, [reviews]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const at = [...(list.current?.children ?? [])].findIndex((row) => row.contains(event.target as Node));
    if (at < 0) return;
    const step = STEPS[event.key];
    if (step) focusRow(at + step);
    else if (event.key === 'a' && reviews[at]?.can.acknowledge) ask(at);
    else return;
    event.preventDefault();
  };

  const review = reviews.find(({ id }) => id === asked);
  const cancel = (): void => {
    place.current = null;
    setAsked(null);
  };
  return (
    <>
      <ol className="v-rows v-reviews" ref={list} onKeyDown={onKeyDown} aria-label={t('lawReviews.title')}>
        {reviews.map((each, at) => (
          <li key={each.id} tabIndex={-1}>
            <LawReviewCard review={each} onAcknowledge={() => ask(at)} />
          </li>
        ))}
      </ol>
      <Sheet opened={review !== undefined} onClose={cancel} title={t('lawReviews.acknowledgeTitle')}>
        {review ? <AcknowledgeForm review={review} cancel={cancel} done={() => setAsked(null)} /> : null}
      </Sheet>
    </>
  );
}
