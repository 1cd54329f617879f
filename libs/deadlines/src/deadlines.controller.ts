import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, StepUp } from '@app/access';
import { IfMatch } from '@app/platform';
import { DeadlineActions } from './deadline-actions.service';
import { DeadlineReader } from './deadline-reader';
import { CompleteDeadline, DeadlineQuery, ReopenDeadline } from './deadline.dto';
import { ClientDeadlines, DeadlineList, DeadlineView } from './deadline.view';
import { TimelineFilter, TimelineQuery } from './timeline.dto';
import { TimelineService } from './timeline.service';
import { Timeline } from './timeline.view';

@ApiTags('deadlines')
@Controller()
export class DeadlinesController {
  constructor(
    private readonly reader: DeadlineReader,
    private readonly actions: DeadlineActions,
    private readonly timeline: TimelineService,
  ) {}

  /** What happened to a client, newest first: of which kind, from which record, how sure, from when to when. */
  @Get('clients/:clientId/timeline')
  @Allow('case.read')
  happened(@Param('clientId') clientId: string, @Query() query: TimelineQuery): Promise<Timeline> {
    return this.timeline.of(clientId, query);
  }

  /** The same facts as a spreadsheet, every page of them. */
  @Get('clients/:clientId/timeline/spreadsheet')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string', format: 'binary' } } } })
  @Allow('case.read')
  @StepUp()
  async spreadsheet(
    @Param('clientId') clientId: string,
    @Query() filter: TimelineFilter,
  ): Promise<StreamableFile> {
    return new StreamableFile(Buffer.from(await this.timeline.spreadsheet(clientId, filter)), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="chronology.csv"',
    });
  }

  /** All deadlines of a client, open ones first. */
  @Get('clients/:clientId/deadlines')
  @Allow('deadline.read')
  ofClient(@Param('clientId') clientId: string): Promise<ClientDeadlines> {
    return this.reader.ofClient(clientId);
  }

  /** Open deadlines to act on across the caseload, the earliest first. */
  @Get('deadlines')
  @Allow('deadline.list')
  list(@Query() query: DeadlineQuery): Promise<DeadlineList> {
    return this.reader.list(query);
  }

  /** One deadline and why it falls on its day. */
  @Get('deadlines/:deadlineId')
  @Allow('deadline.read')
  read(@Param('deadlineId') deadlineId: string): Promise<DeadlineView> {
    return this.reader.view(deadlineId);
  }

  /** Confirms the date; if a fact moves it later, the confirmation is gone. */
  @Post('deadlines/:deadlineId/confirm')
  @HttpCode(200)
  @Allow('deadline.confirm')
  async confirm(@Param('deadlineId') deadlineId: string, @IfMatch() version: number): Promise<DeadlineView> {
    await this.actions.confirm(deadlineId, version);
    return this.reader.view(deadlineId);
  }

  /** Completes the deadline with a note. */
  @Post('deadlines/:deadlineId/complete')
  @HttpCode(200)
  @Allow('deadline.complete')
  async complete(
    @Param('deadlineId') deadlineId: string,
    @IfMatch() version: number,
    @Body() body: CompleteDeadline,
  ): Promise<DeadlineView> {
    await this.actions.complete(deadlineId, version, body);
    return this.reader.view(deadlineId);
  }

  /** Opens a completed deadline again. */
  @Post('deadlines/:deadlineId/reopen')
  @HttpCode(200)
  @Allow('deadline.complete')
  async reopen(
    @Param('deadlineId') deadlineId: string,
    @IfMatch() version: number,
    @Body() body: ReopenDeadline,
  ): Promise<DeadlineView> {
    await this.actions.reopen(deadlineId, version, body);
    return this.reader.view(deadlineId);
  }
}
