import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '@app/cases';
import { PrintedDateView } from './printed-date.view';
import { SignOffView } from './sign-off/sign-off.view';

export const DEADLINE_KINDS = ['filing', 'status', 'internal', 'no_limit', 'unknown'] as const;
export const DEADLINE_STATES = ['open', 'completed', 'superseded'] as const;
export const EVENT_REASONS = [
  'facts_changed',
  'rules_changed',
  'calendar_changed',
  'verification_changed',
  'recomputed',
  'superseded',
  'derived_again',
  'confirmed',
  'confirmation_cleared',
  'completed',
  'moved_after_completion',
  'reopened',
  'date_printed',
  'printed_date_withdrawn',
  'proof_recorded',
  'signed_off',
  'sent_back',
] as const;

export class AlternateView {
  /** Stable for programs, such as codified_text_10d. */
  name: string;
  on: string;
  label: string;
  /** Standing of this reading, such as operative_contested, vacated, conservative, uncertain. */
  status: string;
}

export class TraceView {
  step: string;
  text: string;
  on?: string | null;
}

export class TriggerView {
  /** Kind of the fact, such as order_decided. */
  fact: string;
  /** As much of its date as is known. */
  on: string | null;
  sourceKind: string;
  sourceId: string;
  /** Who wrote it down last; null when that is not known. */
  @ApiProperty({ type: PersonRef, nullable: true }) recordedBy: PersonRef | null;
  recordedAt: string | null;
}

export class Confirmation {
  by: PersonRef;
  at: string;
}

export class Completion {
  by: PersonRef;
  at: string;
  on: string;
  note: string | null;
}

export class MovedSinceView {
  /** False when the facts no longer lead to this deadline. */
  derived: boolean;
  dueOn: string | null;
  taskOn: string | null;
}

export class DeadlineEventView {
  at: string;
  by: PersonRef;
  @ApiProperty({ enum: EVENT_REASONS }) reason: string;
  /** The dates before. */
  dueOn: string | null;
  taskOn: string | null;
  /** The dates after. */
  newDueOn: string | null;
  newTaskOn: string | null;
  note: string | null;
}

export class DeadlineCan {
  confirm: boolean;
  complete: boolean;
  reopen: boolean;
  /** Record the proof of filing that a critical deadline needs. */
  prove: boolean;
  signOff: boolean;
  sendBack: boolean;
  /** Record, replace or withdraw the date that a paper prints. */
  print: boolean;
}

/** A deadline in a list. */
export class DeadlineItem {
  id: string;
  version: number;
  clientId: string;
  caseId: string | null;
  /** Not in the list of one client. A code for roles that do not see names. */
  clientName: string | null;
  ruleId: string;
  title: string;
  @ApiProperty({ enum: DEADLINE_KINDS }) kind: string;
  @ApiProperty({ enum: DEADLINE_STATES }) status: string;
  /** Last day under the operative reading. */
  dueOn: string | null;
  /** The day to act by: the earliest defensible date less the office's margin. */
  taskOn: string | null;
  conservativeOn: string | null;
  outerOn: string | null;
  alternates: AlternateView[];
  consequence: string;
  citation: string;
  /** False until an attorney has checked the rule's text against its source. */
  verified: boolean;
  warnings: string[];
  /** The day that an order or notice prints, when it governs instead of the counted one. */
  printedOn: string | null;
  /** The period was over before the office recorded the facts. */
  overBeforeRecorded: boolean;
  @ApiProperty({ type: Confirmation, nullable: true }) confirmed: Confirmation | null;
  /** When a moved date took the confirmation away. */
  confirmationClearedAt: string | null;
  @ApiProperty({ type: Completion, nullable: true }) completed: Completion | null;
  /** Null when one person may close it. */
  @ApiProperty({ type: SignOffView, nullable: true }) signOff: SignOffView | null;
  @ApiProperty({ type: MovedSinceView, nullable: true }) movedSince: MovedSinceView | null;
  can: DeadlineCan;
}

/** Everything behind one date. */
export class DeadlineView extends DeadlineItem {
  ruleVersion: number;
  ruleStatus: string;
  ruleSetVersion: string;
  cure: string;
  stays: string;
  trace: TraceView[];
  triggeredBy: TriggerView[];
  @ApiProperty({ type: TriggerView, nullable: true }) answeredBy: TriggerView | null;
  @ApiProperty({ type: PrintedDateView, nullable: true }) printed: PrintedDateView | null;
  history: DeadlineEventView[];
}

export class ClientDeadlines {
  items: DeadlineItem[];
}

export class DeadlineList {
  items: DeadlineItem[];
  nextCursor: string | null;
}
