import { useGet, useSend } from '../../api/client';

export const useClientCheckIns = (clientId: string, enabled = true) =>
  useGet('/clients/{clientId}/check-ins', { path: { clientId } }, { enabled });
export const useCalendar = (from: string, to: string, officeCode: string | undefined) =>
  useGet('/check-ins', { query: { from, to, officeCode } }, { keep: true });
export const useSchedule = () => useSend('post', '/clients/{clientId}/check-ins');
export const useMove = () => useSend('post', '/check-ins/{checkInId}/move');
export const useOutcome = () => useSend('post', '/check-ins/{checkInId}/outcome');
export const useCancel = () => useSend('post', '/check-ins/{checkInId}/cancel');
