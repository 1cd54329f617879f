import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, StoresNothing } from '@app/access';
import { AskClemencyCalendar } from './clemency-calendar.dto';
import { ClemencyCalendarView } from './clemency-calendar.view';
import { PardonEffectAnswer } from './pardon-effect.view';
import { AskPardonEffect } from './pardon-question.dto';
import { AskScreening } from './screening.dto';
import { ScreeningAnswer } from './screening.view';
import { WhatIfService } from './what-if.service';

/** What-if work about pardons. Nothing of a question is stored or logged; an Idempotency-Key is ignored. */
@ApiTags('law')
@Controller('law')
@Allow('law.read')
export class WhatIfController {
  constructor(private readonly whatIf: WhatIfService) {}

  /** What pardons do to each charge of a made-up case, and what would change it; without one, what to ask for. */
  @Post('pardon-effect')
  @HttpCode(200)
  @StoresNothing()
  pardonEffect(@Body() body: AskPardonEffect): PardonEffectAnswer {
    return this.whatIf.pardonEffect(body);
  }

  /** Registry, returns, class membership and naturalisation: what an attorney should look at. */
  @Post('screening')
  @HttpCode(200)
  @StoresNothing()
  screening(@Body() body: AskScreening): Promise<ScreeningAnswer> {
    return this.whatIf.screening(body);
  }

  /** What is dated about an application for clemency before one authority. */
  @Post('jurisdictions/:code/calendar')
  @HttpCode(200)
  @StoresNothing()
  calendar(@Param('code') code: string, @Body() body: AskClemencyCalendar): Promise<ClemencyCalendarView> {
    return this.whatIf.clemencyCalendar(code, body);
  }
}
