import { ApiProperty } from '@nestjs/swagger';
import type { LawStatus, ScreeningFinding, ScreeningResult, ScreeningTopic } from '@app/rules';
import { LawTraceStep } from './calculators.view';

const TOPICS = [
  'registry',
  'registry_bill',
  'citizenship',
  'return_vietnam',
  'return_cambodia',
  'return_laos',
  'chhoeun_class',
  'naturalisation',
] as const satisfies readonly ScreeningTopic[];
const FINDINGS = [
  'may_fit',
  'does_not_fit',
  'needs_facts',
  'information',
] as const satisfies readonly ScreeningFinding[];
const STANDINGS = [
  'in_force',
  'introduced_bill_not_law',
  'agreement_reported',
  'no_agreement_reported',
  'court_order_force_not_confirmed',
  'facts_only',
] as const satisfies readonly LawStatus[];
const PROVENANCE = ['sourced', 'general_knowledge'] as const;

export class ScreeningAuthorityView {
  cite: string;
  /** What the page supports, and no more. */
  note: string;
  @ApiProperty({ enum: PROVENANCE }) provenance: string;
  asOf: string;
  address: string | null;
}

export class LabelledDay {
  label: string;
  on: string;
}

/** One answer. `may_fit` is a reason for an attorney to look, never advice. */
export class ScreeningResultView {
  @ApiProperty({ enum: TOPICS }) topic: string;
  title: string;
  @ApiProperty({ enum: FINDINGS }) finding: string;
  /** Where the rule stands. */
  @ApiProperty({ enum: STANDINGS }) law: string;
  lawNote: string;
  why: string;
  questions: string[];
  warnings: string[];
  dates: LabelledDay[];
  authorities: ScreeningAuthorityView[];
  asOf: string;
  trace: LawTraceStep[];

  static of(result: ScreeningResult): ScreeningResultView {
    return {
      ...result,
      questions: [...result.questions],
      warnings: [...result.warnings],
      dates: result.dates.map((date) => ({ ...date })),
      authorities: result.authorities.map((authority) => ({ ...authority })),
      trace: result.trace.map((step) => LawTraceStep.of(step)),
    };
  }
}

/** Registry, returns, class membership and naturalisation for one set of facts. Nothing of it is stored. */
export class ScreeningAnswer {
  asOf: string;
  note: string;
  items: ScreeningResultView[];
}
