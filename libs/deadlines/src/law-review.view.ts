import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '@app/cases';
import { LAW_CAUSES } from './changes';
import { DEADLINE_KINDS } from './deadline.view';

/** The dates of a deadline and how its rule stands in law, at one moment. */
export class StandingView {
  @ApiProperty({ enum: DEADLINE_KINDS }) kind: string;
  dueOn: string | null;
  taskOn: string | null;
  conservativeOn: string | null;
  outerOn: string | null;
  ruleVersion: number;
  /** Such as operative, operative_contested, vacated. */
  ruleStatus: string;
}

export class Acknowledgement {
  by: PersonRef;
  at: string;
  note: string | null;
}

export class LawReviewCan {
  acknowledge: boolean;
}

/** A date that a change of law moved. It stays on the list until somebody says that they have seen it. */
export class LawReviewItem {
  id: string;
  version: number;
  /** When it was found. */
  at: string;
  @ApiProperty({ enum: LAW_CAUSES }) cause: string;
  /** What changed, in words: of the change log, or the closed days. */
  what: string;
  clientId: string;
  clientName: string;
  deadlineId: string;
  ruleId: string;
  title: string;
  /** Whose client it was when it was found; null when no attorney was responsible. */
  @ApiProperty({ type: PersonRef, nullable: true }) attorney: PersonRef | null;
  /** Null: the law made a deadline that was not there. */
  @ApiProperty({ type: StandingView, nullable: true }) before: StandingView | null;
  /** Null: it no longer follows. */
  @ApiProperty({ type: StandingView, nullable: true }) after: StandingView | null;
  @ApiProperty({ type: Acknowledgement, nullable: true }) acknowledged: Acknowledgement | null;
  can: LawReviewCan;
}

export class LawReviewList {
  items: LawReviewItem[];
  nextCursor: string | null;
}
