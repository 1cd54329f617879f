import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { ClientsService } from '@app/clients';
import { badField, IfMatch } from '@app/platform';
import { addDays } from '@app/rules';
import { CheckInReader } from './check-in-reader';
import { CalendarQuery, CancelCheckIn, MoveCheckIn, RecordOutcome, ScheduleCheckIn } from './check-in.dto';
import { CheckInCalendar, CheckInSeries, CheckInView } from './check-in.view';
import { CheckInsService } from './check-ins.service';

const LONGEST_DAYS = 62;

@ApiTags('check-ins')
@Controller()
export class CheckInsController {
  constructor(
    private readonly clients: ClientsService,
    private readonly checkIns: CheckInsService,
    private readonly reader: CheckInReader,
  ) {}

  /** All check-ins of a client, the latest first. */
  @Get('clients/:clientId/check-ins')
  @Allow('checkin.read')
  async series(@Param('clientId') clientId: string): Promise<CheckInSeries> {
    await this.clients.require(clientId);
    return this.reader.series(clientId);
  }

  /** Schedules a check-in, or records a past one with its outcome. */
  @Post('clients/:clientId/check-ins')
  @Allow('checkin.schedule')
  async schedule(@Param('clientId') clientId: string, @Body() body: ScheduleCheckIn): Promise<CheckInView> {
    return this.reader.one(await this.checkIns.schedule(clientId, body));
  }

  /** The check-ins of a day, a week or at most 62 days, of every client this person sees. */
  @Get('check-ins')
  @Allow('checkin.calendar')
  calendar(@Query() query: CalendarQuery): Promise<CheckInCalendar> {
    if (query.to < query.from) throw badField('to', 'before_start', 'The last day comes before the first.');
    if (query.to > addDays(query.from, LONGEST_DAYS - 1))
      throw badField('to', 'too_long', `Ask for at most ${LONGEST_DAYS} days at once.`);
    return this.reader.calendar(query.from, query.to, query.officeCode);
  }

  /** Moves a check-in; answers with the new one, while the old one stays in the series as moved. */
  @Post('check-ins/:checkInId/move')
  @HttpCode(200)
  @Allow('checkin.schedule')
  async move(
    @Param('checkInId') checkInId: string,
    @IfMatch() version: number,
    @Body() body: MoveCheckIn,
  ): Promise<CheckInView> {
    return this.reader.one(await this.checkIns.move(checkInId, version, body));
  }

  /** Records how a check-in ended, and the next appointment when one was given. */
  @Post('check-ins/:checkInId/outcome')
  @HttpCode(200)
  @Allow('checkin.outcome')
  async recordOutcome(
    @Param('checkInId') checkInId: string,
    @IfMatch() version: number,
    @Body() body: RecordOutcome,
  ): Promise<CheckInView> {
    await this.checkIns.recordOutcome(checkInId, version, body);
    return this.reader.one(checkInId);
  }

  /** Cancels a check-in that will not take place. */
  @Post('check-ins/:checkInId/cancel')
  @HttpCode(200)
  @Allow('checkin.schedule')
  async cancel(
    @Param('checkInId') checkInId: string,
    @IfMatch() version: number,
    @Body() body: CancelCheckIn,
  ): Promise<CheckInView> {
    await this.checkIns.cancel(checkInId, version, body);
    return this.reader.one(checkInId);
  }
}
