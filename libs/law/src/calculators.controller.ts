import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, StoresNothing } from '@app/access';
import { AskCalendar, AskFinality, ComputeDeadline } from './calculators.dto';
import { CalculatorsService } from './calculators.service';
import { CalendarAnswer, ComputedView, FinalityAnswer } from './calculators.view';

/** What-if work without a client. Nothing of a question is stored or logged; an Idempotency-Key is ignored. */
@ApiTags('law')
@Controller('law')
@Allow('law.read')
export class CalculatorsController {
  constructor(private readonly calculators: CalculatorsService) {}

  /** Counts one rule from named facts, with its reasons and the other dates that can be defended. */
  @Post('deadlines/compute')
  @HttpCode(200)
  @StoresNothing()
  deadline(@Body() body: ComputeDeadline): Promise<ComputedView> {
    return this.calculators.deadline(body);
  }

  /** Says when an order became final, and what runs from it. */
  @Post('finality')
  @HttpCode(200)
  @StoresNothing()
  finality(@Body() body: AskFinality): Promise<FinalityAnswer> {
    return this.calculators.finality(body);
  }

  /** Shows the closed days of at most 800 days, by layer. */
  @Post('calendar')
  @HttpCode(200)
  @StoresNothing()
  calendar(@Body() body: AskCalendar): Promise<CalendarAnswer> {
    return this.calculators.calendar(body);
  }
}
