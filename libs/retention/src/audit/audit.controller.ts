import { Controller, Get, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, StepUp } from '@app/access';
import { ClientsService } from '@app/clients';
import { Keyring } from '@app/platform';
import { leftViews } from '../demands/left-the-office';
import { LeftOffices } from '../demands/left-the-office.view';
import { accessHistory } from './access-history';
import { AuditTrail } from './audit-trail.service';
import { AuditView } from './audit.view';

@ApiTags('audit')
@Controller()
export class AuditController {
  constructor(
    private readonly trail: AuditTrail,
    private readonly clients: ClientsService,
    private readonly keyring: Keyring,
  ) {}

  /** When the audit trail was last read whole, what did not fit, the anchors outside the database, and alerts. */
  @Get('audit')
  @Allow('audit.read')
  async view(): Promise<AuditView> {
    return this.trail.view();
  }

  /** Reads the whole trail now and compares it with the anchors. */
  @Post('audit/verify')
  @HttpCode(200)
  @Allow('audit.read')
  async verify(): Promise<AuditView> {
    await this.trail.verify();
    return this.trail.view();
  }

  /** What of a client left the office under a demand: when, who decided, who approved, who sent it. */
  @Get('clients/:clientId/left-the-office')
  @Allow('case.access')
  async left(@Param('clientId') clientId: string): Promise<LeftOffices> {
    const client = await this.clients.require(clientId);
    return { items: await leftViews(client.id, this.keyring) };
  }

  /** Everybody who opened or changed a client's record: who, when, what, from which device. A spreadsheet. */
  @Get('clients/:clientId/access-history')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string', format: 'binary' } } } })
  @Allow('audit.export')
  @StepUp()
  async history(@Param('clientId') clientId: string): Promise<StreamableFile> {
    const client = await this.clients.require(clientId);
    return new StreamableFile(Buffer.from(await accessHistory(client.id)), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="access-history.csv"',
    });
  }
}
