import { Global, Module } from '@nestjs/common';
import { AdmissionHistoryReader } from './arrests/admission-history';
import { ArrestsController } from './arrests/arrests.controller';
import { RecordKeeper } from './records/record-keeper';
import { ReliefController } from './relief/relief.controller';
import { ConditionsController } from './supervision/conditions.controller';
import { ConditionsService } from './supervision/conditions.service';
import { CountriesController } from './supervision/countries.controller';
import { DisputesController } from './chronology/disputes.controller';
import { ChargesService } from './charges.service';
import { ConvictionsService } from './convictions.service';
import { HearingReader } from './hearings/hearing-reader';
import { HearingWatch } from './hearings/hearing-watch.service';
import { HearingsController } from './hearings/hearings.controller';
import { HearingsService } from './hearings/hearings.service';
import { MessageReader } from './hearings/message-reader';
import { PlannedMessages } from './hearings/planned-messages.service';
import { TeamNotices } from './hearings/team-notices';
import { InErrorController } from './in-error/in-error.controller';
import { InErrorReader } from './in-error/in-error-reader';
import { EntriesInErrorService } from './in-error/in-error.service';
import { JudgesController } from './judges/judges.controller';
import { JudgesService } from './judges/judges.service';
import { MotionCircuit } from './motion-circuit';
import { MotionsController } from './motions.controller';
import { MotionsService } from './motions.service';
import { OrdersService } from './orders.service';
import { ProceedingsController } from './proceedings.controller';
import { ProceedingsService } from './proceedings.service';
import { RemovalReader } from './removal-reader';
import { RemovalController } from './removal.controller';

@Global()
@Module({
  controllers: [
    RemovalController,
    ProceedingsController,
    MotionsController,
    HearingsController,
    JudgesController,
    ReliefController,
    ConditionsController,
    CountriesController,
    ArrestsController,
    DisputesController,
    InErrorController,
  ],
  providers: [
    AdmissionHistoryReader,
    ChargesService,
    ConditionsService,
    ConvictionsService,
    EntriesInErrorService,
    HearingReader,
    HearingsService,
    HearingWatch,
    InErrorReader,
    JudgesService,
    MessageReader,
    MotionCircuit,
    MotionsService,
    OrdersService,
    PlannedMessages,
    ProceedingsService,
    RecordKeeper,
    RemovalReader,
    TeamNotices,
  ],
  exports: [AdmissionHistoryReader, HearingWatch, OrdersService, ProceedingsService, RemovalReader],
})
export class RemovalModule {}
