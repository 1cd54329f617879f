import { useGet, useSend } from '../../api/client';

export const useClient = (clientId: string) => useGet('/clients/{clientId}', { path: { clientId } });
/** Every case of a client that this person sees. */
export const useClientCases = (clientId: string) =>
  useGet('/clients/{clientId}/cases', { path: { clientId } });
export const useCustody = (clientId: string) => useGet('/clients/{clientId}/custody', { path: { clientId } });
export const useTimeline = (clientId: string) =>
  useGet('/clients/{clientId}/timeline', { path: { clientId } });
export const useCreateClient = () => useSend('post', '/clients');
export const useEditClient = () => useSend('patch', '/clients/{clientId}');
export const useReveal = () => useSend('post', '/clients/{clientId}/a-number/reveal');
export const useAddContact = () => useSend('post', '/clients/{clientId}/contacts');
export const useEditContact = () => useSend('patch', '/clients/{clientId}/contacts/{contactId}');
export const useRemoveContact = () => useSend('delete', '/clients/{clientId}/contacts/{contactId}');
export const useRecordCustody = () => useSend('post', '/clients/{clientId}/custody');
