import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { CustodyFileService } from './custody-file.service';
import { CustodyFileView } from './custody-file.view';
import { EditEpisode, NewEpisode, RecordStay } from './episodes/episode.dto';
import { EpisodesService } from './episodes/episodes.service';
import { StaysService } from './episodes/stays.service';
import { RecordLookUp } from './look-ups/look-up.dto';
import { LookUpsService } from './look-ups/look-ups.service';

@ApiTags('custody')
@Controller()
export class CustodyFileController {
  constructor(
    private readonly file: CustodyFileService,
    private readonly episodes: EpisodesService,
    private readonly stays: StaysService,
    private readonly lookUps: LookUpsService,
  ) {}

  /** Everything about the detention of a client: episodes, places, look-ups, where habeas would be filed. */
  @Get('clients/:clientId/custody-file')
  @Allow('custody.read')
  readCustodyFile(@Param('clientId') clientId: string): Promise<CustodyFileView> {
    return this.file.of(clientId);
  }

  /** Records a detention, one that goes on or one of the past. */
  @Post('clients/:clientId/custody-episodes')
  @Allow('custody.record')
  async addEpisode(@Param('clientId') clientId: string, @Body() body: NewEpisode): Promise<CustodyFileView> {
    await this.episodes.add(clientId, body);
    return this.file.of(clientId);
  }

  /** Changes what is known of a detention, or records its end; old values stay in the history. */
  @Patch('custody-episodes/:episodeId')
  @Allow('custody.record')
  async editEpisode(
    @Param('episodeId') episodeId: string,
    @IfMatch() version: number,
    @Body() body: EditEpisode,
  ): Promise<CustodyFileView> {
    return this.file.of(await this.episodes.edit(episodeId, version, body));
  }

  /** Records where the client was seen. Another place than before is a transfer, and tells the team by mail. */
  @Post('custody-episodes/:episodeId/stays')
  @Allow('custody.record')
  async recordStay(
    @Param('episodeId') episodeId: string,
    @Body() body: RecordStay,
  ): Promise<CustodyFileView> {
    return this.file.of(await this.stays.record(episodeId, body));
  }

  /** Records that a person looked for the client, where, and with what result. */
  @Post('clients/:clientId/look-ups')
  @Allow('hearing.watch')
  async recordLookUp(
    @Param('clientId') clientId: string,
    @Body() body: RecordLookUp,
  ): Promise<CustodyFileView> {
    await this.lookUps.record(clientId, body);
    return this.file.of(clientId);
  }
}
