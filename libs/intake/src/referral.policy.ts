export const REFERRAL_STATES = [
  'new',
  'conflict_check',
  'accepted',
  'declined',
  'referred_elsewhere',
] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];
export const ORIGINS = ['staff', 'public', 'organisation'] as const;
export const DECLINE_CODES = [
  'conflict',
  'no_capacity',
  'outside_area',
  'other_kind_of_matter',
  'not_reached',
  'withdrew',
  'other',
] as const;
export const NEXT_KINDS = ['check_in', 'hearing', 'other'] as const;
export const DETAINED = ['yes', 'no', 'not_known'] as const;

/** How long the file of somebody who was not taken on is kept. */
export const KEEP_DECLINED_DAYS = 90;

const MOVES: Record<ReferralState, readonly ReferralState[]> = {
  new: ['conflict_check', 'declined', 'referred_elsewhere'],
  conflict_check: ['conflict_check', 'accepted', 'declined', 'referred_elsewhere'],
  accepted: [],
  declined: [],
  referred_elsewhere: [],
};

/** Whether a referral may come to a state from where it is. */
export function mayMove(from: string, to: ReferralState): boolean {
  return MOVES[from as ReferralState].includes(to);
}

/** Whether the story may be shown: conflicts are cleared, and the person was not turned away. */
export function isShown(referral: { state: string; clearedAt: Date | null }): boolean {
  return referral.clearedAt !== null && ['conflict_check', 'accepted'].includes(referral.state);
}
