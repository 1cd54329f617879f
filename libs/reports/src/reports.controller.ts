import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { DirectorService } from './director.service';
import { DirectorView } from './director.view';
import { MyDayService } from './my-day.service';
import { MyDayView } from './my-day.view';

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly myDay: MyDayService,
    private readonly director: DirectorService,
  ) {}

  /** What the clients this person sees need today: deadlines, check-ins, changes. */
  @Get('my-day')
  @Allow('report.my_day')
  mine(): Promise<MyDayView> {
    return this.myDay.read();
  }

  /** The office in figures: caseloads, check-ins of the week, deadlines at risk, clemency pipeline, outcomes. */
  @Get('director')
  @Allow('report.director')
  office(): Promise<DirectorView> {
    return this.director.read();
  }
}
