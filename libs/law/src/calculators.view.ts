import { ApiProperty } from '@nestjs/swagger';
import type { AlternateDate, ComputedDeadline, DerivedDeadline, Finality, TraceStep } from '@app/rules';

const DEADLINE_KINDS = ['filing', 'status', 'internal', 'no_limit', 'unknown'] as const;
const FINALITY_STATES = ['final', 'uncertain', 'unknown', 'not_final', 'stopped'] as const;

/** One step of the reasoning. */
export class LawTraceStep {
  step: string;
  text: string;
  /** The day the step arrives at. */
  on: string | null;

  static of({ step, text, on }: TraceStep): LawTraceStep {
    return { step, text, on: on ?? null };
  }
}

/** Another date for the same act, with the reading that leads to it. */
export class LawAlternate {
  /** Stable for programs, such as codified_text_10d. */
  name: string;
  on: string;
  label: string;
  /** Standing of this reading, such as operative_contested, vacated, conservative, outer_bound. */
  status: string;

  static of({ name, on, label, status }: AlternateDate): LawAlternate {
    return { name, on, label, status };
  }
}

/** A date counted on supplied facts, with everything it stands on. */
export class CountedDeadline {
  ruleId: string;
  ruleVersion: number;
  ruleStatus: string;
  title: string;
  @ApiProperty({ enum: DEADLINE_KINDS }) kind: string;
  /** Last day under the operative reading. */
  dueOn: string | null;
  /** The day to act by: the earliest defensible date less the office's margin. */
  taskOn: string | null;
  conservativeOn: string | null;
  outerOn: string | null;
  alternates: LawAlternate[];
  consequence: string;
  cure: string;
  stays: string;
  citation: string;
  verified: boolean;
  warnings: string[];
  trace: LawTraceStep[];

  static of(deadline: DerivedDeadline): CountedDeadline {
    const { ruleId, ruleVersion, ruleStatus, title, kind, dueOn, taskOn, conservativeOn, outerOn } = deadline;
    const { consequence, cure, stays, citation, verified } = deadline;
    return {
      ...{ ruleId, ruleVersion, ruleStatus, title, kind, dueOn, taskOn, conservativeOn, outerOn },
      ...{ consequence, cure, stays, citation, verified },
      alternates: deadline.alternates.map((date) => LawAlternate.of(date)),
      warnings: [...deadline.warnings],
      trace: deadline.trace.map((step) => LawTraceStep.of(step)),
    };
  }
}

/** An end counted in hours. */
export class ComputedInstantView {
  utc: string;
  /** The wall clock in `timeZone`, to the minute. */
  local: string | null;
  timeZone: string | null;
}

export class ComputedResultView {
  /** `due`, or the name of the part of a rule that gives several dates. */
  name: string;
  deadline: CountedDeadline;
  @ApiProperty({ type: ComputedInstantView, nullable: true }) instant: ComputedInstantView | null;
}

/** What a rule gives on the supplied facts. Nothing of it is stored. */
export class ComputedView {
  rule: string;
  title: string;
  citation: string;
  ruleSetVersion: string;
  /** A day; null without a limit or a start; an object of instants or of named dates. */
  @ApiProperty({
    nullable: true,
    oneOf: [{ type: 'string' }, { type: 'object', additionalProperties: true }],
  })
  due: unknown;
  /** Empty for a rule that only says when a day ends. */
  results: ComputedResultView[];
  /** Of every result; with several, the name begins with that of the result. */
  alternates: LawAlternate[];
  warnings: string[];
  trace: LawTraceStep[];

  static of(computed: ComputedDeadline, ruleSetVersion: string): ComputedView {
    const { rule, title, citation, due } = computed;
    return {
      ...{ rule, title, citation, ruleSetVersion, due },
      results: computed.results.map(({ name, deadline, instant }) => ({
        name,
        deadline: CountedDeadline.of(deadline),
        instant: instant ? { ...instant } : null,
      })),
      alternates: Object.entries(computed.alternates).map(([name, { date, label, status }]) => ({
        ...{ name, on: date, label, status },
      })),
      warnings: [...computed.warnings],
      trace: computed.trace.map((step) => LawTraceStep.of(step)),
    };
  }
}

/** When an order became final, as a computed event. */
export class FinalityView {
  @ApiProperty({ enum: FINALITY_STATES }) state: string;
  /** How it became final, such as in_absentia, appeal_waived, appeal_period_ended. */
  basis: string;
  ruleId: string;
  /** Every reading; more than one while the law or the facts leave it open. */
  candidates: LawAlternate[];
  operativeOn: string | null;
  conservativeOn: string | null;
  citation: string;
  verified: boolean;
  warnings: string[];
  trace: LawTraceStep[];

  static of(finality: Finality): FinalityView {
    const { state, basis, ruleId, operativeOn, conservativeOn, citation, verified } = finality;
    return {
      ...{ state, basis, ruleId, operativeOn, conservativeOn, citation, verified },
      candidates: finality.candidates.map((date) => LawAlternate.of(date)),
      warnings: [...finality.warnings],
      trace: finality.trace.map((step) => LawTraceStep.of(step)),
    };
  }
}

export class FinalityAnswer {
  finality: FinalityView;
  /** What follows from the order: finality itself, appeal, motions, petition for review. */
  deadlines: CountedDeadline[];
}

/** A closed day and one layer that closes it; a day closed by several layers comes several times. */
export class ClosedDayView {
  on: string;
  /** Monday is 1 and Sunday is 7. */
  weekday: number;
  layer: string;
  name: string;
  /** Whether a filing due on the day moves to the next open one. */
  rolls: boolean;
  authority: string;
  /** What is not settled or not confirmed about it. */
  doubt: string | null;
}

export class CalendarAnswer {
  /** The state whose holidays are shown, named or that of the circuit's clerk. */
  state: string | null;
  /** Whether the shipped calendar knows that state's own holidays. */
  stateKnown: boolean;
  days: ClosedDayView[];
}
