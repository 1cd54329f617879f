import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientsService } from '@app/clients';
import { currentActor, db, Keyring, notFound, officeToday, type ClientKey } from '@app/platform';
import { colleaguesOf } from './colleagues';
import { nextOf } from './hearings/hearing-facts';
import { Hearing } from './hearings/hearing.entity';
import { requireRow } from './removal-rows';
import {
  ChargeConviction,
  ChargeRecord,
  ChargingDocument,
  ConvictionRecord,
  OrderStatus,
  Proceeding,
  RemovalOrder,
} from './removal.entity';
import { chargeView, convictionView, documentView, orderView, proceedingView } from './removal-views';
import type {
  ChargeView,
  ChargingDocumentView,
  ConvictionView,
  OrderView,
  ProceedingView,
  RemovalView,
} from './removal.view';

const OLDEST_FIRST = { createdAt: 'ASC', id: 'ASC' } as const;

/** Puts together what is recorded of a client's removal. Other libraries gather their facts here. */
@Injectable()
export class RemovalReader {
  constructor(
    private readonly clients: ClientsService,
    private readonly keyring: Keyring,
  ) {}

  /** Everything: proceedings with their parts, and convictions. @throws Problem 404 */
  async of(clientId: string): Promise<RemovalView> {
    await this.clients.require(clientId);
    const key = await this.key(clientId);
    const convictions = await db().findAll(ConvictionRecord, { clientId }, OLDEST_FIRST);
    return {
      proceedings: await this.proceedings(clientId, key),
      convictions: convictions.map((row) => convictionView(row, key)),
      can: { edit: may('removal.edit') },
    };
  }

  async proceeding(id: string): Promise<ProceedingView> {
    const { clientId } = await requireRow(Proceeding, id);
    const found = (await this.proceedings(clientId, await this.key(clientId))).find((each) => each.id === id);
    if (!found) throw notFound();
    return found;
  }

  async document(id: string): Promise<ChargingDocumentView> {
    return documentView(await requireRow(ChargingDocument, id));
  }

  async charge(id: string): Promise<ChargeView> {
    const row = await requireRow(ChargeRecord, id);
    const links = await db().findAll(ChargeConviction, { chargeId: id }, { id: 'ASC' });
    return chargeView(
      row,
      await this.key(row.clientId),
      links.map((link) => link.convictionId),
    );
  }

  async order(id: string): Promise<OrderView> {
    const row = await requireRow(RemovalOrder, id);
    const statuses = await db().findAll(OrderStatus, { orderId: id }, { at: 'ASC', id: 'ASC' });
    return orderView(
      row,
      await this.key(row.clientId),
      statuses,
      await colleaguesOf(statuses.map(({ byUser }) => byUser)),
    );
  }

  async conviction(id: string): Promise<ConvictionView> {
    const row = await requireRow(ConvictionRecord, id);
    return convictionView(row, await this.key(row.clientId));
  }

  private async proceedings(clientId: string, key: ClientKey): Promise<ProceedingView[]> {
    const rows = await db().findAll(Proceeding, { clientId }, OLDEST_FIRST);
    const documents = await db().findAll(ChargingDocument, { clientId }, OLDEST_FIRST);
    const charges = await db().findAll(ChargeRecord, { clientId }, OLDEST_FIRST);
    const links = await db().findAll(ChargeConviction, { clientId }, { id: 'ASC' });
    const orders = await db().findAll(RemovalOrder, { clientId }, OLDEST_FIRST);
    const statuses = await db().findAll(OrderStatus, { clientId }, { at: 'ASC', id: 'ASC' });
    const hearings = await db().findAll(Hearing, { clientId }, OLDEST_FIRST);
    const today = await officeToday();
    const colleagues = await colleaguesOf(statuses.map(({ byUser }) => byUser));
    const of = (row: Proceeding) => (part: { proceedingId: string }) => part.proceedingId === row.id;
    const rests = (charge: ChargeRecord): string[] =>
      links.filter((link) => link.chargeId === charge.id).map((link) => link.convictionId);
    const standings = (order: RemovalOrder): OrderStatus[] =>
      statuses.filter((status) => status.orderId === order.id);
    return rows.map((row) =>
      proceedingView(row, key, {
        documents: documents.filter(of(row)).map(documentView),
        charges: charges.filter(of(row)).map((each) => chargeView(each, key, rests(each))),
        orders: orders.filter(of(row)).map((each) => orderView(each, key, standings(each), colleagues)),
        hearing: nextOf(hearings.filter(of(row)), today),
      }),
    );
  }

  private key(clientId: string): Promise<ClientKey> {
    return this.keyring.clientKey(currentActor().orgId, clientId);
  }
}
