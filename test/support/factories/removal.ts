import type { Api } from '../client';

/** Whatever of a body a caller wants otherwise. */
type Wishes = Record<string, unknown>;

/** What callers of these functions need of a record. */
export interface Recorded {
  id: string;
  version: number;
}

export interface OrderRecord extends Recorded {
  status: string;
  decidedOn: string | null;
}

/** Records a proceeding: removal, before the court at Federal Plaza, unless wished otherwise. */
export function addProceeding(api: Api, clientId: string, wishes: Wishes = {}): Promise<Recorded> {
  return api.created(`/clients/${clientId}/proceedings`, { kind: 'removal', courtCode: 'NYC', ...wishes });
}

/** Records a charging document. */
export function addDocument(api: Api, proceedingId: string, wishes: Wishes = {}): Promise<Recorded> {
  return api.created(`/proceedings/${proceedingId}/documents`, { form: 'nta', ...wishes });
}

/** Records a charge: aggravated felony, sustained, unless wished otherwise. */
export function addCharge(api: Api, proceedingId: string, wishes: Wishes = {}): Promise<Recorded> {
  return api.created(`/proceedings/${proceedingId}/charges`, {
    code: '237a02Aiii',
    status: 'sustained',
    ...wishes,
  });
}

/** Records an order of removal; its deadlines are counted at once. */
export function addOrder(api: Api, proceedingId: string, wishes: Wishes = {}): Promise<OrderRecord> {
  return api.created(`/proceedings/${proceedingId}/orders`, {
    kind: 'removal',
    decidedOn: '2001-05-14',
    ...wishes,
  });
}

/** Records conviction of a felony in New York, unless wished otherwise. */
export function addConviction(api: Api, clientId: string, wishes: Wishes = {}): Promise<Recorded> {
  return api.created(`/clients/${clientId}/convictions`, { level: 'felony', state: 'NY', ...wishes });
}

/** Records how an order stands from a day on. */
export function recordOrderStatus(
  api: Api,
  order: Recorded,
  status: string,
  on: string | null,
  note?: string,
): Promise<OrderRecord> {
  return api.ok('POST', `/orders/${order.id}/status`, { status, on, note }, { ifMatch: order.version });
}
