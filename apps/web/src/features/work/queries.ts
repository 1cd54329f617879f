import { useGet, useGetPages, useSend } from '../../api/client';

export const useNotes = (caseId: string, all: boolean) => {
  const path = { caseId };
  const every = useGet('/cases/{caseId}/notes', { path }, { enabled: all });
  const shared = useGet('/cases/{caseId}/notes/shared', { path }, { enabled: !all });
  return all ? every : shared;
};
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
