import { stays } from '@app/rules';
import type { OrderStayView, StayAnswerView } from './standing-answer.view';
import type { Circumstances } from './standing-circumstances';
import { mutable } from './standing-copy';
import type { RecordedMotion } from './standing-motions';
import { stayFactsFor, type RecordedOrder } from './standing-orders';

/** Standings in which there is no order that could be carried out, and what that rests on. */
const NOTHING_TO_STAY: Readonly<Record<string, string>> = {
  reopened: 'The proceeding is recorded as reopened: this order is not to be carried out while it is.',
  vacated: 'The order is recorded as vacated.',
  terminated: 'The proceeding is recorded as terminated.',
  executed: 'The order is recorded as carried out: a stay comes too late. See the departure bar.',
};
const UNNAMED =
  'A recorded motion or stay names no order. With several orders it is counted for none of them: say which one it is about.';
const SAID_STAYED =
  'The order is recorded as stayed. Record the stay itself, with who granted it and until when: without it nothing here counts as stayed.';

/** Whether removal is stayed, order by order. */
export function staysView(about: Circumstances): OrderStayView[] {
  const { orders } = about;
  return orders.map((order) => {
    const own = about.motions.filter(
      ({ orderId }) => orderId === order.id || (orderId === null && orders.length === 1),
    );
    const note = NOTHING_TO_STAY[order.status] ?? null;
    return {
      orderId: order.id,
      order: order.name,
      status: order.status,
      answer: note ? null : answerOf(order, own, about),
      note: note && order.statusOn ? `${note} Since ${order.statusOn}.` : note,
    };
  });
}

function answerOf(order: RecordedOrder, motions: RecordedMotion[], about: Circumstances): StayAnswerView {
  const { today, circuit, orders } = about;
  const answer = mutable(stays(stayFactsFor(order, motions), { ...about.law, today, circuit }));
  const unnamed = orders.length > 1 && about.motions.some(({ id, orderId }) => id && orderId === null);
  return {
    ...{ removalStayed: answer.removalStayed, summary: answer.summary, by: answer.by },
    ...{ until: answer.until, untilEvent: answer.untilEvent, notStayedBy: answer.notStayedBy },
    stays: answer.stays.map(({ factIds: _, ...stay }) => stay),
    warnings: [
      ...(order.status === 'stayed' ? [SAID_STAYED] : []),
      ...(unnamed ? [UNNAMED] : []),
      ...answer.warnings,
    ],
  };
}
