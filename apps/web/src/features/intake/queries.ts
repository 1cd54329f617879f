import { useAsk, useAskPages, useGet, useGetPages, useSend, type BodyOf } from '../../api/client';

export const useClientConflicts = (clientId: string) =>
  useGet('/clients/{clientId}/conflicts', { path: { clientId } });
export const useConflictHits = (clientId: string) =>
  useGetPages('/clients/{clientId}/conflict-hits', { path: { clientId } });
export const useAddParty = () => useSend('post', '/clients/{clientId}/parties');
export const useRemoveParty = () => useSend('delete', '/clients/{clientId}/parties/{partyId}');
export const useCheckAgain = () => useSend('post', '/clients/{clientId}/conflict-checks');
export const useMerges = (clientId: string) => useGet('/clients/{clientId}/merges', { path: { clientId } });
export const useMergeRecord = () => useSend('post', '/clients/{clientId}/merges');
export const useUndoMerge = () => useSend('post', '/clients/{clientId}/merges/{mergeId}/undo');
export const useConflicts = (decision: string) => useGetPages('/conflicts', { query: { decision } });
export const useDecideConflict = () => useSend('post', '/conflicts/{hitId}/decision');
export const useOfficeParties = () => useGet('/office-parties');
export const useAddOfficeParty = () => useSend('post', '/office-parties');
export const useRemoveOfficeParty = () => useSend('delete', '/office-parties/{partyId}');

export const useReferrals = (state?: string) => useGetPages('/referrals', { query: { state } });
export const useReferral = (referralId: string) =>
  useGet('/referrals/{referralId}', { path: { referralId } });
export const useEnterReferral = () => useSend('post', '/referrals');
export const useCheckReferral = () => useSend('post', '/referrals/{referralId}/conflict-check');
export const useAcceptReferral = () => useSend('post', '/referrals/{referralId}/accept');
export const useDeclineReferral = () => useSend('post', '/referrals/{referralId}/decline');
export const usePassReferral = () => useSend('post', '/referrals/{referralId}/pass-on');
export const useReferElsewhere = () => useSend('post', '/referrals/{referralId}/refer-elsewhere');
export const useDuplicates = (body: BodyOf<'/clients/duplicates', 'post'>, enabled: boolean) =>
  useAsk('/clients/duplicates', body, { enabled, keep: true });
export const usePeopleLike = (name: string, enabled: boolean) =>
  useAskPages('/conflicts/ask', { name }, enabled);
export const useDoors = () => useGet('/intake/doors');
export const useOpenLink = () => useSend('post', '/intake/link');
export const useCloseLink = () => useSend('delete', '/intake/link');
export const useIntakeSettings = () => useSend('put', '/intake/settings');
export const usePartners = () => useGet('/intake/partners');
export const useSentReferrals = (clientId: string) =>
  useGet('/clients/{clientId}/sent-referrals', { path: { clientId } });
export const useSendReferral = () => useSend('post', '/clients/{clientId}/sent-referrals');
