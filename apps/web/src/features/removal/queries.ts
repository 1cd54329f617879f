import { useGet, useSend } from '../../api/client';

export const useRemoval = (clientId: string) => useGet('/clients/{clientId}/removal', { path: { clientId } });
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
