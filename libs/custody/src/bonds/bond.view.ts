import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '@app/cases';
import {
  AUTOMATIC_STAYS,
  BOND_APPEAL_OUTCOMES,
  BOND_APPELLANTS,
  BOND_DECISIONS,
  BOND_SETTERS,
  BOND_STATUSES,
  STAY_ENDS,
} from './bond.dto';

/** A status that the bond had, from the day given or else from when it was recorded. */
export class BondStatusView {
  @ApiProperty({ enum: BOND_STATUSES }) status: string;
  on: string | null;
  by: PersonRef;
  at: string;
}

export const STAY_STEPS = ['recorded', 'ended'] as const;

/** What was recorded of the automatic stay of a release. */
export class BondStayView {
  @ApiProperty({ enum: STAY_STEPS }) step: string;
  @ApiProperty({ enum: STAY_ENDS, nullable: true }) how: string | null;
  on: string | null;
  note: string | null;
  by: PersonRef;
  at: string;
}

export class BondCan {
  edit: boolean;
  /** A stay stands: its end, or that it was recorded in error, can be recorded. */
  endStay: boolean;
}

/** A bond of a detention. Days are YYYY, YYYY-MM or YYYY-MM-DD. */
export class BondView {
  id: string;
  version: number;
  episodeId: string;
  @ApiProperty({ enum: BOND_STATUSES }) status: string;
  requestedOn: string | null;
  @ApiProperty({ enum: BOND_SETTERS, nullable: true }) setBy: string | null;
  hearingId: string | null;
  /** Of the linked hearing, else as entered. */
  hearingOn: string | null;
  @ApiProperty({ enum: BOND_DECISIONS, nullable: true }) decision: string | null;
  decidedOn: string | null;
  /** Whole dollars. */
  amount: number | null;
  conditions: string | null;
  @ApiProperty({ enum: BOND_APPELLANTS, nullable: true }) appealBy: string | null;
  appealedOn: string | null;
  @ApiProperty({ enum: AUTOMATIC_STAYS, nullable: true }) automaticStay: string | null;
  stayEndedOn: string | null;
  @ApiProperty({ enum: STAY_ENDS, nullable: true }) stayEndedHow: string | null;
  @ApiProperty({ enum: BOND_APPEAL_OUTCOMES, nullable: true }) boardOutcome: string | null;
  boardDecidedOn: string | null;
  postedOn: string | null;
  obligorName: string | null;
  obligorRelation: string | null;
  receiptNumber: string | null;
  cancelledOn: string | null;
  returnedOn: string | null;
  breachedOn: string | null;
  /** The first status first. */
  history: BondStatusView[];
  /** What was recorded of the automatic stay, first to last. */
  stay: BondStayView[];
  can: BondCan;
}
