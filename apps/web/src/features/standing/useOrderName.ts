import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format';
import type { Option } from '../../ui/form/field';
import { useRemoval } from '../removal/queries';

function useOrders(clientId: string) {
  const removal = useRemoval(clientId);
  return (removal.data?.proceedings ?? []).flatMap(({ orders }) => orders);
}

/** Names an order by its day, in the person's language. */
export function useOrderName(clientId: string): (orderId: string | null) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const orders = useOrders(clientId);
  return (orderId) => {
    const decidedOn = orders.find(({ id }) => id === orderId)?.decidedOn;
    return decidedOn ? t('standing.orderOf', { day: format.day(decidedOn) }) : t('standing.orderUndated');
  };
}

/** The client's orders to choose from. */
export function useOrderOptions(clientId: string): Option[] {
  const orders = useOrders(clientId);
  const nameOf = useOrderName(clientId);
  return orders.map(({ id }) => ({ value: id, label: nameOf(id) }));
}
