import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { ClientsService } from '@app/clients';
import { CustodyView, RecordCustody } from './custody.dto';
import { CustodyService } from './custody.service';

@ApiTags('custody')
@Controller('clients/:clientId/custody')
export class CustodyController {
  constructor(
    private readonly clients: ClientsService,
    private readonly custody: CustodyService,
  ) {}

  /** Where the client was held or free, the latest first. */
  @Get()
  @Allow('case.read')
  async list(@Param('clientId') clientId: string): Promise<CustodyView> {
    await this.clients.require(clientId);
    return this.custody.of(clientId);
  }

  /** Records detention or release. A correction is another entry for the same day. */
  @Post()
  @Allow('custody.record')
  async record(@Param('clientId') clientId: string, @Body() body: RecordCustody): Promise<CustodyView> {
    await this.clients.require(clientId);
    await this.custody.append(clientId, body);
    return this.custody.of(clientId);
  }
}
