import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, may } from '@app/access';
import { IfMatch } from '@app/platform';
import { RecordKeeper } from '../records/record-keeper';
import { CONDITION, INQUIRY } from './condition-kinds';
import { ChangeCondition, EndCondition, NewCondition, RecordInquiry, TOPICS } from './condition.dto';
import { ClientInquiries, ClientSupervision, ConditionView, InquiryView } from './condition.view';
import { ConditionsService } from './conditions.service';
import { DEPARTURE } from './supervision-kinds';

@ApiTags('removal')
@Controller()
export class ConditionsController {
  constructor(
    private readonly conditions: ConditionsService,
    private readonly keeper: RecordKeeper,
  ) {}

  /** Conditions the client lives under, and lived under. */
  @Get('clients/:clientId/supervision')
  @Allow('removal.read')
  readSupervision(@Param('clientId') clientId: string): Promise<ClientSupervision> {
    return this.conditions.of(clientId);
  }

  /** Records a condition. */
  @Post('clients/:clientId/supervision')
  @Allow('removal.edit')
  async addCondition(
    @Param('clientId') clientId: string,
    @Body() body: NewCondition,
  ): Promise<ConditionView> {
    return this.keeper.one(CONDITION, await this.conditions.add(clientId, body));
  }

  /** Puts another condition in its place; answers with the new one. */
  @Post('supervision-conditions/:conditionId/change')
  @HttpCode(200)
  @Allow('removal.edit')
  async changeCondition(
    @Param('conditionId') conditionId: string,
    @IfMatch() version: number,
    @Body() body: ChangeCondition,
  ): Promise<ConditionView> {
    return this.keeper.one(CONDITION, await this.conditions.change(conditionId, version, body));
  }

  /** Says that it ended. */
  @Post('supervision-conditions/:conditionId/end')
  @HttpCode(200)
  @Allow('removal.edit')
  async endCondition(
    @Param('conditionId') conditionId: string,
    @IfMatch() version: number,
    @Body() body: EndCondition,
  ): Promise<ConditionView> {
    await this.conditions.end(conditionId, version, body);
    return this.keeper.one(CONDITION, conditionId);
  }

  /** What the client was asked about, what is still to be asked, and when they left the country. */
  @Get('clients/:clientId/inquiries')
  @Allow('removal.read')
  async readInquiries(@Param('clientId') clientId: string): Promise<ClientInquiries> {
    const items: InquiryView[] = await this.keeper.of(INQUIRY, clientId);
    items.reverse();
    const answered = (topic: string): boolean =>
      (items.find((item) => item.topic === topic)?.answer ?? 'not_known') !== 'not_known';
    return {
      items,
      unanswered: TOPICS.filter((topic) => !answered(topic)),
      departures: await this.keeper.of(DEPARTURE, clientId),
      can: { edit: may('removal.edit') },
    };
  }

  /** Records that the client was asked. */
  @Post('clients/:clientId/inquiries')
  @Allow('removal.edit')
  async recordInquiry(
    @Param('clientId') clientId: string,
    @Body() body: RecordInquiry,
  ): Promise<InquiryView> {
    return this.keeper.one(INQUIRY, await this.keeper.add(INQUIRY, clientId, body));
  }
}
