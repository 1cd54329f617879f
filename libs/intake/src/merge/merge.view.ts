import { PersonRef } from '@app/cases';
import { ApiProperty } from '@nestjs/swagger';

export class MergeView {
  id: string;
  /** The record that was merged into this one. */
  merged: PersonRef;
  reason: string;
  by: PersonRef;
  at: string;
  undoneAt: string | null;
  @ApiProperty({ type: PersonRef, nullable: true }) undoneBy: PersonRef | null;
}

export class MergesCan {
  merge: boolean;
}

export class MergeList {
  /** Latest first. */
  items: MergeView[];
  can: MergesCan;
}
