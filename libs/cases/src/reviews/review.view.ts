import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '../case.view';
import { REVIEW_STATES, REVIEW_SUBJECTS } from './review.dto';

export class ReviewCan {
  decide: boolean;
  withdraw: boolean;
}

export class ReviewView {
  id: string;
  version: number;
  clientId: string;
  caseId: string;
  clientName: string;
  @ApiProperty({ enum: REVIEW_SUBJECTS }) subject: string;
  question: string;
  @ApiProperty({ enum: REVIEW_STATES }) status: string;
  requestedBy: PersonRef;
  requestedAt: string;
  /** Null: anybody who decides reviews and sees the client. */
  @ApiProperty({ type: PersonRef, nullable: true }) askedOf: PersonRef | null;
  @ApiProperty({ type: PersonRef, nullable: true }) decidedBy: PersonRef | null;
  decidedAt: string | null;
  reason: string | null;
  can: ReviewCan;
}

export class ReviewList {
  items: ReviewView[];
  nextCursor: string | null;
}

export class CaseReviews {
  items: ReviewView[];
  /** Colleagues who decide reviews and see the client. */
  reviewers: PersonRef[];
}
