import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { EntriesInError, EntryInErrorView, WithdrawEntry } from './in-error.dto';
import { InErrorReader } from './in-error-reader';
import { EntriesInErrorService } from './in-error.service';

@ApiTags('removal')
@Controller()
export class InErrorController {
  constructor(
    private readonly entries: EntriesInErrorService,
    private readonly reader: InErrorReader,
  ) {}

  /** What was entered in error about a client: shown here and nowhere else. */
  @Get('clients/:clientId/entered-in-error')
  @Allow('removal.read')
  listEnteredInError(@Param('clientId') clientId: string): Promise<EntriesInError> {
    return this.reader.of(clientId);
  }

  /** Withdraws a fact or a look-up that should not have been entered; lists, clocks and reports leave it out at once. */
  @Post('clients/:clientId/entered-in-error')
  @Allow('removal.edit')
  async withdrawEntry(
    @Param('clientId') clientId: string,
    @Body() body: WithdrawEntry,
  ): Promise<EntryInErrorView> {
    return this.reader.one(await this.entries.withdraw(clientId, body));
  }

  /** Puts it back: it counts again, as it was. */
  @Post('entered-in-error/:withdrawalId/put-back')
  @HttpCode(200)
  @Allow('removal.edit')
  async putEntryBack(
    @Param('withdrawalId') withdrawalId: string,
    @IfMatch() version: number,
  ): Promise<EntryInErrorView> {
    await this.entries.putBack(withdrawalId, version);
    return this.reader.one(withdrawalId);
  }
}
