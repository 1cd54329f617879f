import { useGet, useSend } from '../../api/client';

export const useNotes = (caseId: string, all: boolean) => {
  const path = { caseId };
  const every = useGet('/cases/{caseId}/notes', { path }, { enabled: all });
  const shared = useGet('/cases/{caseId}/notes/shared', { path }, { enabled: !all });
  return all ? every : shared;
};
export const useAddNote = () => useSend('post', '/cases/{caseId}/notes');
export const usePinNote = () => useSend('put', '/notes/{noteId}/pin');
export const useUnpinNote = () => useSend('delete', '/notes/{noteId}/pin');
