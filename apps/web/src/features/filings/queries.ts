import { useGet, useSend } from '../../api/client';
import type { FilingKind } from '../../api/values';

export const useFilings = (clientId: string) => useGet('/clients/{clientId}/filings', { path: { clientId } });
export const useBlanks = (clientId: string, kind: FilingKind) =>
  useGet('/clients/{clientId}/filings/{kind}/blanks', { path: { clientId, kind } });
export const useGenerate = () => useSend('post', '/clients/{clientId}/filings');
export const useSignOff = () => useSend('post', '/filings/{id}/sign-off');
export const pdfOf = (id: string): string => `/api/v1/filings/${encodeURIComponent(id)}/pdf`;
