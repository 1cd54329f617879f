import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, StepUp } from '@app/access';
import { IfMatch } from '@app/platform';
import { CasesService } from '../cases.service';
import { TimeReader } from './time-reader';
import { EditTime, RecordTime, TimeQuery, TimeSpan, WriteFundingCode } from './time.dto';
import { TimeService } from './time.service';
import { FundingList, TimeEntryView, TimeList, TimerState, TimeTotals } from './time.view';

@ApiTags('time')
@Controller()
export class TimeController {
  constructor(
    private readonly cases: CasesService,
    private readonly time: TimeService,
    private readonly reader: TimeReader,
  ) {}

  /** Own time, the latest first; everybody's for who sees the totals. */
  @Get('time-entries')
  @Allow('time.list')
  list(@Query() query: TimeQuery): Promise<TimeList> {
    return this.reader.list(query);
  }

  /** Time on one case. */
  @Get('cases/:caseId/time')
  @Allow('time.list')
  async ofCase(@Param('caseId') caseId: string, @Query() query: TimeQuery): Promise<TimeList> {
    return this.reader.list(query, (await this.cases.require(caseId)).id);
  }

  /** Records time on a case. */
  @Post('cases/:caseId/time')
  @Allow('time.write')
  async record(@Param('caseId') caseId: string, @Body() body: RecordTime): Promise<TimeEntryView> {
    return this.reader.one(await this.time.record(await this.cases.require(caseId), body));
  }

  /** Changes an own entry. */
  @Patch('time-entries/:entryId')
  @Allow('time.write')
  async edit(
    @Param('entryId') entryId: string,
    @IfMatch() version: number,
    @Body() body: EditTime,
  ): Promise<TimeEntryView> {
    await this.time.edit(entryId, version, body);
    return this.reader.one(entryId);
  }

  /** Takes an own entry back. */
  @Post('time-entries/:entryId/withdraw')
  @HttpCode(204)
  @Allow('time.write')
  async withdraw(@Param('entryId') entryId: string, @IfMatch() version: number): Promise<void> {
    await this.time.withdraw(entryId, version);
  }

  /** The timer of whoever asks. */
  @Get('me/timer')
  @Allow('time.list')
  timer(): Promise<TimerState> {
    return this.reader.timer();
  }

  /** Starts the own timer on a case. */
  @Put('cases/:caseId/timer')
  @Allow('time.write')
  async start(@Param('caseId') caseId: string): Promise<TimerState> {
    await this.time.start(await this.cases.require(caseId));
    return this.reader.timer();
  }

  /** Stops the own timer and says how long it ran. */
  @Delete('me/timer')
  @Allow('time.list')
  async stop(): Promise<TimerState> {
    return this.reader.timer(await this.time.stop());
  }
}

@ApiTags('time')
@Controller()
export class TimeOfficeController {
  constructor(
    private readonly time: TimeService,
    private readonly reader: TimeReader,
  ) {}

  /** Minutes by funding code, person and month. */
  @Get('time-totals')
  @Allow('time.totals')
  totals(@Query() query: TimeSpan): Promise<TimeTotals> {
    return this.reader.totals(query);
  }

  /** The entries of a span as a file for a spreadsheet. */
  @Get('time-totals/file')
  @Allow('time.totals')
  @StepUp()
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string', format: 'binary' } } } })
  async csv(@Query() query: TimeSpan): Promise<StreamableFile> {
    const file = Buffer.from(await this.reader.csv(query), 'utf8');
    return new StreamableFile(file, {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="time.csv"',
      length: file.length,
    });
  }

  /** What pays for work. */
  @Get('funding-codes')
  @Allow('time.list')
  funding(): Promise<FundingList> {
    return this.reader.funding();
  }

  /** Adds a funding code. */
  @Post('funding-codes')
  @Allow('funding.manage')
  async add(@Body() body: WriteFundingCode): Promise<FundingList> {
    await this.time.addFunding(body);
    return this.reader.funding();
  }

  /** Changes a funding code: its name, the days it pays on. */
  @Put('funding-codes/:fundingId')
  @Allow('funding.manage')
  async replace(
    @Param('fundingId') fundingId: string,
    @IfMatch() version: number,
    @Body() body: WriteFundingCode,
  ): Promise<FundingList> {
    await this.time.editFunding(fundingId, version, body);
    return this.reader.funding();
  }
}
