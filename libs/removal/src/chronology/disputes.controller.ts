import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, may } from '@app/access';
import { ClientsService } from '@app/clients';
import { badField, currentActor, db, IfMatch } from '@app/platform';
import type { RecordKind } from '../records/record-kind';
import { RecordKeeper } from '../records/record-keeper';
import { ClientDisputes, DisputeView, NewDispute, SettleDispute } from './disputes.dto';
import { DisputedDate } from './disputes.entity';

const DISPUTE: RecordKind<DisputedDate> = {
  entity: DisputedDate,
  table: 'disputed_date',
  name: 'dispute',
  sealed: { why: 'why' },
  codes: ['sourceKind', 'sourceId', 'field', 'status'],
  past: ['otherOn'],
  told: { field: 'status', column: 'status', on: null },
};

@ApiTags('removal')
@Controller()
export class DisputesController {
  constructor(
    private readonly keeper: RecordKeeper,
    private readonly clients: ClientsService,
  ) {}

  /** Facts for which sources give two dates. */
  @Get('clients/:clientId/disputed-dates')
  @Allow('removal.read')
  async readDisputes(@Param('clientId') clientId: string): Promise<ClientDisputes> {
    return { items: await this.keeper.of(DISPUTE, clientId), can: { edit: may('removal.edit') } };
  }

  /** Records that another source gives another date; the recorded one stays. */
  @Post('clients/:clientId/disputed-dates')
  @Allow('removal.edit')
  async addDispute(@Param('clientId') clientId: string, @Body() body: NewDispute): Promise<DisputeView> {
    await this.clients.require(clientId);
    await requireFact(clientId, body);
    const id = await this.keeper.add(DISPUTE, clientId, { ...body, status: 'open' });
    return this.keeper.one(DISPUTE, id);
  }

  /** Says that it is settled: the recorded date stands. */
  @Post('disputed-dates/:disputeId/settle')
  @HttpCode(200)
  @Allow('removal.edit')
  async settleDispute(
    @Param('disputeId') disputeId: string,
    @IfMatch() version: number,
    @Body() body: SettleDispute,
  ): Promise<DisputeView> {
    await this.keeper.edit(DISPUTE, disputeId, version, { ...body, status: 'settled' });
    return this.keeper.one(DISPUTE, disputeId);
  }
}

/** The chronology must tell this fact of this client. */
async function requireFact(clientId: string, fact: NewDispute): Promise<void> {
  const row = await db().one(
    `SELECT 1 AS there FROM chronology WHERE org_id = $1 AND client_id = $2 AND source_kind = $3 AND source_id = $4 AND kind = $5`,
    [currentActor().orgId, clientId, fact.sourceKind, fact.sourceId, fact.field],
  );
  if (!row) throw badField('sourceId', 'unknown_fact', 'The chronology of this client has no such fact.');
}
