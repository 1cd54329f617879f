import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { DeadlineReader } from './deadline-reader';
import { DeadlineView } from './deadline.view';
import { RecordPrintedDate } from './printed-date.dto';
import { PrintedDates } from './printed-dates.service';

@ApiTags('deadlines')
@Controller()
export class PrintedDatesController {
  constructor(
    private readonly reader: DeadlineReader,
    private readonly printed: PrintedDates,
  ) {}

  /** Records the date printed on an order or notice; it holds in place of the counted one. */
  @Post('deadlines/:deadlineId/printed-date')
  @HttpCode(200)
  @Allow('deadline.override')
  async recordPrintedDate(
    @Param('deadlineId') deadlineId: string,
    @IfMatch() version: number,
    @Body() body: RecordPrintedDate,
  ): Promise<DeadlineView> {
    await this.printed.record(deadlineId, version, body);
    return this.reader.view(deadlineId);
  }

  /** Takes the printed date back; the counted one holds again. */
  @Post('deadlines/:deadlineId/printed-date/withdraw')
  @HttpCode(200)
  @Allow('deadline.override')
  async withdrawPrintedDate(
    @Param('deadlineId') deadlineId: string,
    @IfMatch() version: number,
  ): Promise<DeadlineView> {
    await this.printed.withdraw(deadlineId, version);
    return this.reader.view(deadlineId);
  }
}
