import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '@app/cases';
import { DILIGENCE_KINDS } from './diligence-step.dto';

export class DiligenceWithdrawal {
  by: PersonRef;
  at: string;
}

export class DiligenceStepCan {
  withdraw: boolean;
}

/** One entry of the record of diligence. */
export class DiligenceStepView {
  id: string;
  version: number;
  @ApiProperty({ enum: DILIGENCE_KINDS }) kind: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD, as much as is known. */
  on: string | null;
  note: string | null;
  by: PersonRef;
  at: string;
  /** When somebody took it back; it no longer counts and stays readable. */
  @ApiProperty({ type: DiligenceWithdrawal, nullable: true }) withdrawn: DiligenceWithdrawal | null;
  can: DiligenceStepCan;
}

export class DiligenceCan {
  record: boolean;
}

export class ClientDiligence {
  /** Oldest first; those without any date last. */
  items: DiligenceStepView[];
  can: DiligenceCan;
}
