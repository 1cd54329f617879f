import type { Api } from '../client';

/** A proceeding as a test or the demo data wants it. */
export interface ProceedingWishes {
  kind?: 'removal' | 'deportation' | 'exclusion';
  courtCode?: string | null;
  judge?: string | null;
  noJudge?: boolean;
  nextHearing?: {
    date: string;
    time?: string | null;
    kind: 'master' | 'individual' | 'bond' | 'other';
  } | null;
  noHearing?: boolean;
  startedOn?: string | null;
  note?: string | null;
  documents?: { form: 'osc' | 'nta' | 'i261' | 'i122'; dated?: string | null; servedOn?: string | null }[];
  charges?: ChargeWishes[];
}

export interface ChargeWishes {
  code?: string;
  status?: 'charged' | 'sustained' | 'conceded' | 'not_sustained' | 'withdrawn';
  origin?: 'charged' | 'lodged' | 'latent';
  convictionIds?: string[];
  note?: string | null;
}

/** What callers of the factory need of the answer. */
export interface AddedProceeding {
  id: string;
  version: number;
  documents: { id: string; version: number }[];
  charges: { id: string; version: number; code: string; ina: string }[];
}

/** Records a proceeding of a client: by default before the New York court, with no judge and no hearing. */
export async function addProceeding(
  api: Api,
  clientId: string,
  wishes: ProceedingWishes = {},
): Promise<AddedProceeding> {
  const { documents = [], charges = [], ...facts } = wishes;
  const proceeding = await api.created(`/clients/${clientId}/proceedings`, {
    kind: 'removal',
    courtCode: 'NYC',
    ...(facts.judge === undefined ? { noJudge: true } : {}),
    ...(facts.nextHearing === undefined ? { noHearing: true } : {}),
    ...facts,
  });
  const added: AddedProceeding = {
    id: proceeding.id,
    version: proceeding.version,
    documents: [],
    charges: [],
  };
  for (const document of documents)
    added.documents.push(await api.created(`/proceedings/${proceeding.id}/documents`, document));
  for (const charge of charges) added.charges.push(await addCharge(api, proceeding.id, charge));
  return added;
}

/** Records a charge: by default the aggravated felony ground, sustained. */
export function addCharge(
  api: Api,
  proceedingId: string,
  wishes: ChargeWishes = {},
): Promise<AddedProceeding['charges'][number]> {
  return api.created(`/proceedings/${proceedingId}/charges`, {
    code: '237(a)(2)(A)(iii)',
    status: 'sustained',
    ...wishes,
  });
}
