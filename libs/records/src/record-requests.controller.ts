import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { RecordReader } from './record-reader';
import {
  EditRecordRequest,
  NewRecordRequest,
  RecordRequestEvent,
  RecordRequestQuery,
} from './record-request.dto';
import { ClientRecordRequests, RecordRequestList } from './record-request.view';
import { RecordRequests } from './record-requests.service';

@ApiTags('records')
@Controller()
export class RecordRequestsController {
  constructor(
    private readonly reader: RecordReader,
    private readonly requests: RecordRequests,
  ) {}

  /** Requests for records of the caseload, by the earliest date that the law counts. */
  @Get('record-requests')
  @Allow('record_request.list')
  listRecordRequests(@Query() query: RecordRequestQuery): Promise<RecordRequestList> {
    return this.reader.list(query);
  }

  /** Every request for records about a client, with what happened to it. */
  @Get('clients/:clientId/record-requests')
  @Allow('record_request.read')
  readRecordRequests(@Param('clientId') clientId: string): Promise<ClientRecordRequests> {
    return this.reader.of(clientId);
  }

  /** Writes down a request, sent or being prepared. */
  @Post('clients/:clientId/record-requests')
  @Allow('record_request.edit')
  async addRecordRequest(
    @Param('clientId') clientId: string,
    @Body() body: NewRecordRequest,
  ): Promise<ClientRecordRequests> {
    await this.requests.add(clientId, body);
    return this.reader.of(clientId);
  }

  /** Changes what is known of a request; old values stay in the history. */
  @Patch('record-requests/:requestId')
  @Allow('record_request.edit')
  async editRecordRequest(
    @Param('requestId') requestId: string,
    @IfMatch() version: number,
    @Body() body: EditRecordRequest,
  ): Promise<ClientRecordRequests> {
    return this.reader.of(await this.requests.edit(requestId, version, body));
  }

  /** Records what happened to a request, with its day; the deadlines follow at once. */
  @Post('record-requests/:requestId/events')
  @Allow('record_request.edit')
  async recordEvent(
    @Param('requestId') requestId: string,
    @IfMatch() version: number,
    @Body() body: RecordRequestEvent,
  ): Promise<ClientRecordRequests> {
    return this.reader.of(await this.requests.record(requestId, version, body));
  }

  /** Takes a wrong event back; it stays readable and no longer counts. */
  @Post('record-events/:eventId/withdraw')
  @HttpCode(200)
  @Allow('record_request.edit')
  async withdrawEvent(
    @Param('eventId') eventId: string,
    @IfMatch() version: number,
  ): Promise<ClientRecordRequests> {
    return this.reader.of(await this.requests.withdraw(eventId, version));
  }
}
