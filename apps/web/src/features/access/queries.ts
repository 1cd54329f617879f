import { useGet, useSend } from '../../api/client';

export const useClientAccess = (clientId: string) =>
  useGet('/clients/{clientId}/access', { path: { clientId } });
export const useRaiseWall = () => useSend('post', '/clients/{clientId}/walls');
export const useAddToWall = () => useSend('put', '/clients/{clientId}/walls/{wallId}/people/{userId}');
export const useRemoveFromWall = () =>
  useSend('delete', '/clients/{clientId}/walls/{wallId}/people/{userId}');
export const useLiftWall = () => useSend('post', '/clients/{clientId}/walls/{wallId}/lift');
export const useGiveAccess = () => useSend('post', '/clients/{clientId}/access-grants');
export const useEndAccess = () => useSend('post', '/clients/{clientId}/access-grants/{grantId}/end');

export const useBreakGlass = () => useSend('post', '/emergency-access');
export const useGlassBreaks = (enabled: boolean) => useGet('/emergency-access', {}, { enabled });
export const useReviewGlass = () => useSend('post', '/emergency-access/{glassBreakId}/review');
