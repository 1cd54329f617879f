import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { RecordCall } from '../calls/call.dto';
import { CallsService } from '../calls/calls.service';
import { CustodyFileService } from '../custody-file.service';
import { CustodyFileView } from '../custody-file.view';
import { EndProtocol, SettleStep, StartProtocol } from './protocol.dto';
import { ProtocolsService } from './protocols.service';

@ApiTags('custody')
@Controller()
export class ProtocolController {
  constructor(
    private readonly file: CustodyFileService,
    private readonly protocols: ProtocolsService,
    private readonly calls: CallsService,
  ) {}

  /** Starts the protocol for a detained client. Without a body its clock runs from what is recorded, else from now. */
  @Post('clients/:clientId/detained-protocol')
  @Allow('custody.protocol')
  async startProtocol(
    @Param('clientId') clientId: string,
    @Body() body: StartProtocol,
  ): Promise<CustodyFileView> {
    await this.protocols.start(clientId, body);
    return this.file.of(clientId);
  }

  /** Takes, ticks off, or skips with a reason, a step of a protocol that runs. */
  @Put('detained-protocols/:protocolId/steps/:step')
  @Allow('custody.protocol')
  async settleStep(
    @Param('protocolId') protocolId: string,
    @Param('step') step: string,
    @Body() body: SettleStep,
  ): Promise<CustodyFileView> {
    return this.file.of(await this.protocols.settle(protocolId, step, body));
  }

  /** Ends the protocol. It never ends by itself. */
  @Post('detained-protocols/:protocolId/end')
  @HttpCode(200)
  @Allow('custody.protocol')
  async endProtocol(
    @Param('protocolId') protocolId: string,
    @IfMatch() version: number,
    @Body() body: EndProtocol,
  ): Promise<CustodyFileView> {
    return this.file.of(await this.protocols.end(protocolId, version, body));
  }

  /** Records a call about a detention. */
  @Post('clients/:clientId/detention-calls')
  @Allow('custody.protocol')
  async recordCall(@Param('clientId') clientId: string, @Body() body: RecordCall): Promise<CustodyFileView> {
    await this.calls.record(clientId, body);
    return this.file.of(clientId);
  }

  /** An attorney takes the call on. */
  @Post('detention-calls/:callId/claim')
  @HttpCode(200)
  @Allow('custody.claim')
  async claimCall(@Param('callId') callId: string, @IfMatch() version: number): Promise<CustodyFileView> {
    return this.file.of(await this.calls.claim(callId, version));
  }
}
