import { RuleInputError } from '../errors';
import type { RuleConditions } from '../packs/rule-record';
import { RULE_SET } from '../packs/rule-set';
import type { RuleSet } from '../packs/select';
import { TRIGGERS } from '../packs/triggers';
import { CUTOFFS } from './cutoff';
import { asksForFinality } from './finality-request';
import { SELECTS_AMONG_VERSIONS } from './single';

/** One fact that a rule asks for. */
export interface FactDescription {
  readonly name: string;
  readonly label: string;
  readonly type: 'day' | 'instant' | 'flag' | 'number' | 'text';
  readonly required: boolean;
}

const PRINTED_FACT: FactDescription = {
  name: 'printed_due',
  label: 'Date printed on the order or notice',
  type: 'day',
  required: false,
};
const ZONE_FACT: FactDescription = { name: 'time_zone', label: 'Time zone', type: 'text', required: true };
const optional = (name: string, label: string, type: FactDescription['type']): FactDescription => ({
  name,
  label,
  type,
  required: false,
});
const FINALITY_FACTS: readonly FactDescription[] = [
  { name: 'ij_oral_decision', label: 'Decision of the immigration judge', type: 'day', required: true },
  optional('written_decision_mailed', 'Written decision mailed', 'day'),
  optional('appeal_waived', 'Appeal waived', 'flag'),
  optional('appeal_filed', 'Appeal filed', 'flag'),
  optional('in_absentia', 'Ordered in absentia', 'flag'),
  optional('bia_decision', "The Board's decision", 'day'),
  optional('asylum_merits', 'Asylum was decided on the merits', 'flag'),
];
const CUTOFF_FACTS: readonly FactDescription[] = [
  { name: 'due_date', label: 'Last day', type: 'day', required: true },
  { name: 'time_zone', label: "The forum's time zone", type: 'text', required: false },
  optional('submitted_local', 'Submitted at', 'instant'),
  optional('submitter_time_zone', "The submitter's time zone", 'text'),
];

const CONDITIONS: readonly (readonly [keyof RuleConditions, FactDescription])[] = [
  ['asylumDecided', optional('asylum_merits', 'Asylum was decided on the merits', 'flag')],
  ['detained', optional('detained', 'Detained', 'flag')],
  ['service', optional('service_method', 'How it was served', 'text')],
];

function singleFacts(id: string, law: RuleSet, from?: readonly string[]): FactDescription[] {
  const versions = law.versionsOf(id === SELECTS_AMONG_VERSIONS ? 'bia.appeal.30d' : id);
  const rule = versions.at(-1);
  if (!rule) throw new RuleInputError('unknown_rule', 'There is no rule with this id.', 'rule');
  const trigger = TRIGGERS[rule.trigger];
  const hours = rule.period?.unit.startsWith('hour') ?? false;
  const names = from ?? trigger.facts;
  return [
    ...names.map((name, index) => ({
      name,
      label: index === 0 ? trigger.label : `${trigger.label} (${name.replaceAll('_', ' ')})`,
      type: hours ? ('instant' as const) : ('day' as const),
      required: index === 0 && rule.period !== null,
    })),
    ...(hours ? [ZONE_FACT] : []),
    ...(rule.periodFact ? [optional(rule.periodFact, 'Number of days granted', 'number')] : []),
    ...CONDITIONS.filter(([key]) => versions.some((version) => version.appliesIf[key] !== undefined)).map(
      ([, fact]) => fact,
    ),
    PRINTED_FACT,
  ];
}

/**
 * The facts a rule asks for, in the order a form would show them: the first is the day it runs from, further names of
 * the same event are other ways to give it. Throws RuleInputError `unknown_rule`.
 */
export function describeFacts(ruleId: string, law: RuleSet = RULE_SET): readonly FactDescription[] {
  if (Object.hasOwn(CUTOFFS, ruleId)) return CUTOFF_FACTS;
  if (asksForFinality(ruleId)) return FINALITY_FACTS;
  const composite = law.composites.find((each) => each.id === ruleId);
  if (!composite) return singleFacts(ruleId, law);
  const facts = composite.parts
    .filter((part) => part.fromPart === undefined)
    .flatMap((part) => singleFacts(part.rule, law, part.from));
  return facts.filter((fact, index) => facts.findIndex((other) => other.name === fact.name) === index);
}
