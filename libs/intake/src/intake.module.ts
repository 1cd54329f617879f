import { Module, type OnModuleInit } from '@nestjs/common';
import { NameChanges } from '@app/clients';
import { Acceptance } from './acceptance/acceptance.service';
import { CarriedFacts } from './acceptance/carried-facts.service';
import { RecordsTaken } from './acceptance/records-taken';
import { ConflictChecks } from './conflict-checks.service';
import { ConflictDecisions } from './conflict-decisions.service';
import { ConflictReader } from './conflict-reader';
import { ConflictSearch } from './conflict-search';
import { ConflictsController } from './conflicts.controller';
import { DecisionsCarried } from './decisions-carried';
import { IntakeDoorsController } from './doors.controller';
import { IntakeDoors } from './doors.service';
import { Duplicates } from './duplicates.service';
import { IntakeTokens } from './intake-tokens';
import { MergeReader } from './merge/merge-reader';
import { MergesController } from './merge/merges.controller';
import { Merges } from './merge/merges.service';
import { RowMover } from './merge/row-mover';
import { Parties } from './parties.service';
import { PassingController } from './passing/passing.controller';
import { Passing } from './passing/passing.service';
import { ProofOfWork } from './proof-of-work';
import { PublicIntakeService } from './public-intake.service';
import { ReferralDuty } from './referral-duty';
import { ReferralNames } from './referral-names';
import { ReferralReader } from './referral-reader';
import { ReferralStore } from './referral-store';
import { ReferralsController } from './referrals.controller';
import { Referrals } from './referrals.service';
import { Sending } from './sending.service';

@Module({
  controllers: [
    ConflictsController,
    ReferralsController,
    PassingController,
    IntakeDoorsController,
    MergesController,
  ],
  providers: [
    ...[ConflictChecks, ConflictDecisions, ConflictReader, ConflictSearch, Parties],
    ...[ReferralNames, ReferralReader, ReferralStore, Referrals, ReferralDuty, DecisionsCarried, Duplicates],
    ...[Acceptance, CarriedFacts, RecordsTaken],
    ...[MergeReader, Merges, RowMover],
    ...[IntakeTokens, IntakeDoors, ProofOfWork, PublicIntakeService, Sending, Passing],
  ],
  exports: [ReferralDuty],
})
export class IntakeModule implements OnModuleInit {
  constructor(
    private readonly names: NameChanges,
    private readonly parties: Parties,
    private readonly checks: ConflictChecks,
  ) {}

  onModuleInit(): void {
    this.names.listen(
      (change) => this.parties.follow(change),
      ({ clientId, indexes }) => this.checks.sameNumber(clientId, indexes),
    );
  }
}
