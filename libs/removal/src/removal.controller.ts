import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { ConvictionsService } from './convictions.service';
import { EditConviction, NewConviction } from './conviction.dto';
import { EditOrder, NewOrder, RecordOrderStatus } from './order.dto';
import { OrdersService } from './orders.service';
import { RemovalReader } from './removal-reader';
import { ConvictionView, OrderView, RemovalView } from './removal.view';

@ApiTags('removal')
@Controller()
export class RemovalController {
  constructor(
    private readonly reader: RemovalReader,
    private readonly orders: OrdersService,
    private readonly convictions: ConvictionsService,
  ) {}

  /** Proceedings with charges and orders, and convictions. */
  @Get('clients/:clientId/removal')
  @Allow('removal.read')
  read(@Param('clientId') clientId: string): Promise<RemovalView> {
    return this.reader.of(clientId);
  }

  /** Records an order; its deadlines are counted at once. */
  @Post('proceedings/:proceedingId/orders')
  @Allow('removal.edit')
  async addOrder(@Param('proceedingId') proceedingId: string, @Body() body: NewOrder): Promise<OrderView> {
    return this.reader.order(await this.orders.add(proceedingId, body));
  }

  /** Changes what is recorded of an order; old values stay in the history. */
  @Patch('orders/:orderId')
  @Allow('removal.edit')
  async editOrder(
    @Param('orderId') orderId: string,
    @IfMatch() version: number,
    @Body() body: EditOrder,
  ): Promise<OrderView> {
    await this.orders.edit(orderId, version, body);
    return this.reader.order(orderId);
  }

  /** Records how the order stands from a day on. */
  @Post('orders/:orderId/status')
  @HttpCode(200)
  @Allow('removal.edit')
  async recordStatus(
    @Param('orderId') orderId: string,
    @IfMatch() version: number,
    @Body() body: RecordOrderStatus,
  ): Promise<OrderView> {
    await this.orders.recordStatus(orderId, version, body);
    return this.reader.order(orderId);
  }

  /** Records a conviction. */
  @Post('clients/:clientId/convictions')
  @Allow('removal.edit')
  async addConviction(
    @Param('clientId') clientId: string,
    @Body() body: NewConviction,
  ): Promise<ConvictionView> {
    return this.reader.conviction(await this.convictions.add(clientId, body));
  }

  /** Changes what is recorded of a conviction. */
  @Patch('convictions/:convictionId')
  @Allow('removal.edit')
  async editConviction(
    @Param('convictionId') convictionId: string,
    @IfMatch() version: number,
    @Body() body: EditConviction,
  ): Promise<ConvictionView> {
    await this.convictions.edit(convictionId, version, body);
    return this.reader.conviction(convictionId);
  }
}
