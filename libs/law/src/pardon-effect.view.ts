import { ApiProperty } from '@nestjs/swagger';
import type { ChargeEffect, Effect, InstrumentTest, Overall, PardonEffectReport } from '@app/rules';

const MODES = ['effect_of_grant', 'what_to_ask_for'] as const satisfies readonly PardonEffectReport['mode'][];
const OVERALL = [
  'termination_expected',
  'partial_other_relief_needed',
  'pardon_not_enough',
  'insufficient_facts',
] as const satisfies readonly Overall[];
const EFFECTS = [
  'lifted',
  'not_lifted',
  'contested',
  'needs_facts',
  'not_applicable',
] as const satisfies readonly Effect[];
const ORIGINS = ['charged', 'lodged', 'latent'] as const satisfies readonly ChargeEffect['origin'][];
const STANDINGS = [
  'charged',
  'sustained',
  'conceded',
  'not_sustained',
  'withdrawn',
  'none',
] as const satisfies readonly ChargeEffect['statusInOrder'][];
const TESTS = [
  'grantor',
  'type',
  'full_and_unconditional',
  'same_conviction',
  'sovereign',
  'after_conviction',
  'individual',
  'collateral_attack',
] as const satisfies readonly InstrumentTest[];
const RESULTS = ['pass', 'fail', 'unclear'] as const;
const PROVENANCE = ['sourced', 'general_knowledge'] as const;

export class EffectAuthority {
  cite: string;
  note: string;
  @ApiProperty({ enum: PROVENANCE }) provenance: string;
  address: string | null;
  /** Weight before the circuit of the case. */
  weight: string;
  /** False until somebody has checked it against the live source. */
  verified: boolean;
}

export class ChargeEffectView {
  /** The charge, or `latent:...` for a ground that was never charged. */
  chargeId: string;
  code: string;
  ina: string;
  groundId: string | null;
  groundName: string | null;
  @ApiProperty({ enum: ORIGINS }) origin: string;
  @ApiProperty({ enum: STANDINGS }) statusInOrder: string;
  convictionIds: string[];
  pardonIds: string[];
  @ApiProperty({ enum: EFFECTS }) effect: string;
  reasonCode: string;
  reason: string;
  authorities: EffectAuthority[];
  missingFacts: string[];
  counterArguments: string[];
  otherRoutes: string[];
  /** Without a grant: what a right pardon of every named conviction would do. Otherwise null. */
  @ApiProperty({ enum: EFFECTS, nullable: true }) ifGranted: string | null;
}

export class InstrumentFindingView {
  pardonId: string;
  @ApiProperty({ enum: TESTS }) test: string;
  @ApiProperty({ enum: RESULTS }) result: string;
  why: string;
  /** Words of the instrument the finding rests on. */
  quotes: string[];
  authorities: EffectAuthority[];
}

export class RequestCount {
  convictionId: string;
  statute: string;
  offence: string;
  /** Whether a pardon of it would help. */
  helps: boolean;
  why: string;
}

/** What to ask one pardoning authority for. */
export class PardonRequestView {
  jurisdiction: string;
  jurisdictionName: string;
  whoDecides: string;
  fit: string | null;
  counts: RequestCount[];
  wording: string[];
  cautions: string[];
}

/** What the recorded pardons do to each charge, or without one what to ask for. For an attorney, never advice. */
export class PardonEffectView {
  @ApiProperty({ enum: MODES }) mode: string;
  @ApiProperty({ enum: OVERALL }) overall: string;
  overallReason: string;
  @ApiProperty({ enum: OVERALL, nullable: true }) overallIfGranted: string | null;
  charges: ChargeEffectView[];
  instrument: InstrumentFindingView[];
  unpardonedConvictionsStillTriggering: string[];
  requests: PardonRequestView[];
  whatWouldChangeIt: string[];
  travelWarning: boolean;
  travelNote: string;
  naturalisationNote: string;
  notes: string[];
  ruleSetVersion: string;

  static of(report: PardonEffectReport): PardonEffectView {
    return {
      ...report,
      charges: report.charges.map((charge) => ({ ...charge })),
      instrument: report.instrument.map((finding) => ({ ...finding })),
      requests: report.requests.map((request) => ({ ...request })),
    };
  }
}
