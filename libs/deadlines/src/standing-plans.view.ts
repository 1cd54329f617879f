import { ApiProperty } from '@nestjs/swagger';
import { TraceView } from './deadline.view';

const PROVENANCES = ['sourced', 'general_knowledge'] as const;
const STANDINGS = ['done', 'late', 'now', 'coming'] as const;
const PERIOD_STATES = ['known', 'uncertain', 'not_begun', 'not_known'] as const;
const COUNTED_FROM = ['removal_period', 'detention', 'last_review', 'redetention'] as const;

/** Where the advice of an item comes from. */
export class PlanItemView {
  id: string;
  title: string;
  why: string;
  citation: string;
  source: string[];
  @ApiProperty({ enum: PROVENANCES }) provenance: string;
}

/** One dated item of the preparation. Office policy, never a legal due date. */
export class CheckInPlanItemView extends PlanItemView {
  phase: string;
  phaseLabel: string;
  fromOn: string;
  toOn: string;
  @ApiProperty({ enum: STANDINGS }) standing: string;
  trace: TraceView[];
}

/** The preparation of the next check-in, or of the last one that nobody has told the end of. */
export class CheckInPlanView {
  checkInId: string;
  checkInOn: string;
  items: CheckInPlanItemView[];
  warnings: string[];
}

export class RemovalPeriodCandidateView {
  on: string;
  why: string;
}

export class RemovalPeriodView {
  @ApiProperty({ enum: PERIOD_STATES }) state: string;
  /** The earliest day that can be defended. */
  on: string | null;
  candidates: RemovalPeriodCandidateView[];
  why: string;
  citation: string;
}

/** One act with the hours in which it belongs: elapsed hours, shown on the office's wall clock too. */
export class DetentionHourView extends PlanItemView {
  fromHour: number;
  toHour: number;
  fromUtc: string;
  toUtc: string;
  fromLocal: string;
  toLocal: string;
  @ApiProperty({ enum: STANDINGS }) standing: string;
  trace: TraceView[];
}

/** A moment at which the government's clock runs out, or from which it may act. */
export class DetentionClockView {
  ruleId: string;
  title: string;
  atUtc: string;
  atLocal: string;
  passed: boolean;
  citation: string;
  warnings: string[];
}

/** One act that falls on a day. */
export class DetentionDayView extends PlanItemView {
  ruleId: string;
  on: string;
  late: boolean;
  trace: TraceView[];
}

export class MilestoneAlternateView {
  name: string;
  label: string;
  on: string;
}

/** One date of custody: a day to hold the government to, never one that acts by itself. */
export class CustodyMilestoneView {
  name: string;
  ruleId: string;
  title: string;
  on: string;
  /** The open day by which to have asked. */
  planOn: string;
  @ApiProperty({ enum: COUNTED_FROM }) countedFrom: string;
  startOn: string;
  alternates: MilestoneAlternateView[];
  passed: boolean;
  citation: string;
  verified: boolean;
  warnings: string[];
  trace: TraceView[];
}

/** What follows from a detention that is recorded as going on. */
export class CustodyPlanView {
  since: string;
  /** From where the hours are counted. */
  detainedAtUtc: string;
  detainedAtLocal: string;
  hoursPassed: number;
  removalPeriod: RemovalPeriodView;
  milestones: CustodyMilestoneView[];
  hours: DetentionHourView[];
  clocks: DetentionClockView[];
  days: DetentionDayView[];
  daily: PlanItemView[];
  warnings: string[];
}
