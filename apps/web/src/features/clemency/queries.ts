import { useGet, useSend } from '../../api/client';

export const useClemency = (clientId: string) =>
  useGet('/clients/{clientId}/clemency', { path: { clientId } });
export const usePardonEffect = (clientId: string) =>
  useGet('/clients/{clientId}/pardon-effect', { path: { clientId } });
export const useApply = () => useSend('post', '/clients/{clientId}/pardon-applications');
export const useMoveStage = () => useSend('post', '/pardon-applications/{id}/stage');
export const useRecordGrant = () => useSend('post', '/pardon-applications/{id}/grant');
export const useEditGrant = () => useSend('patch', '/pardon-grants/{id}');
