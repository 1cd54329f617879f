import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { EnterNotice, NoticeQuery } from './calendar-notice.dto';
import { CalendarNotices, CalendarNoticeView } from './calendar-notice.view';
import { CalendarNoticesService } from './calendar-notices.service';

@ApiTags('law')
@Controller('calendar-notices')
export class CalendarNoticesController {
  constructor(private readonly notices: CalendarNoticesService) {}

  /** Closed days entered by hand, the latest first. */
  @Get()
  @Allow('law.read')
  list(@Query() query: NoticeQuery): Promise<CalendarNotices> {
    return this.notices.list(query);
  }

  /** Enters a closed day that no statute tells. */
  @Post()
  @Allow('law.calendar')
  enter(@Body() body: EnterNotice): Promise<CalendarNoticeView> {
    return this.notices.enter(body);
  }

  /** Takes a closed day back. */
  @Post(':noticeId/withdraw')
  @HttpCode(200)
  @Allow('law.calendar')
  withdraw(@Param('noticeId') noticeId: string, @IfMatch() version: number): Promise<CalendarNoticeView> {
    return this.notices.withdraw(noticeId, version);
  }
}
