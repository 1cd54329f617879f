import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { DeadlineReader } from '../deadline-reader';
import { DeadlineView } from '../deadline.view';
import { RecordProof, SendBackProof } from './sign-off.dto';
import { SignOffs } from './sign-off.service';

@ApiTags('deadlines')
@Controller('deadlines/:deadlineId')
export class SignOffController {
  constructor(
    private readonly signOffs: SignOffs,
    private readonly reader: DeadlineReader,
  ) {}

  /** Records the proof of filing of a critical deadline, which stays open until somebody else signs it off. */
  @Post('proof')
  @HttpCode(200)
  @Allow('deadline.complete')
  async record(
    @Param('deadlineId') deadlineId: string,
    @IfMatch() version: number,
    @Body() body: RecordProof,
  ): Promise<DeadlineView> {
    await this.signOffs.record(deadlineId, version, body);
    return this.reader.view(deadlineId);
  }

  /** Signs off the proof that somebody else recorded, which closes the deadline. */
  @Post('sign-off')
  @HttpCode(200)
  @Allow('deadline.sign_off')
  async signOff(@Param('deadlineId') deadlineId: string, @IfMatch() version: number): Promise<DeadlineView> {
    await this.signOffs.signOff(deadlineId, version);
    return this.reader.view(deadlineId);
  }

  /** Sends the proof back with the reason. */
  @Post('send-back')
  @HttpCode(200)
  @Allow('deadline.sign_off')
  async sendBack(
    @Param('deadlineId') deadlineId: string,
    @IfMatch() version: number,
    @Body() body: SendBackProof,
  ): Promise<DeadlineView> {
    await this.signOffs.sendBack(deadlineId, version, body.reason);
    return this.reader.view(deadlineId);
  }
}
