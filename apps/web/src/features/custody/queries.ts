import { useGet, useSend } from '../../api/client';

export const useCustodyFile = (clientId: string) =>
  useGet('/clients/{clientId}/custody-file', { path: { clientId } });
export const useDetained = () => useGet('/detained');

export const useAddEpisode = () => useSend('post', '/clients/{clientId}/custody-episodes');
export const useEditEpisode = () => useSend('patch', '/custody-episodes/{episodeId}');
export const useRecordStay = () => useSend('post', '/custody-episodes/{episodeId}/stays');
export const useRecordLookUp = () => useSend('post', '/clients/{clientId}/look-ups');
export const useAddBond = () => useSend('post', '/custody-episodes/{episodeId}/bonds');
export const useEndStay = () => useSend('post', '/bonds/{bondId}/stay-end');
export const useEditBond = () => useSend('patch', '/bonds/{bondId}');
