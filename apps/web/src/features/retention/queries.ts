import { useGet, useSend } from '../../api/client';

export const useRetention = () => useGet('/retention');
export const useSchedules = () => useGet('/retention/schedules');
export const useSetSchedule = () => useSend('put', '/retention/schedules');
export const useKeeping = (clientId: string) => useGet('/clients/{clientId}/keeping', { path: { clientId } });
export const usePlaceHold = () => useSend('post', '/clients/{clientId}/holds');
export const useLiftHold = () => useSend('post', '/holds/{holdId}/lift');
export const usePropose = () => useSend('post', '/clients/{clientId}/destruction');
export const useApprove = () => useSend('post', '/destructions/{destructionId}/approve');
export const useCancel = () => useSend('post', '/destructions/{destructionId}/cancel');
