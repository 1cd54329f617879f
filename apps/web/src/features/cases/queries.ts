import { useAskPages, useGet, useGetPages, useSend, type BodyOf } from '../../api/client';

export const useCases = (filters: BodyOf<'/cases/search', 'post'>) => useAskPages('/cases/search', filters);
export const useCase = (caseId: string) => useGet('/cases/{caseId}', { path: { caseId } });
export const useEditCase = () => useSend('patch', '/cases/{caseId}');
export const useNewCase = () => useSend('post', '/clients/{clientId}/cases');
export const useChangeStage = () => useSend('post', '/cases/{caseId}/stage');
export const useCloseCase = () => useSend('post', '/cases/{caseId}/close');
export const useClosing = (caseId: string) => useGet('/cases/{caseId}/closing', { path: { caseId } });
export const useReopenCase = () => useSend('post', '/cases/{caseId}/reopen');
export const useAddMember = () => useSend('put', '/cases/{caseId}/team/{userId}');
export const useRemoveMember = () => useSend('delete', '/cases/{caseId}/team/{userId}');
export const useAccessLog = (caseId: string) => useGetPages('/cases/{caseId}/access', { path: { caseId } });
export const useListViews = () => useGet('/list-views');
export const useAddListView = () => useSend('post', '/list-views');
export const useReplaceListView = () => useSend('put', '/list-views/{viewId}');
export const useRemoveListView = () => useSend('delete', '/list-views/{viewId}');
