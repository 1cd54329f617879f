import { useAsk, useGet, useSend, type BodyOf } from '../../api/client';

/** The law changes with a release or when a colleague verifies something, not while somebody reads. */
const calm = { staleTime: 5 * 60_000 };

export const useRules = () => useGet('/law/rules', {}, calm);
export const useRule = (rule: string, enabled = true) =>
  useGet('/law/rules/{rule}', { path: { rule } }, { ...calm, enabled, keep: true });
export const useVerify = () => useSend('post', '/law/rules/{rule}/verifications');
export const useWithdrawVerification = () => useSend('post', '/law/verifications/{verificationId}/withdraw');
export const useChanges = () => useGet('/law/changes', {}, calm);

export const usePlaces = () => useGet('/law/jurisdictions', {}, calm);
export const usePlace = (code: string) => useGet('/law/jurisdictions/{code}', { path: { code } }, calm);
export const useVerifyPlace = () => useSend('post', '/law/jurisdictions/{code}/verifications');
export const useWithdrawPlaceVerification = () =>
  useSend('post', '/law/jurisdiction-verifications/{verificationId}/withdraw');
export const useGrounds = () => useGet('/law/grounds', {}, calm);
export const useGround = (ground: string) => useGet('/law/grounds/{ground}', { path: { ground } }, calm);

export const useClosedDays = (question: { from: string; to: string; state: string | null }, enabled = true) =>
  useAsk('/law/calendar', question, { enabled, keep: true, staleTime: 60_000 });
export const useNotices = (withdrawn: boolean) =>
  useGet('/calendar-notices', { query: { withdrawn, limit: 200 } }, { keep: true });
export const useEnterNotice = () => useSend('post', '/calendar-notices');
export const useWithdrawNotice = () => useSend('post', '/calendar-notices/{noticeId}/withdraw');
export const useClemencyCalendar = (
  code: string,
  facts: BodyOf<'/law/jurisdictions/{code}/calendar', 'post'>,
  enabled: boolean,
) =>
  useAsk('/law/jurisdictions/{code}/calendar', facts, {
    enabled,
    keep: true,
    staleTime: 60_000,
    path: { code },
  });
