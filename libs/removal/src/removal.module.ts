import { Global, Module } from '@nestjs/common';
import { ChargesService } from './charges.service';
import { ConvictionsService } from './convictions.service';
import { HearingReader } from './hearings/hearing-reader';
import { HearingWatch } from './hearings/hearing-watch.service';
import { HearingsController } from './hearings/hearings.controller';
import { HearingsService } from './hearings/hearings.service';
import { PlannedMessages } from './hearings/planned-messages.service';
import { TeamNotices } from './hearings/team-notices';
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
  ],
  providers: [
    ChargesService,
    ConvictionsService,
    HearingReader,
    HearingsService,
    HearingWatch,
    JudgesService,
    MotionCircuit,
    MotionsService,
    OrdersService,
    PlannedMessages,
    ProceedingsService,
    RemovalReader,
    TeamNotices,
  ],
  exports: [HearingWatch, OrdersService, RemovalReader],
})
export class RemovalModule {}
