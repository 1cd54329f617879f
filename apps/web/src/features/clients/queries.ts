import { useGet, useGetPages, useSend } from '../../api/client';

export const useClient = (clientId: string) => useGet('/clients/{clientId}', { path: { clientId } });
/** Every case of a client that this person sees. */
export const useClientCases = (clientId: string) =>
  useGet('/clients/{clientId}/cases', { path: { clientId } });
export const useCustody = (clientId: string) => useGet('/clients/{clientId}/custody', { path: { clientId } });
/** What of the chronology fits a filter, a hundred facts at a time. */
export const useTimelinePages = (clientId: string, query: Record<string, string>) =>
  useGetPages('/clients/{clientId}/timeline', { path: { clientId }, query: { ...query, limit: 100 } });
export const useTimeline = (clientId: string) =>
  useGet('/clients/{clientId}/timeline', { path: { clientId } });
export const useCreateClient = () => useSend('post', '/clients');
export const useEditClient = () => useSend('patch', '/clients/{clientId}');
export const useReveal = () => useSend('post', '/clients/{clientId}/a-number/reveal');
export const useAddContact = () => useSend('post', '/clients/{clientId}/contacts');
export const useEditContact = () => useSend('patch', '/clients/{clientId}/contacts/{contactId}');
export const useRemoveContact = () => useSend('delete', '/clients/{clientId}/contacts/{contactId}');
export const useRecordCustody = () => useSend('post', '/clients/{clientId}/custody');

export const useSetLanguages = () => useSend('put', '/clients/{clientId}/languages');
export const useOrderContacts = () => useSend('put', '/clients/{clientId}/contacts/order');
export const useFormerContacts = (clientId: string) =>
  useGet('/clients/{clientId}/former-contacts', { path: { clientId } });
export const useContactHistory = (clientId: string, contactId: string) =>
  useGet('/clients/{clientId}/contacts/{contactId}/history', { path: { clientId, contactId } });

export const useIdentifiers = (clientId: string) =>
  useGet('/clients/{clientId}/identifiers', { path: { clientId } });
export const useAddIdentifier = () => useSend('post', '/clients/{clientId}/identifiers');
export const useEditIdentifier = () => useSend('patch', '/clients/{clientId}/identifiers/{identifierId}');
export const useRemoveIdentifier = () => useSend('delete', '/clients/{clientId}/identifiers/{identifierId}');
export const useRevealIdentifier = () =>
  useSend('post', '/clients/{clientId}/identifiers/{identifierId}/reveal');

export const useFamily = (clientId: string, enabled = true) =>
  useGet('/clients/{clientId}/family', { path: { clientId } }, { enabled });
export const useAddRelative = () => useSend('post', '/clients/{clientId}/family');
export const useEditRelative = () => useSend('patch', '/clients/{clientId}/family/{relativeId}');
export const useRemoveRelative = () => useSend('delete', '/clients/{clientId}/family/{relativeId}');

export const useConsents = (clientId: string, on?: string) =>
  useGet('/clients/{clientId}/consents', { path: { clientId }, query: { on } }, { keep: true });
export const useGiveConsent = () => useSend('post', '/clients/{clientId}/consents');
export const useRevokeConsent = () => useSend('post', '/clients/{clientId}/consents/{consentId}/revoke');

export const useTrustedContacts = (clientId: string) =>
  useGet('/clients/{clientId}/trusted-contacts', { path: { clientId } });
export const useAddTrustedContact = () => useSend('post', '/clients/{clientId}/trusted-contacts');
export const useEditTrustedContact = () =>
  useSend('patch', '/clients/{clientId}/trusted-contacts/{trustedContactId}');
export const useRemoveTrustedContact = () =>
  useSend('delete', '/clients/{clientId}/trusted-contacts/{trustedContactId}');
export const useOrderTrustedContacts = () => useSend('put', '/clients/{clientId}/trusted-contacts/order');

export const usePlan = (clientId: string) => useGet('/clients/{clientId}/plan', { path: { clientId } });
export const useWritePlanItem = () => useSend('put', '/clients/{clientId}/plan/items/{item}');
export const useAddPlanItem = () => useSend('post', '/clients/{clientId}/plan/items');
export const useRemovePlanItem = () => useSend('delete', '/clients/{clientId}/plan/items/{item}');
export const usePlanItemHistory = (clientId: string, item: string) =>
  useGet('/clients/{clientId}/plan/items/{item}', { path: { clientId, item } });
