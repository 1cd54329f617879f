import { Readable } from 'node:stream';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, StepUp } from '@app/access';
import { IfMatch } from '@app/platform';
import { DecideDemand, DemandScope, NewDemand, ReleaseClient, ReleaseHeldBack } from './demand.dto';
import { DemandList, DemandView } from './demand.view';
import { DemandExports } from './demand-export.service';
import { DemandReader } from './demand-reader';
import { DemandsService } from './demands.service';

@ApiTags('retention')
@Controller('demands')
export class DemandsController {
  constructor(
    private readonly demands: DemandsService,
    private readonly reader: DemandReader,
    private readonly exports: DemandExports,
  ) {}

  /** Subpoenas and other demands for what the office keeps. */
  @Get()
  @Allow('demand.read')
  list(): Promise<DemandList> {
    return this.reader.list();
  }

  /** Enters a demand. */
  @Post()
  @Allow('demand.write')
  async add(@Body() body: NewDemand): Promise<DemandView> {
    return this.reader.one(await this.demands.add(body));
  }

  /** One demand: its scope, what is held back, who decided, and what left the office. */
  @Get(':demandId')
  @Allow('demand.read')
  one(@Param('demandId') demandId: string): Promise<DemandView> {
    return this.reader.one(demandId);
  }

  /** Sets what the demand covers. A decision made before does not count any more. */
  @Put(':demandId/scope')
  @Allow('demand.write')
  async scope(
    @Param('demandId') demandId: string,
    @IfMatch() version: number,
    @Body() body: DemandScope,
  ): Promise<DemandView> {
    await this.demands.scope(demandId, version, body);
    return this.reader.one(demandId);
  }

  /** Releases one note or document that is held back, with the reason, or holds it back again. */
  @Post(':demandId/releases')
  @Allow('demand.write')
  async release(
    @Param('demandId') demandId: string,
    @IfMatch() version: number,
    @Body() body: ReleaseHeldBack,
  ): Promise<DemandView> {
    await this.demands.release(demandId, version, body);
    return this.reader.one(demandId);
  }

  /** Releases a client whom federal law keeps confidential, with the reason, or holds them back again. */
  @Post(':demandId/client-releases')
  @Allow('demand.write')
  async releaseClient(
    @Param('demandId') demandId: string,
    @IfMatch() version: number,
    @Body() body: ReleaseClient,
  ): Promise<DemandView> {
    await this.demands.releaseClient(demandId, version, body);
    return this.reader.one(demandId);
  }

  /** Decides what is answered. */
  @Post(':demandId/decision')
  @Allow('demand.write')
  async decide(
    @Param('demandId') demandId: string,
    @IfMatch() version: number,
    @Body() body: DecideDemand,
  ): Promise<DemandView> {
    await this.demands.decide(demandId, version, body);
    return this.reader.one(demandId);
  }

  /** Approves the decision as the second person. */
  @Post(':demandId/approval')
  @HttpCode(200)
  @Allow('demand.export')
  @StepUp()
  async approve(@Param('demandId') demandId: string, @IfMatch() version: number): Promise<DemandView> {
    await this.demands.approve(demandId, version);
    return this.reader.one(demandId);
  }

  /** What the approved decision covers, as one ZIP with a manifest. The log keeps what was in it. */
  @Post(':demandId/export')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  @Allow('demand.export')
  @StepUp()
  async export(@Param('demandId') demandId: string): Promise<StreamableFile> {
    const bundle = await this.exports.bundle(demandId);
    return new StreamableFile(Readable.from(bundle), {
      type: 'application/zip',
      disposition: `attachment; filename="demand-${demandId.slice(-8)}.zip"`,
    });
  }
}
