import { Global, Module } from '@nestjs/common';
import { BondsController } from './bonds/bonds.controller';
import { BondsService } from './bonds/bonds.service';
import { CustodyFileController } from './custody-file.controller';
import { CustodyFileService } from './custody-file.service';
import { CustodyController } from './custody.controller';
import { CustodyService } from './custody.service';
import { EpisodesService } from './episodes/episodes.service';
import { StaysService } from './episodes/stays.service';
import { LookUpsService } from './look-ups/look-ups.service';
import { CallsService } from './calls/calls.service';
import { PlanSteps } from './protocol/plan-steps.service';
import { ProtocolController } from './protocol/protocol.controller';
import { ProtocolsService } from './protocol/protocols.service';
import { TransferAlert } from './transfer-alert';
import { WatchController } from './watch/watch.controller';
import { CustodyWatch } from './watch/watch.service';

@Global()
@Module({
  controllers: [
    CustodyController,
    CustodyFileController,
    WatchController,
    ProtocolController,
    BondsController,
  ],
  providers: [
    BondsService,
    CustodyService,
    CustodyFileService,
    EpisodesService,
    StaysService,
    LookUpsService,
    TransferAlert,
    CustodyWatch,
    CallsService,
    PlanSteps,
    ProtocolsService,
  ],
  exports: [CustodyService, EpisodesService, PlanSteps],
})
export class CustodyModule {}
