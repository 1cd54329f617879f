import { useGet, useSend } from '../../api/client';

/** Stays, motions used up, departure, diligence, the next check-in, custody. */
export const useStanding = (clientId: string) =>
  useGet('/clients/{clientId}/standing', { path: { clientId } });

export const useMotions = (clientId: string) => useGet('/clients/{clientId}/motions', { path: { clientId } });
export const useAddMotion = () => useSend('post', '/clients/{clientId}/motions');
export const useEditMotion = () => useSend('patch', '/motions/{motionId}');

export const useDiligence = (clientId: string) =>
  useGet('/clients/{clientId}/diligence', { path: { clientId } });
export const useRecordDiligence = () => useSend('post', '/clients/{clientId}/diligence');
export const useWithdrawDiligence = () => useSend('post', '/diligence-steps/{stepId}/withdraw');
