import type { Api } from '../client';
import { addProceeding } from './proceeding';

/** An order as a test or the demo data wants it; dates as much as is known, and null when nothing is. */
export interface OrderWishes {
  kind?: 'removal' | 'deportation' | 'exclusion' | 'voluntary_departure_alternate';
  decidedOn?: string | null;
  decidedAbout?: boolean;
  decisionForm?: 'oral' | 'written' | null;
  mailedOn?: string | null;
  inAbsentia?: boolean | null;
  appeal?: 'waived' | 'taken' | 'not_taken' | 'not_known';
  appealFiledOn?: string | null;
  appealDecidedOn?: string | null;
  appealOutcome?: 'dismissed' | 'sustained' | 'remanded' | 'rejected' | null;
  asylumDecided?: boolean | null;
  countryDesignated?: string | null;
  voluntaryDepartureUntil?: string | null;
  note?: string | null;
  /** Standings recorded after it was made, in their order. */
  statuses?: { status: OrderState; on: string | null; note?: string }[];
}

type OrderState = 'in_force' | 'stayed' | 'reopened' | 'vacated' | 'executed' | 'terminated';

/** What callers of the factory need of the answer. */
export interface AddedOrder {
  id: string;
  version: number;
  status: OrderState;
}

/** Records an order, in the proceeding that is named or in a new one of the client. By default old and waived. */
export async function addOrder(
  api: Api,
  where: { proceedingId: string } | { clientId: string },
  wishes: OrderWishes = {},
): Promise<AddedOrder> {
  const proceedingId =
    'proceedingId' in where ? where.proceedingId : (await addProceeding(api, where.clientId)).id;
  const { statuses = [], ...facts } = wishes;
  let order: AddedOrder = await api.created(`/proceedings/${proceedingId}/orders`, {
    kind: 'removal',
    decidedOn: '2000-03-14',
    decisionForm: 'oral',
    inAbsentia: false,
    appeal: 'waived',
    countryDesignated: 'LA',
    ...facts,
  });
  for (const status of statuses) order = await recordOrderStatus(api, order, status);
  return order;
}

/** Records how an order stands from a day on. */
export function recordOrderStatus(
  api: Api,
  order: Pick<AddedOrder, 'id' | 'version'>,
  status: { status: OrderState; on: string | null; note?: string },
): Promise<AddedOrder> {
  return api.ok('POST', `/orders/${order.id}/status`, status, { ifMatch: order.version });
}
