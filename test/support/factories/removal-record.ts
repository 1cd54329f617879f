import type { Api } from '../client';

/** What callers of these functions need of a record. */
export interface Recorded {
  id: string;
  version: number;
}

/** Bodies that say the least; a test says what it needs beside. */
const LEAST = {
  'relief-applications': { kind: 'asylum', forum: 'court', status: 'pending', filedOn: '1999-07' },
  appeals: {
    forum: 'board',
    filedBy: 'prior_counsel',
    fee: 'paid',
    result: 'pending',
    filedOn: '2000-04-10',
  },
  reinstatements: { contested: 'not_known', reinstatedOn: '2012' },
  'country-concerns': { country: 'LA', kind: 'feared', reason: 'Served with the former army.' },
  'travel-documents': { country: 'LA', requestedBy: 'ice', result: 'pending', requestedOn: '2019-05' },
  departures: { how: 'own_travel', leftOn: '1996-06', returnedOn: '1996-07' },
  supervision: { kind: 'order_of_supervision', imposedBy: 'ice', fromOn: '2003-02', document: 'I-220B' },
  arrests: { outcome: 'dismissed', arrestedOn: '1995-03-02', agency: 'County sheriff' },
  admissions: { asRefugee: 'yes', admittedOn: '1981-09-03' },
  inquiries: { topic: 'travel', askedOn: '2026-11-02', answer: 'nothing' },
} as const;

/** Writes a record of the removal file down. */
export function addRecord<T extends Recorded = Recorded>(
  api: Api,
  clientId: string,
  kind: keyof typeof LEAST,
  wishes: object = {},
): Promise<T> {
  return api.created(`/clients/${clientId}/${kind}`, { ...LEAST[kind], ...wishes });
}

/** Withdraws a record that was entered in error. */
export function withdrawEntry(
  api: Api,
  clientId: string,
  kind: string,
  recordId: string,
  reason = 'Belongs to another client',
): Promise<Recorded> {
  return api.created(`/clients/${clientId}/entered-in-error`, { kind, recordId, reason });
}

/** One of each for the world of the access tests. */
export async function recordThings(
  api: Api,
  clientId: string,
  orderId: string,
): Promise<Record<string, string>> {
  const made = async (kind: keyof typeof LEAST, wishes: object = {}): Promise<string> =>
    (await addRecord(api, clientId, kind, wishes)).id;
  return {
    '/relief-applications/{applicationId}': await made('relief-applications'),
    '/appeals/{appealId}': await made('appeals'),
    '/reinstatements/{reinstatementId}': await made('reinstatements', { orderId }),
    '/country-concerns/{concernId}': await made('country-concerns'),
    '/travel-documents/{documentId}': await made('travel-documents'),
    '/departures/{departureId}': await made('departures'),
    '/supervision-conditions/{conditionId}': await made('supervision'),
    '/arrests/{arrestId}': await made('arrests'),
    '/disputed-dates/{disputeId}': await disputeOf(api, clientId, orderId),
    '/admissions/{admissionId}': await made('admissions'),
    '/entered-in-error/{withdrawalId}': (await withdrawEntry(api, clientId, 'arrest', await made('arrests')))
      .id,
  };
}

/** Records that another source gives another day for an order. */
async function disputeOf(api: Api, clientId: string, orderId: string): Promise<string> {
  const fact = {
    sourceKind: 'removal_order',
    sourceId: orderId,
    field: 'order_decided',
    otherOn: '2000-03-16',
  };
  return (await api.created(`/clients/${clientId}/disputed-dates`, fact)).id;
}
