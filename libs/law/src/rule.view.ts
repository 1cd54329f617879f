import { ApiProperty } from '@nestjs/swagger';
import type { CompositePart, PackChange, RuleRecord } from '@app/rules';
import { RULE_STATUSES } from './rule.dto';

const RULE_KINDS = ['filing', 'status', 'internal', 'no_limit'] as const;
const ACTORS = ['party', 'dhs', 'court', 'agency'] as const;
const AGES = ['fresh', 'stale', 'review_due'] as const;
const FACT_TYPES = ['day', 'instant', 'flag', 'number', 'text'] as const;
const CONFIDENCE = ['sourced', 'general_knowledge'] as const;

export class LawPerson {
  id: string;
  name: string;
}

export class RulePeriod {
  n: number;
  /** day, business_day, month, year, hour, hour_on_open_days */
  unit: string;
}

/** A rule in the list: its version in force today, or the last one. */
export class LawRuleItem {
  id: string;
  aliases: string[];
  title: string;
  family: string;
  /** Several dates follow together, each counted by a rule of its own. */
  composite: boolean;
  @ApiProperty({ enum: RULE_KINDS, nullable: true }) kind: string | null;
  /** Who has to act. */
  @ApiProperty({ enum: ACTORS, nullable: true }) actor: string | null;
  @ApiProperty({ enum: RULE_STATUSES, nullable: true }) status: string | null;
  /** null: no limit, or a rule with several dates. */
  @ApiProperty({ type: RulePeriod, nullable: true }) period: RulePeriod | null;
  citation: string;
  currentVersion: number | null;
  versions: number;
  /** An attorney has compared it with the official text. */
  verified: boolean;
  @ApiProperty({ enum: AGES }) age: string;
  @ApiProperty({ enum: CONFIDENCE, nullable: true }) confidence: string | null;
}

export class LawRules {
  ruleSetVersion: string;
  /** The last day on which a shipped record was looked at. */
  checkedOn: string;
  items: LawRuleItem[];
}

export class Withdrawal {
  at: string;
  by: LawPerson;
}

/** An attorney's word that a record agrees with its source. */
export class VerifiedView {
  id: string;
  on: string;
  sourceSeen: string;
  note: string | null;
  by: LawPerson;
  at: string;
  @ApiProperty({ type: Withdrawal, nullable: true }) withdrawn: Withdrawal | null;
}

/** An attorney's word that a version agrees with the official text. */
export class VerificationView extends VerifiedView {
  ruleVersion: number;
}

/** A fact that a version requires; null where it does not matter. */
export class RuleConditionsView {
  inAbsentia: boolean | null;
  /** true, or false_or_unknown */
  asylumDecided: string | null;
  orderKinds: string[];
  detained: boolean | null;
  circuits: string[];
  service: string | null;
}

export class CutoffView {
  /** The hour at which the last day ends. */
  at: string;
  clock: string;
  confirmed: boolean;
}

export class OtherReadingView {
  name: string;
  label: string;
  status: string;
  period: RulePeriod;
}

export class RuleTriggerView {
  name: string;
  label: string;
}

/** One version of a rule, as shipped, with what the office has recorded about it. */
export class RuleVersionView {
  version: number;
  /** In force today. */
  current: boolean;
  /** Versions whose place this one takes for the same dates. */
  replaces: number[];
  replacedBy: number | null;
  title: string;
  @ApiProperty({ enum: RULE_KINDS }) kind: string;
  @ApiProperty({ enum: ACTORS }) actor: string;
  @ApiProperty({ enum: RULE_STATUSES }) status: string;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  /** The date that decides whether this version governs. */
  keyedOn: string;
  appliesIf: RuleConditionsView;
  trigger: RuleTriggerView;
  @ApiProperty({ type: RulePeriod, nullable: true }) period: RulePeriod | null;
  /** The fact that gives the number instead, never more than the period's. */
  periodFact: string | null;
  otherReadings: OtherReadingView[];
  notBefore: string | null;
  direction: string;
  roll: string;
  calendarLayers: string[];
  outerLayers: string[];
  @ApiProperty({ type: CutoffView, nullable: true }) cutoff: CutoffView | null;
  timeZone: string | null;
  consequence: string;
  cure: string;
  stays: string;
  citation: string;
  source: string[];
  checkedOn: string;
  checkedBy: string | null;
  nextReview: string;
  @ApiProperty({ enum: CONFIDENCE }) confidence: string;
  conflictsWith: string[];
  /** Law that is moving: stale thirty days after it was checked. */
  volatile: boolean;
  notes: string[];
  verified: boolean;
  @ApiProperty({ enum: AGES }) age: string;
  /** Contested, not verified, general knowledge, stale, review due: what travels with every date counted by it. */
  warnings: string[];
  verifications: VerificationView[];
}

export class CompositePartView {
  /** Stable name of the result, such as day_90. */
  name: string;
  rule: string;
  title: string;
  from: string[];
  fromPart: string | null;

  static of(part: CompositePart, title: string): CompositePartView {
    return {
      name: part.name,
      rule: part.rule,
      title,
      from: [...(part.from ?? [])],
      fromPart: part.fromPart ?? null,
    };
  }
}

export class LawChangeView {
  /** The rule set that brought the change. */
  ruleSetVersion: string;
  on: string;
  rules: string[];
  what: string;
  why: string;

  static of({ version, on, rules, what, why }: PackChange): LawChangeView {
    return { ruleSetVersion: version, on, rules: [...rules], what, why };
  }
}

export class LawChanges {
  ruleSetVersion: string;
  items: LawChangeView[];
}

/** A fact that a rule asks for. */
export class RuleFactView {
  name: string;
  label: string;
  @ApiProperty({ enum: FACT_TYPES }) type: string;
  required: boolean;
}

export class LawCan {
  verify: boolean;
}

/** A rule with all its versions, or the parts of one under which several dates follow. */
export class LawRuleView {
  ruleSetVersion: string;
  id: string;
  aliases: string[];
  title: string;
  family: string;
  composite: boolean;
  citation: string;
  /** Of a composite; the notes of a version are with the version. */
  notes: string[];
  parts: CompositePartView[];
  /** Oldest first; empty for a composite. */
  versions: RuleVersionView[];
  /** What the deadline calculator asks for: first the day it runs from, then other ways to give it. */
  facts: RuleFactView[];
  /** Entries of the change log that name it, newest first. */
  changes: LawChangeView[];
  can: LawCan;
}

/** The fields of a record that a version shows as they are. */
export function plainFields(record: RuleRecord) {
  const { version, title, kind, actor, status, effectiveFrom, effectiveTo, keyedOn, periodFact } = record;
  const { notBefore, direction, roll, timeZone, consequence, cure, stays, citation } = record;
  const { checkedOn, checkedBy, nextReview, confidence, volatile } = record;
  return {
    ...{ version, title, kind, actor, status, effectiveFrom, effectiveTo, keyedOn, periodFact },
    ...{ notBefore, direction, roll, timeZone, consequence, cure, stays, citation },
    ...{ checkedOn, checkedBy, nextReview, confidence, volatile },
    period: record.period ? { ...record.period } : null,
    cutoff: record.cutoff ? { ...record.cutoff } : null,
    replaces: [...record.replaces],
    calendarLayers: [...record.calendarLayers],
    outerLayers: [...record.outerLayers],
    source: [...record.source],
    conflictsWith: [...record.conflictsWith],
    notes: [...record.notes],
  };
}

/** The fact that a version requires, each spelt out. */
export function conditionsOf({ appliesIf }: RuleRecord): RuleConditionsView {
  return {
    inAbsentia: appliesIf.inAbsentia ?? null,
    asylumDecided: appliesIf.asylumDecided === undefined ? null : String(appliesIf.asylumDecided),
    orderKinds: [...(appliesIf.orderKinds ?? [])],
    detained: appliesIf.detained ?? null,
    circuits: [...(appliesIf.circuits ?? [])],
    service: appliesIf.service ?? null,
  };
}
