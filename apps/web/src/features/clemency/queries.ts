import { useGet, useSend } from '../../api/client';

export const useClemency = (clientId: string, enabled = true) =>
  useGet('/clients/{clientId}/clemency', { path: { clientId } }, { enabled });
export const usePardonEffect = (clientId: string) =>
  useGet('/clients/{clientId}/pardon-effect', { path: { clientId } });
export const useApply = () => useSend('post', '/clients/{clientId}/pardon-applications');
export const useMoveStage = () => useSend('post', '/pardon-applications/{applicationId}/stage');
export const useRecordGrant = () => useSend('post', '/pardon-applications/{applicationId}/grant');
export const useEditGrant = () => useSend('patch', '/pardon-grants/{grantId}');
