import { useGet, useSend } from '../../api/client';

export const useAudit = () => useGet('/audit');
export const useVerifyTrail = () => useSend('post', '/audit/verify');
