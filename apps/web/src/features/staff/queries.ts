import { useGet, useSend } from '../../api/client';
import type { Option } from '../../ui/form/field';

export const useStaff = () => useGet('/staff', {}, { staleTime: 60_000 });
export const useInvitations = (enabled: boolean) => useGet('/staff/invitations', {}, { enabled });
export const useInvite = () => useSend('post', '/staff/invitations');
export const useWithdraw = () => useSend('delete', '/staff/invitations/{id}');
export const useChangeRole = () => useSend('post', '/staff/{id}/role');
export const useSuspend = () => useSend('post', '/staff/{id}/suspend');
export const useHeld = (id: string) => useGet('/staff/{id}/held', { path: { id } });
export const useReinstate = () => useSend('post', '/staff/{id}/reinstate');
export const useEndSessions = () => useSend('delete', '/staff/{id}/sessions');

export const useOrganisations = () => useGet('/organisations');
export const useAddOrganisation = () => useSend('post', '/organisations');

export const useSessions = () => useGet('/me/sessions');
export const useEndSession = () => useSend('delete', '/me/sessions/{id}');
export const useTokens = () => useGet('/me/tokens');
export const useCreateToken = () => useSend('post', '/me/tokens');
export const useRevokeToken = () => useSend('delete', '/me/tokens/{id}');
export const useEndOtherSessions = () => useSend('delete', '/me/sessions');
export const useLock = () => useSend('post', '/staff/{id}/lock');
export const useUnlock = () => useSend('post', '/staff/{id}/unlock');
export const useRemoveColleaguesFactors = () => useSend('delete', '/staff/{id}/factors');
export const useSecurityPolicy = () => useGet('/organisation/security-policy');
export const useSetSecurityPolicy = () => useSend('put', '/organisation/security-policy');
export const useFactors = () => useGet('/me/factors');
export const useBeginApp = () => useSend('post', '/me/factors/totp');
export const useConfirmApp = () => useSend('post', '/me/factors/{id}/confirm');
export const useAddPasskey = () => useSend('post', '/me/factors/passkeys');
export const useRemoveFactor = () => useSend('delete', '/me/factors/{id}');
export const useRenewCodes = () => useSend('post', '/me/recovery-codes');
export const useChangePassword = () => useSend('post', '/me/password');

export const useFilerProfile = () => useGet('/me/filing-details');
export const useWriteFilerProfile = () => useSend('put', '/me/filing-details');
export const useLetterhead = () => useGet('/organisation/letterhead');
export const useWriteLetterhead = () => useSend('put', '/organisation/letterhead');

/** Colleagues to choose from; `who` narrows to a role. */
export function useColleagues(who: (role: string) => boolean = () => true): Option[] {
  const { data } = useStaff();
  return (data?.items ?? [])
    .filter((person) => person.status === 'active' && who(person.role))
    .map((person) => ({ value: person.id, label: person.name }));
}

/** Roles that may have tasks. */
export const mayHaveTasks = (role: string): boolean =>
  mayAnswer(role) || ['paralegal', 'intake'].includes(role);

/** Roles that may answer for a case. */
export const mayAnswer = (role: string): boolean =>
  ['attorney', 'accredited_representative', 'director'].includes(role);
export const useUnsentMails = () => useGet('/mails/unsent');
