import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '@app/cases';
import { PROTOCOL_BASES, PROTOCOL_ENDS, STEP_STATES } from './protocol.dto';

/** What was done of a step. */
export class StepView {
  /** Id of the item in the plan. */
  step: string;
  @ApiProperty({ enum: STEP_STATES }) state: string;
  @ApiProperty({ type: PersonRef, nullable: true }) assignedTo: PersonRef | null;
  at: string | null;
  @ApiProperty({ type: PersonRef, nullable: true }) by: PersonRef | null;
  reason: string | null;
}

/** One act of the protocol with the hours in which it belongs. */
export class ProtocolStepView extends StepView {
  title: string;
  why: string;
  citation: string;
  fromHour: number;
  toHour: number;
  /** When it is due: elapsed hours from the detention. */
  dueAt: string;
  late: boolean;
}

export class ProtocolCan {
  settle: boolean;
}

/** The protocol of a client: running, or ended. */
export class ProtocolView {
  id: string;
  version: number;
  countedFrom: string;
  @ApiProperty({ enum: PROTOCOL_BASES }) basis: string;
  hoursPassed: number;
  startedBy: PersonRef;
  startedAt: string;
  endedAt: string | null;
  @ApiProperty({ type: PersonRef, nullable: true }) endedBy: PersonRef | null;
  @ApiProperty({ enum: PROTOCOL_ENDS, nullable: true }) endedHow: string | null;
  note: string | null;
  steps: ProtocolStepView[];
  can: ProtocolCan;
}

/** What was ticked off of a check-in's preparation. */
export class PreparationView {
  checkInId: string;
  steps: StepView[];
}
