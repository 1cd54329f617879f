import type { Motion } from '../motion.entity';
import type { OrderStatus, RemovalOrder } from '../removal.entity';
import type { AttackView, OrderAttacks, StayPeriod } from './attacks.view';
import type { AppealView, ReinstatementView } from './relief.view';

/** What the record knows of a client's orders and of what was done about them. */
export interface Attacked {
  orders: readonly RemovalOrder[];
  statuses: readonly OrderStatus[];
  motions: readonly Motion[];
  appeals: readonly AppealView[];
  reinstatements: readonly ReinstatementView[];
}

/** The outcome of each attack, order by order; what nobody can put to an order comes last. */
export function attacksOf(about: Attacked): OrderAttacks[] {
  const { orders, statuses, reinstatements } = about;
  const listed = orders.map((order): OrderAttacks => {
    const own = statuses.filter(({ orderId }) => orderId === order.id);
    return {
      ...{ orderId: order.id, kind: order.kind, decidedOn: order.decidedOn, status: order.status },
      attacks: sorted([...ofOrderItself(order), ...attacksOn(order.id, about)]),
      stays: staysOf(own),
      reinstatements: reinstatements.filter(({ orderId }) => orderId === order.id),
    };
  });
  const loose = sorted(attacksOn(null, about));
  const nowhere = { orderId: null, kind: null, decidedOn: null, status: null, stays: [], reinstatements: [] };
  return loose.length > 0 ? [...listed, { ...nowhere, attacks: loose }] : listed;
}

/** The appeal that the order's own record tells of. */
function ofOrderItself(order: RemovalOrder): AttackView[] {
  if (order.appeal !== 'taken') return [];
  return [
    {
      ...{ id: order.id, source: 'order', kind: 'appeal', forum: 'board', filedBy: 'not_known' },
      filedOn: order.appealFiledOn,
      result: order.appealOutcome ?? 'not_known',
      resultOn: order.appealDecidedOn,
      stayUntil: null,
    },
  ];
}

function attacksOn(orderId: string | null, { motions, appeals }: Attacked): AttackView[] {
  return [
    ...motions
      .filter((motion) => motion.orderId === orderId)
      .map(({ id, kind, forum, filedBy, filedOn, result, resultOn, stayUntil }) => ({
        ...{ id, source: 'motion', kind, forum, filedBy, filedOn, result, resultOn, stayUntil },
      })),
    ...appeals
      .filter((appeal) => appeal.orderId === orderId)
      .map(({ id, forum, filedBy, filedOn, result, decidedOn }) => ({
        ...{ id, source: 'appeal', kind: 'appeal', forum, filedBy, filedOn, result },
        ...{ resultOn: decidedOn, stayUntil: null },
      })),
  ];
}

/** From each day the order was stayed to the day it stood otherwise. */
function staysOf(statuses: readonly OrderStatus[]): StayPeriod[] {
  return statuses.flatMap(({ status, onDate }, at) =>
    status === 'stayed' ? [{ from: onDate, until: statuses[at + 1]?.onDate ?? null }] : [],
  );
}

function sorted(attacks: AttackView[]): AttackView[] {
  const dated = ({ filedOn, resultOn }: AttackView): string => filedOn ?? resultOn ?? '9999';
  return attacks.sort((a, b) => (dated(a) < dated(b) ? -1 : Number(dated(a) > dated(b))));
}
