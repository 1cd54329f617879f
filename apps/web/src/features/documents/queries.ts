import { useGet, useSend } from '../../api/client';

export const useDocuments = (clientId: string, enabled = true) =>
  useGet('/clients/{clientId}/documents', { path: { clientId } }, { enabled });
export const useDocument = (documentId: string) =>
  useGet('/documents/{documentId}', { path: { documentId } });
export const useVersionText = (versionId: string, enabled = true) =>
  useGet('/document-versions/{versionId}/text', { path: { versionId } }, { enabled, staleTime: 300_000 });
export const useFactSources = (clientId: string, enabled = true) =>
  useGet('/clients/{clientId}/fact-sources', { path: { clientId } }, { enabled });
export const useEditDocument = () => useSend('patch', '/documents/{documentId}');
export const useWithdraw = () => useSend('post', '/documents/{documentId}/withdraw');
export const useRestore = () => useSend('post', '/documents/{documentId}/restore');
export const useLinkFact = () => useSend('post', '/documents/{documentId}/facts');
export const useUnlinkFact = () => useSend('delete', '/fact-sources/{factSourceId}');

export const fileOf = (versionId: string): string =>
  `/api/v1/document-versions/${encodeURIComponent(versionId)}/file`;

/** The bytes of a version, held in memory only. @throws Error when the server refuses */
export async function bytesOf(versionId: string, signal: AbortSignal): Promise<Blob> {
  const answer = await fetch(fileOf(versionId), { signal, headers: { 'X-Vacatur': '1' } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.blob();
}
