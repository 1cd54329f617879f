import { useAsk, useGet, useSend } from '../../api/client';

export const useRetention = () => useGet('/retention');
export const useSchedules = () => useGet('/retention/schedules');
export const useSetSchedule = () => useSend('put', '/retention/schedules');
export const useKeeping = (clientId: string) => useGet('/clients/{clientId}/keeping', { path: { clientId } });
export const usePlaceHold = () => useSend('post', '/clients/{clientId}/holds');
export const useLiftHold = () => useSend('post', '/holds/{holdId}/lift');
export const usePropose = () => useSend('post', '/clients/{clientId}/destruction');
export const useApprove = () => useSend('post', '/destructions/{destructionId}/approve');
export const useCancel = () => useSend('post', '/destructions/{destructionId}/cancel');
export const useDemands = () => useGet('/demands');
export const useDemand = (demandId: string) => useGet('/demands/{demandId}', { path: { demandId } });
export const useAddDemand = () => useSend('post', '/demands');
export const useSetScope = () => useSend('put', '/demands/{demandId}/scope');
export const useReleaseNote = () => useSend('post', '/demands/{demandId}/releases');
export const useReleaseClient = () => useSend('post', '/demands/{demandId}/client-releases');
export const useDecide = () => useSend('post', '/demands/{demandId}/decision');
export const useApproveDemand = () => useSend('post', '/demands/{demandId}/approval');
/** Clients by name or A-number, for the scope. */
export const useClientsLike = (q: string) => useAsk('/cases/search', { q, limit: 20 }, { keep: true });
export const useLeftTheOffice = (clientId: string) =>
  useGet('/clients/{clientId}/left-the-office', { path: { clientId } });
