import { Injectable } from '@nestjs/common';
import { ClientsService } from '@app/clients';
import { DeadlinesService } from '@app/deadlines';
import {
  badField,
  cannot,
  changed,
  currentActor,
  db,
  newId,
  officeToday,
  staleVersion,
  readPastDate,
} from '@app/platform';
import { mustNotPrecede } from './dates';
import { checkOrder, readOrder } from './order-facts';
import { nextStatusesOf } from './order.policy';
import type { EditOrder, NewOrder, RecordOrderStatus } from './order.dto';
import { named, requireRow } from './removal-rows';
import { OrderStatus, Proceeding, RemovalOrder } from './removal.entity';

/** Removal orders: what they say, and how they stand. Every change counts the deadlines anew. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly clients: ClientsService,
    private readonly deadlines: DeadlinesService,
  ) {}

  async add(proceedingId: string, input: NewOrder): Promise<string> {
    const { clientId } = await requireRow(Proceeding, proceedingId);
    const id = newId();
    const facts = { appeal: 'not_known', ...readOrder(input, await officeToday()) };
    checkOrder(facts);
    await db().insert(RemovalOrder, {
      id,
      clientId,
      proceedingId,
      ...facts,
      ...(await this.seal(clientId, id, input.note)),
    });
    changed(...named('order', input));
    await this.deadlines.refresh(clientId);
    return id;
  }

  async edit(id: string, version: number, input: EditOrder): Promise<void> {
    const row = await requireRow(RemovalOrder, id);
    const facts = readOrder(input, await officeToday());
    const after = { ...row, ...facts };
    checkOrder(after);
    const first = (await this.statusesOf(id)).find((status) => status.onDate !== null);
    if (!after.decidedAbout && first)
      mustNotPrecede(
        'decidedOn',
        first.onDate,
        after.decidedOn,
        'after_status',
        'The order cannot have been made after the day its standing changed.',
      );
    await db().update(RemovalOrder, row, version, {
      ...facts,
      ...(await this.seal(row.clientId, id, input.note)),
    });
    changed(...named('order', input));
    await this.deadlines.refresh(row.clientId);
  }

  /** Records a new standing with its day; the ones before stay. */
  async recordStatus(id: string, version: number, input: RecordOrderStatus): Promise<void> {
    const row = await requireRow(RemovalOrder, id);
    if (row.version !== version) throw staleVersion(row.version);
    if (!nextStatusesOf(row).includes(input.status)) {
      throw cannot('status_not_next', 'This order cannot come to stand like that from where it is.', {
        status: row.status,
        next: nextStatusesOf(row),
      });
    }
    const on = await this.readDay(row, input.on);
    await db().update(RemovalOrder, row, version, { status: input.status });
    const statusId = newId();
    const box = (await this.clients.key(row.clientId)).box('order_status', statusId);
    await db().insert(OrderStatus, {
      id: statusId,
      clientId: row.clientId,
      orderId: id,
      status: input.status,
      onDate: on,
      note: box.seal('note', input.note?.trim() || null),
      byUser: currentActor().userId,
    });
    changed('order.status');
    await this.deadlines.refresh(row.clientId);
  }

  /** Standings of an order, in the order in which they were recorded. */
  statusesOf(orderId: string): Promise<OrderStatus[]> {
    return db().findAll(OrderStatus, { orderId }, { at: 'ASC', id: 'ASC' });
  }

  private async readDay(row: RemovalOrder, text: string | null): Promise<string | null> {
    const on = readPastDate('on', text, await officeToday()) ?? null;
    const last = (await this.statusesOf(row.id)).filter((status) => status.onDate !== null).at(-1);
    mustNotPrecede(
      'on',
      on,
      last?.onDate,
      'before_last',
      'This day lies before the last change of standing.',
    );
    if (!row.decidedAbout)
      mustNotPrecede('on', on, row.decidedOn, 'before_decision', 'This day lies before the order was made.');
    if (on === null && last?.onDate)
      throw badField('on', 'required', 'Say at least the year: earlier changes of this order have a date.');
    return on;
  }

  private async seal(clientId: string, id: string, note?: string | null): Promise<Partial<RemovalOrder>> {
    if (note === undefined) return {};
    return {
      note: (await this.clients.key(clientId)).box('removal_order', id).seal('note', note?.trim() || null),
    };
  }
}
