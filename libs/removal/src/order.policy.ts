import { may } from '@app/access';
import { nextOrderStatuses, type OrderStatus } from '@app/rules';
import type { RemovalOrder } from './removal.entity';
import type { OrderCan } from './removal.view';

/** Standings that can follow the one the order has. */
export function nextStatusesOf(order: Pick<RemovalOrder, 'status'>): readonly OrderStatus[] {
  return nextOrderStatuses(order.status as OrderStatus);
}

/** The buttons of this person. What is recorded of an order can be corrected whatever its standing. */
export function orderCan(order: Pick<RemovalOrder, 'status'>): OrderCan {
  const edit = may('removal.edit');
  return { edit, recordStatus: edit && nextStatusesOf(order).length > 0 };
}
