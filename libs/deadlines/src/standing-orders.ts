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

/** Departures that the record proves: an order that was executed. Null when it proves none, for nobody was asked. */
export function departuresOf(orders: readonly RecordedOrder[]): Departure[] | null {
  const executed = orders.filter(({ status }) => status === 'executed');
  if (executed.length === 0) return null;
  return executed.map(({ name, statusOn }) => ({
    id: `Removal under the ${name}`,
    on: statusOn,
    how: 'removed' as const,
  }));
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
