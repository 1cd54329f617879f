import { useGet, useSend } from '../../api/client';

export const useRecordRequests = (clientId: string) =>
  useGet('/clients/{clientId}/record-requests', { path: { clientId } });
export const useAllRequests = (query: Record<string, string | undefined>) =>
  useGet('/record-requests', { query }, { keep: true });
export const useAddRequest = () => useSend('post', '/clients/{clientId}/record-requests');
export const useEditRequest = () => useSend('patch', '/record-requests/{requestId}');
export const useRecordEvent = () => useSend('post', '/record-requests/{requestId}/events');
export const useWithdrawEvent = () => useSend('post', '/record-events/{eventId}/withdraw');
