import { ApiProperty } from '@nestjs/swagger';
import { TraceView } from './deadline.view';

const STAYED = ['yes', 'no', 'not_known'] as const;
const STAY_STANDINGS = ['in_force', 'not_automatic', 'ended', 'not_known'] as const;
const BAR_STANDINGS = ['used', 'open', 'not_known'] as const;
const BARRED_MOTIONS = ['reopen', 'reconsider', 'absentia', 'vawa'] as const;
const DEPARTURE_STANDINGS = [
  'none_recorded',
  'argued_against',
  'may_bar',
  'withdraws_motion',
  'not_known',
] as const;
const LIFTS = ['yes', 'no', 'contested'] as const;
const LIFTS_TIME = ['yes', 'in_part'] as const;
const PROVENANCES = ['sourced', 'general_knowledge'] as const;
const LOZADA_STANDINGS = ['done', 'not_done', 'not_known'] as const;

/** One stay, or something that stays nothing by itself. */
export class StayView {
  id: string;
  title: string;
  /** `not_known` is never to be read as stayed. */
  @ApiProperty({ enum: STAY_STANDINGS }) standing: string;
  from: string | null;
  /** Last day; null when it ends with an event, or the end is not known. */
  until: string | null;
  untilEvent: string | null;
  why: string;
  citation: string;
  verified: boolean;
  warnings: string[];
  trace: TraceView[];
}

/** Whether removal under one order is stayed today. */
export class StayAnswerView {
  @ApiProperty({ enum: STAYED }) removalStayed: string;
  summary: string;
  /** Ids of the stays in force. */
  by: string[];
  until: string | null;
  untilEvent: string | null;
  notStayedBy: string[];
  stays: StayView[];
  warnings: string[];
}

export class OrderStayView {
  orderId: string;
  /** What the reasons call it. */
  order: string;
  /** How the order stands. */
  status: string;
  /** Null when no order stands that could be stayed; `note` says why. */
  @ApiProperty({ type: StayAnswerView, nullable: true }) answer: StayAnswerView | null;
  note: string | null;
}

/** One motion that the law allows once. */
export class MotionBarView {
  @ApiProperty({ enum: BARRED_MOTIONS }) motion: string;
  /** For reconsideration: the order it is about; null for any that is not named. */
  orderId: string | null;
  /** `not_known` is never to be read as open. */
  @ApiProperty({ enum: BAR_STANDINGS }) standing: string;
  /** The recorded motions that use it up, or may. */
  motionIds: string[];
  why: string;
  citation: string;
}

/** A way past the limit of one. Whether its facts are there is an attorney's question. */
export class BarExceptionView {
  id: string;
  title: string;
  @ApiProperty({ enum: LIFTS }) liftsNumber: string;
  @ApiProperty({ enum: LIFTS_TIME }) liftsTime: string;
  why: string;
  citation: string;
  @ApiProperty({ enum: PROVENANCES }) provenance: string;
}

export class MotionBarsView {
  /** Motions counted. */
  total: number;
  bars: MotionBarView[];
  exceptions: BarExceptionView[];
  warnings: string[];
  trace: TraceView[];
}

/** What a departure does to a motion. There is no answer "no bar". */
export class DepartureBarView {
  /** Kind of the motion: reopen, reconsider, absentia, vawa, country_conditions, joint, sua_sponte, not_known. */
  motion: string;
  /** The recorded motion; null for one still to be filed. */
  motionId: string | null;
  @ApiProperty({ enum: DEPARTURE_STANDINGS }) standing: string;
  why: string;
  citation: string;
  verified: boolean;
  warnings: string[];
  trace: TraceView[];
}

export class DiligencePointView {
  on: string;
  label: string;
}

export class DiligenceGapView {
  from: string;
  to: string;
  days: number;
  warning: string;
}

export class LozadaStepView {
  id: string;
  title: string;
  @ApiProperty({ enum: LOZADA_STANDINGS }) standing: string;
  citation: string;
  @ApiProperty({ enum: PROVENANCES }) provenance: string;
}

/** Evidence of diligence and its holes. No tolled date is in it. */
export class DiligenceReportView {
  points: DiligencePointView[];
  gaps: DiligenceGapView[];
  longestDays: number | null;
  /** Empty until former counsel is blamed. */
  lozada: LozadaStepView[];
  warnings: string[];
  authority: string;
  trace: TraceView[];
}
