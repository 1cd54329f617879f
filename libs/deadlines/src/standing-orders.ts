import type { Departure, StayFact, StayFactKind } from '@app/rules';
import type { ChronologyRow } from './chronology.queries';
import { dateOf, type RecordedMotion } from './standing-motions';
import { stayFactsOf } from './standing-stay-facts';

/** An order as the chronology tells it, with what bears on a stay of it. */
export interface RecordedOrder {
  id: string;
  kind: string | null;
  decidedOn: string | null;
  appeal: string | null;
  /** How it stands now. */
  status: string;
  statusOn: string | null;
  /** What the reasons call it. */
  name: string;
  rows: ChronologyRow[];
}

const FACTS: readonly StayFactKind[] = [
  'order_decided',
  'order_decision_mailed',
  'appeal_waived',
  'appeal_filed',
  'bia_decided',
];

/** The orders of a client, oldest first, those without a date last. */
export function ordersOf(rows: readonly ChronologyRow[]): RecordedOrder[] {
  const decided = rows.filter(({ kind }) => kind === 'order_decided');
  const names = new Map<string, number>();
  return decided.map((row) => {
    const own = rows.filter(
      (each) => each.attributes.orderId === row.source_id && !each.kind.startsWith('motion'),
    );
    const standing = [...own]
      .filter(({ source_kind: source }) => source === 'order_status')
      .sort((a, b) => a.recorded_at.getTime() - b.recorded_at.getTime())
      .at(-1);
    const said = dateOf(row) ? `order of ${dateOf(row)}` : 'order without a date';
    names.set(said, (names.get(said) ?? 0) + 1);
    return {
      id: row.source_id,
      kind: textIn(row, 'orderKind'),
      decidedOn: dateOf(row),
      appeal: textIn(row, 'appeal'),
      status: (standing && textIn(standing, 'status')) ?? 'in_force',
      statusOn: standing ? dateOf(standing) : null,
      name: names.get(said) === 1 ? said : `${said} (${names.get(said)})`,
      rows: own,
    };
  });
}

function textIn(row: ChronologyRow, name: string): string | null {
  const value = row.attributes[name];
  return typeof value === 'string' ? value : null;
}

/**
 * What bears on a stay of this order: its own record, and the motions about it. That an order is recorded as stayed,
 * without who stayed it and until when, is handed on as just that, and so comes out as not known.
 */
export function stayFactsFor(order: RecordedOrder, motions: readonly RecordedMotion[]): StayFact[] {
  const own = order.rows
    .filter(({ kind }) => (FACTS as readonly string[]).includes(kind))
    .map((row) => ({
      id: `${row.source_kind}:${row.source_id}:${row.kind}`,
      kind: row.kind as StayFactKind,
      on: dateOf(row),
      attributes: row.attributes,
    }));
  const said: StayFact[] =
    order.status === 'stayed'
      ? [{ id: `order_status:${order.id}`, kind: 'stay_granted', on: order.statusOn, attributes: {} }]
      : [];
  return [...own, ...said, ...motions.flatMap(stayFactsOf)];
}

/** What the client last answered about a topic; null when nobody asked, or nobody could say. */
export function answerTo(rows: readonly ChronologyRow[], topic: string): 'nothing' | 'something' | null {
  const last = rows
    .filter(({ kind, attributes }) => kind === 'asked_about' && attributes.topic === topic)
    .sort((a, b) => Number(a.recorded_at) - Number(b.recorded_at))
    .at(-1);
  const answer = last?.attributes.answer;
  return answer === 'nothing' || answer === 'something' ? answer : null;
}

/**
 * Departures that are recorded, and an order that was executed. An empty list when the client was asked about travel
 * and says that there was none; null when nobody asked, for then nobody knows.
 */
export function departuresOf(
  orders: readonly RecordedOrder[],
  rows: readonly ChronologyRow[],
): Departure[] | null {
  const executed = orders
    .filter(({ status }) => status === 'executed')
    .map(({ name, statusOn }) => ({
      id: `Removal under the ${name}`,
      on: statusOn,
      how: 'removed' as const,
    }));
  const told = rows
    .filter(({ kind }) => kind === 'departed')
    .map((row, at) => ({
      id: `Departure ${at + 1}`,
      on: dateOf(row),
      how: (textIn(row, 'how') ?? 'not_known') as Departure['how'],
      returnedOn: textIn(row, 'returnedOn'),
    }));
  const all = [...executed, ...told];
  return all.length > 0 || answerTo(rows, 'travel') === 'nothing' ? all : null;
}

/** Whether the case lies before the Board, as far as the record tells; null when it does not. */
export function pendingAtBoard(
  orders: readonly RecordedOrder[],
  motions: readonly RecordedMotion[],
): boolean | null {
  const before = motions.filter(({ forum }) => forum === 'board').map(({ result }) => result);
  const appeals = orders.filter(({ rows }) => !rows.some(({ kind }) => kind === 'bia_decided'));
  const filed = ({ rows }: RecordedOrder): boolean =>
    rows.some(({ kind, attributes }) => kind === 'appeal_filed' && attributes.rejected !== true);
  if (before.includes('pending') || appeals.some((order) => order.appeal === 'taken' && filed(order)))
    return true;
  const open =
    before.includes('not_known') ||
    appeals.some(({ appeal }) => appeal === 'taken' || appeal === 'not_known');
  return open ? null : false;
}
