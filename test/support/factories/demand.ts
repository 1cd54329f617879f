import type { Api } from '../client';

/** Enters a demand for what the office keeps of a client. */
export async function enterDemand(api: Api, clientId: string): Promise<{ id: string; version: number }> {
  const { id, version } = await api.created('/demands', {
    kind: 'other',
    receivedFrom: 'Somebody',
    receivedOn: '2026-01-05',
    asked: 'Everything',
  });
  const scope = { clientIds: [clientId], records: ['identity'] };
  return api.ok('PUT', `/demands/${id}/scope`, scope, { ifMatch: version });
}
