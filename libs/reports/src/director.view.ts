import { ApiProperty } from '@nestjs/swagger';
import { ColleagueRef, OUTCOMES } from '@app/cases';
import { CLEMENCY_STAGES } from '@app/rules';

export class CaseloadView {
  user: ColleagueRef;
  /** Open cases this person is responsible for. */
  open: number;
  /** Check-ins of their clients from Monday to Sunday. */
  checkInsThisWeek: number;
  /** Overdue, or to act on within seven days. */
  deadlinesAtRisk: number;
}

export class CheckInDayView {
  day: string;
  /** Appointments that stand or took place. */
  count: number;
  cameOut: number;
  detained: number;
  notKnown: number;
}

/** Open deadlines, each in one of the four. */
export class DeadlinesAtRiskView {
  /** The day to act has passed, lately. */
  overdue: number;
  /** From today to seven days ahead. */
  in7: number;
  /** From eight to thirty days ahead. */
  in30: number;
  /** Over long ago; nobody can meet them any more. */
  past: number;
}

export class StageCountView {
  @ApiProperty({ enum: CLEMENCY_STAGES }) stage: string;
  count: number;
}

export class OutcomeCountView {
  @ApiProperty({ enum: OUTCOMES }) outcome: string;
  count: number;
}

export class TotalsView {
  clients: number;
  openCases: number;
  /** Open cases nobody is responsible for. */
  unassigned: number;
  /** Clients with an open case who are detained. */
  detained: number;
  pardonsGranted: number;
}

/** The office in figures. */
export class DirectorView {
  /** Today at the office. */
  today: string;
  /** Whoever has most open cases comes first. */
  caseloads: CaseloadView[];
  /** Monday to Sunday. */
  checkInsThisWeek: CheckInDayView[];
  deadlinesAtRisk: DeadlinesAtRiskView;
  /** Pardon applications by stage, in the order of the stages, empty ones included. */
  pipeline: StageCountView[];
  /** Closed cases by outcome, empty ones included. */
  outcomes: OutcomeCountView[];
  totals: TotalsView;
}
