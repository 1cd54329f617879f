import type { Api } from '../client';

export type DiligenceKind =
  | 'obstacle_started'
  | 'discovered'
  | 'step'
  | 'filed'
  | 'lozada_affidavit'
  | 'lozada_notice'
  | 'lozada_complaint'
  | 'lozada_prejudice';

/** What callers of this function need of an entry. */
export interface DiligenceRecord {
  id: string;
  version: number;
}

/** Adds an entry to the record of diligence; by default a step. */
export function recordDiligence(
  api: Api,
  clientId: string,
  wishes: { kind?: DiligenceKind; on?: string | null; note?: string } = {},
): Promise<DiligenceRecord> {
  return api.created(`/clients/${clientId}/diligence`, { kind: 'step', on: '2025-03-10', ...wishes });
}
