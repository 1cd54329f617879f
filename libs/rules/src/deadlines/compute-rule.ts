import { inWords, toOrdinal, type Day } from '../calendar/day';
import { RuleInputError } from '../errors';
import type { RuleRecord } from '../packs/rule-record';
import type { RuleSet } from '../packs/select';
import { appealReadings, type Served } from '../finality/served';
import { build } from './build';
import { Reckoning, type Reading } from './readings';
import type { DerivedDeadline, DeriveContext } from './types';

/** What a single rule is counted from, when no client is involved. */
export interface RuleTriggerInput {
  /** The trigger day, or null when it is not known. */
  readonly on: Day | null;
  readonly inAbsentia?: boolean | null;
  readonly asylumDecided?: boolean | null;
  readonly orderKind?: string | null;
}

const SELECTS_AMONG_VERSIONS = 'bia.appeal';

function appealFrom(input: RuleTriggerInput, law: RuleSet): readonly Reading[] {
  const { on } = input;
  const served: Served = {
    anchors: on ? [{ on, label: 'the decision', status: 'operative' }] : [],
    decisionOn: on,
    warnings: [],
    triggeredBy: [],
  };
  return appealReadings(input.asylumDecided ?? null, served, law) ?? [];
}

function versionFor(
  ruleId: string,
  input: RuleTriggerInput,
  law: RuleSet,
): { rule: RuleRecord; warnings: string[] } {
  const known = law.versionsOf(ruleId);
  const newest = known.at(-1);
  if (!newest) throw new RuleInputError('unknown_rule', 'There is no rule with this id.', 'rule');
  const facts = {
    ...input,
    keyDay: input.on,
    inAbsentia: input.inAbsentia ?? newest.appliesIf.inAbsentia ?? false,
  };
  const rule = law.select(ruleId, facts);
  if (rule) return { rule, warnings: [] };
  // Asked for by name on a day it did not govern: the count is given, and the doubt with it.
  const nearest =
    input.on !== null && known[0]!.effectiveFrom && input.on < known[0]!.effectiveFrom ? known[0]! : newest;
  return {
    rule: nearest,
    warnings: [
      `No version of ${ruleId} governs this date and these facts; version ${nearest.version} was counted because it was asked for.`,
    ],
  };
}

const readingFrom = (rule: RuleRecord, on: Day | null): Reading[] =>
  on === null || rule.period === null
    ? []
    : [
        {
          rule,
          anchor: { on, label: 'the day given', status: rule.status },
          label: `Counted from ${inWords(on)}`,
          status: rule.status,
        },
      ];

/**
 * Counts one rule from one day, for calculators and what-if work: the same answer shape as deriveDeadlines, key
 * `<rule>:calculator`. `bia.appeal` selects among its versions and returns both regimes; an id with a suffix counts
 * that rule. Throws RuleInputError `unknown_rule` or `malformed_day`. Authority: the record's citation.
 */
export function computeRule(
  ruleId: string,
  input: RuleTriggerInput,
  context: DeriveContext,
): DerivedDeadline {
  toOrdinal(context.today, 'today');
  if (input.on !== null) toOrdinal(input.on, 'on');
  const reckoning = new Reckoning(context);
  const selecting = ruleId === SELECTS_AMONG_VERSIONS;
  const { rule, warnings } = versionFor(selecting ? 'bia.appeal.30d' : ruleId, input, reckoning.law);
  const { on } = input;
  return build(
    {
      rule,
      ...(selecting ? { ruleId } : {}),
      anchorId: 'calculator',
      keyDay: on,
      readings: selecting ? appealFrom(input, reckoning.law) : readingFrom(rule, on),
      warnings,
      before: [
        { step: 'input', text: on ? `Counted from ${inWords(on)}.` : 'No day given.', ...(on ? { on } : {}) },
      ],
      triggeredBy: [],
    },
    context,
    reckoning,
  );
}
