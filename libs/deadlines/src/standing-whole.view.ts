import { ApiProperty } from '@nestjs/swagger';
import { DepartureBarView, DiligenceReportView, MotionBarsView, OrderStayView } from './standing-answer.view';
import { CheckInPlanView, CustodyPlanView } from './standing-plans.view';

/** Where a client's case stands today, each part with its reasons. What is not known is never shown as good news. */
export class StandingView {
  /** The day it is counted for. */
  asOf: string;
  /** Federal circuit of the matter, '1' to '11' or 'DC'; null when no court, or more than one circuit, is recorded. */
  circuit: string | null;
  /** Order by order, the oldest first. */
  stays: OrderStayView[];
  @ApiProperty({ type: MotionBarsView, nullable: true }) motionBars: MotionBarsView | null;
  /** For every pending motion, or for one still to be filed. */
  departure: DepartureBarView[];
  @ApiProperty({ type: DiligenceReportView, nullable: true }) diligence: DiligenceReportView | null;
  /** Null when no check-in is scheduled. */
  @ApiProperty({ type: CheckInPlanView, nullable: true }) checkInPlan: CheckInPlanView | null;
  /** Null when no detention is recorded as going on. */
  @ApiProperty({ type: CustodyPlanView, nullable: true }) custody: CustodyPlanView | null;
  /** What could not be counted, and why. A part that is missing without a word here has nothing recorded. */
  warnings: string[];
}
