import { ApiProperty } from '@nestjs/swagger';
import type {
  ChargeEffect,
  Effect,
  InstrumentTest,
  Overall,
  PardonEffectReport,
  WhatIfChange,
  WhatIfResult,
  WhatWouldChange,
} from '@app/rules';

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
const FINDINGS = ['may_not_apply', 'may_help', 'date_not_known'] as const;
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

/** Whether the ground ever covered the conviction, or an older way out. General knowledge, never an answer. */
export class EffectIssue {
  code: string;
  @ApiProperty({ enum: FINDINGS }) finding: string;
  convictionIds: string[];
  text: string;
  question: string | null;
  authorities: EffectAuthority[];
  @ApiProperty({ enum: PROVENANCE }) provenance: string;
}

export class EffectWithoutOverride {
  @ApiProperty({ enum: EFFECTS }) effect: string;
  reasonCode: string;
  reason: string;
}

/** Counsel's own view of a charge, always beside what the rules say. */
export class EffectOverride {
  @ApiProperty({ enum: EFFECTS }) effect: string;
  reasons: string;
  by: string;
  applied: boolean;
  /** Why it was not applied; null when it was. */
  why: string | null;
  withoutIt: EffectWithoutOverride;
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
  /** The ground of former INA 241 that was charged; null when it is one of today's. */
  formerGroundId: string | null;
  issues: EffectIssue[];
  @ApiProperty({ type: EffectOverride, nullable: true }) override: EffectOverride | null;
}

export class InstrumentFindingView {
  pardonId: string;
  @ApiProperty({ enum: TESTS }) test: string;
  @ApiProperty({ enum: RESULTS }) result: string;
  why: string;
  /** Words of the instrument the finding rests on. */
  quotes: string[];
  authorities: EffectAuthority[];
  /** For the test of the grantor: how well this authority fits the waiver. */
  fit: string | null;
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

/** A date the sources disagree about, and what the other one does to the answer. */
export class DisputedEffectView {
  /** The kind of fact, as the chronology names it. */
  fact: string;
  sourceId: string;
  recordedOn: string | null;
  otherOn: string;
  @ApiProperty({ enum: OVERALL }) overallRecorded: string;
  @ApiProperty({ enum: OVERALL }) overallOther: string;
  overallOtherReason: string;
  changed: TurnedCharge[];
  /** The answer hangs on it: it must be settled first. */
  decides: boolean;
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
  disputes: DisputedEffectView[];
  ruleSetVersion: string;

  static of(report: PardonEffectReport): PardonEffectView {
    return {
      ...report,
      charges: report.charges.map(({ formerGroundId = null, issues = [], override = null, ...charge }) => ({
        ...charge,
        ...{ formerGroundId, issues, override },
      })),
      instrument: report.instrument.map(({ fit = null, ...finding }) => ({ ...finding, fit })),
      requests: report.requests.map((request) => ({ ...request })),
    };
  }
}

/** A charge that one change would turn. */
export class TurnedCharge {
  chargeId: string;
  ina: string;
  groundId: string | null;
  @ApiProperty({ enum: ORIGINS }) origin: string;
  /** null: nobody had to think of it before. */
  @ApiProperty({ enum: EFFECTS, nullable: true }) from: string | null;
  @ApiProperty({ enum: EFFECTS }) to: string;
  reason: string;
}

/** What one change to the recorded facts would do. */
export class ScenarioView {
  /** also_pardoned, every_count_pardoned, unconditional, fact */
  kind: string;
  /** Convictions that the change is about. */
  convictionIds: string[];
  /** The change in words. */
  label: string;
  @ApiProperty({ enum: OVERALL }) before: string;
  @ApiProperty({ enum: OVERALL }) overall: string;
  overallReason: string;
  changed: TurnedCharge[];

  static of({ change, label, before, overall, overallReason, changed }: WhatIfResult): ScenarioView {
    return {
      kind: change.kind,
      convictionIds: convictionsOf(change),
      ...{ label, before, overall, overallReason },
      changed: changed.map((charge) => ({ ...charge })),
    };
  }
}

function convictionsOf(change: WhatIfChange): string[] {
  if (change.kind === 'also_pardoned') return [...change.convictionIds];
  return change.kind === 'fact' ? [change.convictionId] : [];
}

/** A charge that is not lifted, and what each change would do. */
export class ChangesOfCharge {
  chargeId: string;
  ina: string;
  groundId: string | null;
  @ApiProperty({ enum: ORIGINS }) origin: string;
  @ApiProperty({ enum: EFFECTS }) effect: string;
  scenarios: ScenarioView[];
}

export class WhatWouldChangeView {
  @ApiProperty({ enum: OVERALL }) before: string;
  charges: ChangesOfCharge[];
  /** Says when convictions were taken together or scenarios left out; null when everything was tried. */
  note: string | null;

  static of({ before, charges, note }: WhatWouldChange): WhatWouldChangeView {
    return {
      ...{ before, note },
      charges: charges.map((charge) => ({
        ...charge,
        scenarios: charge.scenarios.map((scenario) => ScenarioView.of(scenario)),
      })),
    };
  }
}

/** The effect of pardons on a made-up case, and what would change it. Nothing of it is stored. */
export class PardonEffectAnswer extends PardonEffectView {
  whatIf: WhatWouldChangeView;
}
