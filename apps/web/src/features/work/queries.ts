import { useGet, useGetPages, useSend } from '../../api/client';

/** The notes of a case page by page: all of them, or those that volunteers may read. */
export const useNotes = (caseId: string, all: boolean, topic: string | null) =>
  useGetPages(all ? '/cases/{caseId}/notes' : '/cases/{caseId}/notes/shared', {
    path: { caseId },
    query: { topic: topic ?? undefined },
  });
export const useAddNote = () => useSend('post', '/cases/{caseId}/notes');
export const usePinNote = () => useSend('put', '/notes/{noteId}/pin');
export const useUnpinNote = () => useSend('delete', '/notes/{noteId}/pin');

export const useCaseTasks = (caseId: string) => useGet('/cases/{caseId}/tasks', { path: { caseId } });
/** Tasks of every case in reach. */
export const useTasks = (query: { whose?: string; state?: string; overdue?: boolean }) =>
  useGetPages('/tasks', { query });
export const useAddTask = () => useSend('post', '/cases/{caseId}/tasks');
export const useEditTask = () => useSend('patch', '/tasks/{taskId}');
export const useFinishTask = () => useSend('post', '/tasks/{taskId}/done');
export const useDropTask = () => useSend('post', '/tasks/{taskId}/drop');
export const useReopenTask = () => useSend('post', '/tasks/{taskId}/reopen');
export const usePutOffTask = () => useSend('post', '/tasks/{taskId}/put-off');
export const useTick = () => useSend('put', '/tasks/{taskId}/items/{itemId}/tick');
export const useUntick = () => useSend('delete', '/tasks/{taskId}/items/{itemId}/tick');
export const useTemplates = () => useGet('/task-templates');
export const useAddTemplate = () => useSend('post', '/task-templates');
export const useReplaceTemplate = () => useSend('put', '/task-templates/{templateId}');
export const useUseTemplate = () => useSend('post', '/cases/{caseId}/tasks/from-template');

export const useCaseTime = (caseId: string) =>
  useGet('/cases/{caseId}/time', { path: { caseId }, query: { limit: 100 } });
export const useTime = (query: { from: string; to: string }) => useGetPages('/time-entries', { query });
export const useTotals = (query: { from: string; to: string }) => useGet('/time-totals', { query });
export const useRecordTime = () => useSend('post', '/cases/{caseId}/time');
export const useEditTime = () => useSend('patch', '/time-entries/{entryId}');
export const useWithdrawTime = () => useSend('post', '/time-entries/{entryId}/withdraw');
export const useTimer = () => useGet('/me/timer');
export const useStartTimer = () => useSend('put', '/cases/{caseId}/timer');
export const useStopTimer = () => useSend('delete', '/me/timer');
export const useFunding = () => useGet('/funding-codes');
export const useAddFunding = () => useSend('post', '/funding-codes');
export const useReplaceFunding = () => useSend('put', '/funding-codes/{fundingId}');

export const useCaseReviews = (caseId: string) => useGet('/cases/{caseId}/reviews', { path: { caseId } });
export const useReviews = (state: string) => useGetPages('/reviews', { query: { state } });
/** What waits for this person, for the number beside the navigation. */
export const useMyReviews = (enabled: boolean) =>
  useGet('/reviews', { query: { forMe: true, limit: 100 } }, { enabled, staleTime: 60_000 });
export const useAskForReview = () => useSend('post', '/cases/{caseId}/reviews');
export const useDecideReview = () => useSend('post', '/reviews/{reviewId}/decision');
export const useWithdrawReview = () => useSend('post', '/reviews/{reviewId}/withdraw');
