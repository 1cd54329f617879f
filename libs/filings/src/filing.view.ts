import { ApiProperty } from '@nestjs/swagger';

export const FILING_KINDS = [
  'motion_cover_page',
  'proposed_order',
  'certificate_of_service',
  'procedural_history',
  'closing_letter',
] as const;
export type FilingKindName = (typeof FILING_KINDS)[number];

export class BlankView {
  /** The missing fact, such as caption.respondents[0].aNumber. */
  field: string;
  label: string;
  where: string;
}

export class FilingPerson {
  id: string;
  name: string;
}

export class FilingCan {
  signOff: boolean;
}

export class FilingView {
  id: string;
  version: number;
  clientId: string;
  @ApiProperty({ enum: FILING_KINDS }) kind: string;
  title: string;
  @ApiProperty({ enum: ['draft', 'signed_off'] }) status: string;
  blanks: BlankView[];
  bytes: number;
  sha256: string;
  templateVersion: string;
  ruleSetDate: string;
  createdAt: string;
  createdBy: FilingPerson;
  signedOffAt: string | null;
  @ApiProperty({ type: FilingPerson, nullable: true }) signedOffBy: FilingPerson | null;
  can: FilingCan;
}

export class FilingList {
  items: FilingView[];
}

export class FactView {
  label: string;
  value: string;
}

export class BlanksView {
  /** True when nothing is missing. */
  ready: boolean;
  blanks: BlankView[];
  /** Where the form of this document comes from, and whether an attorney has checked it. */
  source: string;
  verified: boolean;
}
