import { useGet, useGetPages, useSend } from '../../api/client';

export const useClientDeadlines = (clientId: string, enabled = true) =>
  useGet('/clients/{clientId}/deadlines', { path: { clientId } }, { enabled });

/** Open deadlines of every case in reach: overdue, within some days, or those that lack a date. */
export const useOfficeDeadlines = (query: {
  withinDays?: string;
  overdue?: boolean;
  needsDate?: boolean;
  waiting?: boolean;
}) => useGetPages('/deadlines', { query });

/** One deadline with everything behind its date. */
export const useDeadline = (deadlineId: string) =>
  useGet('/deadlines/{deadlineId}', { path: { deadlineId } });

export const useConfirm = () => useSend('post', '/deadlines/{deadlineId}/confirm');
export const useProve = () => useSend('post', '/deadlines/{deadlineId}/proof');
export const useSignOff = () => useSend('post', '/deadlines/{deadlineId}/sign-off');
export const useSendBack = () => useSend('post', '/deadlines/{deadlineId}/send-back');
export const useComplete = () => useSend('post', '/deadlines/{deadlineId}/complete');
export const useReopen = () => useSend('post', '/deadlines/{deadlineId}/reopen');
export const usePrintDate = () => useSend('post', '/deadlines/{deadlineId}/printed-date');
export const useWithdrawPrinted = () => useSend('post', '/deadlines/{deadlineId}/printed-date/withdraw');

/** Dates that a change of law moved, the latest first. */
export const useLawReviews = (query: { state?: string; mine?: boolean }) =>
  useGetPages('/law-reviews', { query });
export const useAcknowledge = () => useSend('post', '/law-reviews/{reviewId}/acknowledge');

/** How many wait for this person are counted up to here. */
export const MOST_COUNTED = 100;
/** Those that wait for this person, for the number beside the navigation. */
export const useWaitingReviews = (enabled: boolean) =>
  useGet('/law-reviews', { query: { mine: true, limit: MOST_COUNTED } }, { enabled, staleTime: 60_000 });
