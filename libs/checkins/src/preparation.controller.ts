import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { PlanSteps, PreparationView, SettleStep } from '@app/custody';
import { about, db, notFound } from '@app/platform';
import { CHECK_IN_PLAN } from '@app/rules';
import { CheckIn } from './check-in.entity';

const ITEMS = CHECK_IN_PLAN.map(({ id }) => id);

@ApiTags('check-ins')
@Controller('check-ins/:checkInId/preparation')
export class PreparationController {
  constructor(private readonly steps: PlanSteps) {}

  /** What was ticked off of the preparation of a check-in. */
  @Get()
  @Allow('checkin.read')
  async readPreparation(@Param('checkInId') checkInId: string): Promise<PreparationView> {
    return this.of(await requireCheckIn(checkInId));
  }

  /** Takes, ticks off, or skips with a reason, an item of the preparation. */
  @Put(':step')
  @Allow('checkin.schedule')
  async settlePreparation(
    @Param('checkInId') checkInId: string,
    @Param('step') step: string,
    @Body() body: SettleStep,
  ): Promise<PreparationView> {
    const row = await requireCheckIn(checkInId);
    await this.steps.settle({ clientId: row.clientId, checkInId, items: ITEMS }, step, body);
    return this.of(row);
  }

  private async of({ id, clientId }: CheckIn): Promise<PreparationView> {
    return { checkInId: id, steps: [...(await this.steps.of({ clientId, checkInId: id })).values()] };
  }
}

async function requireCheckIn(id: string): Promise<CheckIn> {
  const row = await db().find(CheckIn, { id });
  if (!row) throw notFound();
  about(row.clientId);
  return row;
}
