import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { NewPlanItem, FamilyPlanItemHistory, FamilyPlanItem, FamilyPlan, WritePlanItem } from './plan.dto';
import { PlansService } from './plans.service';

@ApiTags('person')
@Controller('clients/:clientId/plan')
export class PlansController {
  constructor(private readonly plans: PlansService) {}

  /** The family preparedness plan. */
  @Get()
  @Allow('person.read')
  readPlan(@Param('clientId') clientId: string): Promise<FamilyPlan> {
    return this.plans.of(clientId);
  }

  /** Adds an item of the family's own. */
  @Post('items')
  @Allow('person.edit')
  addPlanItem(@Param('clientId') clientId: string, @Body() body: NewPlanItem): Promise<FamilyPlanItem> {
    return this.plans.add(clientId, body);
  }

  /** Saves an item; what it said before stays. An item never saved has version 0. */
  @Put('items/:item')
  @Allow('person.edit')
  writePlanItem(
    @Param('clientId') clientId: string,
    @Param('item') item: string,
    @IfMatch() version: number,
    @Body() body: WritePlanItem,
  ): Promise<FamilyPlanItem> {
    return this.plans.write(clientId, item, version, body);
  }

  /** Takes an item of the family's own off the plan. */
  @Delete('items/:item')
  @HttpCode(204)
  @Allow('person.edit')
  withdrawPlanItem(@Param('clientId') clientId: string, @Param('item') item: string): Promise<void> {
    return this.plans.withdraw(clientId, item);
  }

  /** Every saving of an item. */
  @Get('items/:item')
  @Allow('person.read')
  planItemHistory(
    @Param('clientId') clientId: string,
    @Param('item') item: string,
  ): Promise<FamilyPlanItemHistory> {
    return this.plans.history(clientId, item);
  }
}
