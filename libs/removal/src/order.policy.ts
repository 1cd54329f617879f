import { ORDER_STATES } from './order.dto';

type OrderState = (typeof ORDER_STATES)[number];

/**
 * How the standing of an order can change. Vacated and terminated are ends, unless a later decision revives the
 * order, which is recorded as in force again. A removed person's order can still be reopened or vacated.
 */
const NEXT: Record<OrderState, readonly OrderState[]> = {
  in_force: ['stayed', 'reopened', 'vacated', 'executed', 'terminated'],
  stayed: ['in_force', 'reopened', 'vacated', 'executed', 'terminated'],
  reopened: ['vacated', 'terminated', 'in_force', 'stayed'],
  vacated: ['terminated', 'in_force'],
  executed: ['reopened', 'vacated', 'in_force'],
  terminated: ['in_force'],
};

/** Standings that can follow this one. */
export function nextOrderStates(state: string): readonly OrderState[] {
  return NEXT[state as OrderState] ?? [];
}
