import { useGet, useSend } from '../../api/client';

export const useRemoval = (clientId: string) => useGet('/clients/{clientId}/removal', { path: { clientId } });
export const useHearings = (clientId: string) =>
  useGet('/clients/{clientId}/hearings', { path: { clientId } });
export const useAddHearing = () => useSend('post', '/proceedings/{proceedingId}/hearings');
export const useMoveHearing = () => useSend('post', '/hearings/{hearingId}/move');
export const useEndHearing = () => useSend('post', '/hearings/{hearingId}/end');
export const useRecordLookUp = () => useSend('post', '/proceedings/{proceedingId}/hearing-look-ups');
export const useHearingWatch = () => useGet('/hearing-watch');
export const useCancelMessage = () => useSend('post', '/planned-messages/{messageId}/cancel');
export const useJudges = () => useGet('/judges');
export const useAddJudge = () => useSend('post', '/judges');
export const useEditJudge = () => useSend('patch', '/judges/{judgeId}');
export const useAddProceeding = () => useSend('post', '/clients/{clientId}/proceedings');
export const useEditProceeding = () => useSend('patch', '/proceedings/{proceedingId}');
export const useAddDocument = () => useSend('post', '/proceedings/{proceedingId}/documents');
export const useEditDocument = () => useSend('patch', '/charging-documents/{documentId}');
export const useAddCharge = () => useSend('post', '/proceedings/{proceedingId}/charges');
export const useEditCharge = () => useSend('patch', '/charges/{chargeId}');
export const useAddOrder = () => useSend('post', '/proceedings/{proceedingId}/orders');
export const useEditOrder = () => useSend('patch', '/orders/{orderId}');
export const useOrderStatus = () => useSend('post', '/orders/{orderId}/status');
export const useAddConviction = () => useSend('post', '/clients/{clientId}/convictions');
export const useEditConviction = () => useSend('patch', '/convictions/{convictionId}');
