import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { MergeRecord } from './merge.dto';
import { MergeList } from './merge.view';
import { MergeReader } from './merge-reader';
import { Merges } from './merges.service';

@ApiTags('intake')
@Controller('clients/:clientId/merges')
export class MergesController {
  constructor(
    private readonly merges: Merges,
    private readonly reader: MergeReader,
  ) {}

  /** Records of the same person that were merged into this one. */
  @Get()
  @Allow('client.read')
  list(@Param('clientId') clientId: string): Promise<MergeList> {
    return this.reader.of(clientId);
  }

  /** Merges another record of the same person into this one. Both histories stay. */
  @Post()
  @Allow('client.merge')
  async merge(@Param('clientId') clientId: string, @Body() body: MergeRecord): Promise<MergeList> {
    await this.merges.merge(clientId, body);
    return this.reader.of(clientId);
  }

  /** Makes two records again: what had moved moves back, what was added since stays here. */
  @Post(':mergeId/undo')
  @HttpCode(200)
  @Allow('client.merge')
  async undo(@Param('clientId') clientId: string, @Param('mergeId') mergeId: string): Promise<MergeList> {
    await this.merges.undo(clientId, mergeId);
    return this.reader.of(clientId);
  }
}
