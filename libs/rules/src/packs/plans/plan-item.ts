import { inWords, type Day } from '../../calendar/day';

/** Where the advice of a plan comes from. Practice, not law: an office may do it otherwise. */
export interface PlanAuthority {
  readonly citation: string;
  readonly source: readonly string[];
  readonly provenance: 'sourced' | 'general_knowledge';
}

/** When the plans were last looked at, and when they are to be looked at again: practice moves fast. */
export const PLANS_REVIEW = { checkedOn: '2026-11-22', nextReview: '2026-12-22' } as const;

/** Says so when the plans are older than their review. */
export const reviewWarnings = (today: Day): string[] =>
  today > PLANS_REVIEW.nextReview
    ? [`Review due: this plan was to be looked at again by ${inWords(PLANS_REVIEW.nextReview)}.`]
    : [];

export const REDETENTION_ADVISORY =
  'rfkhumanrights.org: practice advisory on revocation of orders of supervision and habeas corpus';
export const NON_DETAINED_REVIEW =
  'immpolicytracking.org: ICE directs review of the non-detained docket for re-detention and removal (2025-02-18)';
export const STAY_ADVISORY =
  'pdffox.com: seeking a judicial stay of removal (2012); info.5y1.org: deportation numbers 2019';
export const THIRD_COUNTRY_MEMO = 'particle.news: ICE memorandum of 2025-07-09 on third-country removals';

/** Authority of an item that is practice without a page behind it. */
export const PRACTICE: PlanAuthority = {
  citation: 'Practice of removal defence offices',
  source: ['General knowledge: practice before and after a check-in'],
  provenance: 'general_knowledge',
};
