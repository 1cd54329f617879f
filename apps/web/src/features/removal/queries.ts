import { useGet, useSend } from '../../api/client';

export const useRemoval = (clientId: string) => useGet('/clients/{clientId}/removal', { path: { clientId } });
export const useAddProceeding = () => useSend('post', '/clients/{clientId}/proceedings');
export const useEditProceeding = () => useSend('patch', '/proceedings/{id}');
export const useAddDocument = () => useSend('post', '/proceedings/{id}/documents');
export const useAddCharge = () => useSend('post', '/proceedings/{id}/charges');
export const useEditCharge = () => useSend('patch', '/charges/{id}');
export const useAddOrder = () => useSend('post', '/proceedings/{id}/orders');
export const useEditOrder = () => useSend('patch', '/orders/{id}');
export const useOrderStatus = () => useSend('post', '/orders/{id}/status');
export const useAddConviction = () => useSend('post', '/clients/{clientId}/convictions');
export const useEditConviction = () => useSend('patch', '/convictions/{id}');
