import type { Api } from '../client';

/** What callers need of a request for records. */
export interface AskedRecords {
  id: string;
  version: number;
  status: string;
  events: { id: string; version: number; kind: string }[];
  clocks: { title: string; dueOn: string | null }[];
}

/** Writes down a request to USCIS for the A-file, sent on 5 January 2026, unless wished otherwise. */
export async function askForRecords(api: Api, clientId: string, wishes: object = {}): Promise<AskedRecords> {
  const answer = await api.created(`/clients/${clientId}/record-requests`, {
    ...{ agency: 'uscis', kind: 'a_file', method: 'online', sentOn: '2026-01-05' },
    ...wishes,
  });
  return answer.items[0];
}

/** Records what happened to a request. */
export async function recordEvent(
  api: Api,
  request: Pick<AskedRecords, 'id' | 'version'>,
  event: object,
): Promise<AskedRecords> {
  const at = `/record-requests/${request.id}/events`;
  const answer = await api.created(at, event, { ifMatch: request.version });
  return answer.items.find(({ id }: AskedRecords) => id === request.id);
}
