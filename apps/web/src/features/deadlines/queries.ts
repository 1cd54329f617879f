import { useGet, useGetPages, useSend } from '../../api/client';

export const useClientDeadlines = (clientId: string) =>
  useGet('/clients/{clientId}/deadlines', { path: { clientId } });

/** Open deadlines of every case in reach; `overdue` alone, or those within some days. */
export const useOfficeDeadlines = (query: { withinDays?: string; overdue?: boolean }) =>
  useGetPages('/deadlines', { query });

export const useConfirm = () => useSend('post', '/deadlines/{id}/confirm');
export const useComplete = () => useSend('post', '/deadlines/{id}/complete');
export const useReopen = () => useSend('post', '/deadlines/{id}/reopen');
