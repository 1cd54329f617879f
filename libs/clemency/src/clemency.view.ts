import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '@app/cases';
import { CLEMENCY_STAGES } from '@app/rules';
import { ATTORNEY_READINGS, GRANTORS, INSTRUMENT_KINDS, KNOWN } from './clemency.dto';
import { JurisdictionView } from '@app/law';

export class ClemencyStageEntry {
  id: string;
  @ApiProperty({ enum: CLEMENCY_STAGES }) stage: string;
  on: string;
  note: string | null;
  by: PersonRef;
  at: string;
}

/** What the grant said before somebody changed it. */
export class GrantChange {
  at: string;
  by: PersonRef;
  version: number;
  signedOn: string | null;
  effectiveOn: string | null;
  receivedOn: string | null;
  announcedOn: string | null;
  @ApiProperty({ enum: INSTRUMENT_KINDS }) instrumentKind: string;
  @ApiProperty({ enum: GRANTORS }) grantor: string;
  wording: string | null;
}

export class GrantCan {
  edit: boolean;
}

export class GrantView {
  id: string;
  version: number;
  applicationId: string;
  signedOn: string | null;
  effectiveOn: string | null;
  receivedOn: string | null;
  announcedOn: string | null;
  @ApiProperty({ enum: INSTRUMENT_KINDS }) instrumentKind: string;
  @ApiProperty({ enum: GRANTORS }) grantor: string;
  wording: string | null;
  individual: boolean | null;
  @ApiProperty({ enum: ATTORNEY_READINGS, nullable: true }) attorneyReading: string | null;
  @ApiProperty({ enum: KNOWN, nullable: true }) conditionsMet: string | null;
  @ApiProperty({ enum: KNOWN, nullable: true }) fraudAlleged: string | null;
  convictionIds: string[];
  /** Earlier states, the latest first. */
  history: GrantChange[];
  can: GrantCan;
}

export class ApplicationCan {
  edit: boolean;
  changeStage: boolean;
  recordGrant: boolean;
}

export class ApplicationView {
  id: string;
  version: number;
  clientId: string;
  jurisdiction: JurisdictionView;
  convictionIds: string[];
  onBehalf: boolean;
  @ApiProperty({ enum: CLEMENCY_STAGES }) stage: string;
  /** Every stage with its day, the first one first. */
  stages: ClemencyStageEntry[];
  /** Stages it can be moved to; a grant is recorded by itself and brings its stage along. */
  @ApiProperty({ enum: CLEMENCY_STAGES, isArray: true }) nextStages: string[];
  @ApiProperty({ type: GrantView, nullable: true }) grant: GrantView | null;
  can: ApplicationCan;
}

export class ClemencyCan {
  apply: boolean;
}

export class ClemencyView {
  /** The latest first. */
  applications: ApplicationView[];
  can: ClemencyCan;
}
