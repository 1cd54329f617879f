import { Module } from '@nestjs/common';
import { RecordReader } from './record-reader';
import { RecordRequestsController } from './record-requests.controller';
import { RecordRequests } from './record-requests.service';

@Module({ controllers: [RecordRequestsController], providers: [RecordReader, RecordRequests] })
export class RecordsModule {}
