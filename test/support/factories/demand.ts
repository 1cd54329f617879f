import type { Api } from '../client';

/** Enters a demand for what the office keeps. */
export async function enterDemand(api: Api): Promise<{ id: string; version: number }> {
  return api.created('/demands', {
    kind: 'other',
    receivedFrom: 'Somebody',
    receivedOn: '2026-01-05',
    asked: 'Everything',
  });
}
