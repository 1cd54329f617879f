import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, may } from '@app/access';
import { db, IfMatch } from '@app/platform';
import { Motion } from '../motion.entity';
import { RecordKeeper } from '../records/record-keeper';
import { OrderStatus, RemovalOrder } from '../removal.entity';
import { attacksOf } from './attacks';
import { ClientRelief } from './attacks.view';
import { APPEAL, REINSTATEMENT, RELIEF_APPLICATION } from './relief-kinds';
import {
  EditAppeal,
  EditReinstatement,
  EditReliefApplication,
  NewAppeal,
  NewReinstatement,
  NewReliefApplication,
} from './relief.dto';
import { AppealView, ReinstatementView, ReliefApplicationView } from './relief.view';

@ApiTags('removal')
@Controller()
export class ReliefController {
  constructor(private readonly keeper: RecordKeeper) {}

  /** Applications for relief, appeals, and order by order what was tried against it. */
  @Get('clients/:clientId/relief')
  @Allow('removal.read')
  async readRelief(@Param('clientId') clientId: string): Promise<ClientRelief> {
    const applications: ReliefApplicationView[] = await this.keeper.of(RELIEF_APPLICATION, clientId);
    const appeals: AppealView[] = await this.keeper.of(APPEAL, clientId);
    const reinstatements: ReinstatementView[] = await this.keeper.of(REINSTATEMENT, clientId);
    const orders = await db().findAll(RemovalOrder, { clientId }, { createdAt: 'ASC', id: 'ASC' });
    const statuses = await db().findAll(OrderStatus, { clientId }, { at: 'ASC', id: 'ASC' });
    const motions = await db().findAll(Motion, { clientId }, { createdAt: 'ASC', id: 'ASC' });
    return {
      ...{ applications, appeals },
      orders: attacksOf({ orders, statuses, motions, appeals, reinstatements }),
      can: { edit: may('removal.edit') },
    };
  }

  /** Records an application for relief. */
  @Post('clients/:clientId/relief-applications')
  @Allow('removal.edit')
  async addApplication(
    @Param('clientId') clientId: string,
    @Body() body: NewReliefApplication,
  ): Promise<ReliefApplicationView> {
    return this.keeper.one(RELIEF_APPLICATION, await this.keeper.add(RELIEF_APPLICATION, clientId, body));
  }

  /** Changes what is recorded of it; earlier standings stay. */
  @Patch('relief-applications/:applicationId')
  @Allow('removal.edit')
  async editApplication(
    @Param('applicationId') applicationId: string,
    @IfMatch() version: number,
    @Body() body: EditReliefApplication,
  ): Promise<ReliefApplicationView> {
    await this.keeper.edit(RELIEF_APPLICATION, applicationId, version, body);
    return this.keeper.one(RELIEF_APPLICATION, applicationId);
  }

  /** Records an appeal. */
  @Post('clients/:clientId/appeals')
  @Allow('removal.edit')
  async addAppeal(@Param('clientId') clientId: string, @Body() body: NewAppeal): Promise<AppealView> {
    return this.keeper.one(APPEAL, await this.keeper.add(APPEAL, clientId, body));
  }

  /** Changes what is recorded of it; earlier results stay. */
  @Patch('appeals/:appealId')
  @Allow('removal.edit')
  async editAppeal(
    @Param('appealId') appealId: string,
    @IfMatch() version: number,
    @Body() body: EditAppeal,
  ): Promise<AppealView> {
    await this.keeper.edit(APPEAL, appealId, version, body);
    return this.keeper.one(APPEAL, appealId);
  }

  /** Records that a prior order was reinstated. */
  @Post('clients/:clientId/reinstatements')
  @Allow('removal.edit')
  async addReinstatement(
    @Param('clientId') clientId: string,
    @Body() body: NewReinstatement,
  ): Promise<ReinstatementView> {
    return this.keeper.one(REINSTATEMENT, await this.keeper.add(REINSTATEMENT, clientId, body));
  }

  /** Changes what is recorded of it. */
  @Patch('reinstatements/:reinstatementId')
  @Allow('removal.edit')
  async editReinstatement(
    @Param('reinstatementId') reinstatementId: string,
    @IfMatch() version: number,
    @Body() body: EditReinstatement,
  ): Promise<ReinstatementView> {
    await this.keeper.edit(REINSTATEMENT, reinstatementId, version, body);
    return this.keeper.one(REINSTATEMENT, reinstatementId);
  }
}
