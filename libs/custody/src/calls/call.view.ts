import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '@app/cases';

export class CallCan {
  claim: boolean;
}

export class CallView {
  id: string;
  version: number;
  receivedAt: string;
  caller: string | null;
  callBack: string | null;
  said: string | null;
  by: PersonRef;
  @ApiProperty({ type: PersonRef, nullable: true }) claimedBy: PersonRef | null;
  claimedAt: string | null;
  /** From the call until an attorney took it on, or until now. */
  minutesWaited: number;
  can: CallCan;
}
