import { isDay } from '../calendar/day';
import type { PackChange } from './change-log';
import type { CompositePart, CompositeRule } from './composite-rule';
import { RULE_FAMILIES, type RuleRecord } from './rule-record';

interface Fault {
  readonly record: string;
  readonly fault: string;
}

const ID = /^[a-z0-9_]+([.+][a-z0-9_]+)+$/;
const NAME = /^[a-z][a-z0-9_]*$/;
const said = (texts: readonly string[]) => texts.every((text) => text.trim().length > 3);

type PartCheck = readonly [string, (part: CompositePart, before: readonly CompositePart[]) => boolean];

const PART_CHECKS: readonly PartCheck[] = [
  ['is named in one word', (part) => NAME.test(part.name)],
  ['is named once', (part, before) => before.every((other) => other.name !== part.name)],
  ['runs from facts or from a part, not both', (part) => !(part.from && part.fromPart)],
  ['names the facts it runs from', (part) => part.from === undefined || part.from.length > 0],
  [
    'follows a part that comes before it',
    (part, before) => part.fromPart === undefined || before.some((other) => other.name === part.fromPart),
  ],
];

function partFaults(composite: CompositeRule, rules: readonly RuleRecord[]): string[] {
  return composite.parts.flatMap((part, index) => [
    ...PART_CHECKS.filter(([, holds]) => !holds(part, composite.parts.slice(0, index))).map(
      ([text]) => `not so: part ${part.name} ${text}`,
    ),
    ...(rules.some((rule) => rule.id === part.rule)
      ? []
      : [`part ${part.name} counts an unknown rule, ${part.rule}`]),
  ]);
}

/** Faults of the ids under which several dates follow together. A composite may stand in front of a rule of its own id. */
export function compositeFaults(composites: readonly CompositeRule[], rules: readonly RuleRecord[]): Fault[] {
  return composites.flatMap((composite, index) => {
    const faults = partFaults(composite, rules);
    if (!ID.test(composite.id)) faults.push('not so: id is lower case words joined by dots');
    if (!said([composite.title, composite.citation])) faults.push('not so: texts are present');
    if (!RULE_FAMILIES.some((family) => family === composite.family)) faults.push('unknown family');
    if (composite.parts.length === 0) faults.push('has no parts');
    if (composites.findIndex((other) => other.id === composite.id) !== index) faults.push('stands twice');
    return faults.map((fault) => ({ record: composite.id, fault }));
  });
}

/** Faults of the change log: it must speak of what exists, in order, and say why. */
export function changeLogFaults(changes: readonly PackChange[], known: ReadonlySet<string>): Fault[] {
  return changes.flatMap((change, index) => {
    const record = `change log ${change.version}`;
    const before = changes[index - 1];
    return [
      ...change.rules
        .filter((id) => !known.has(id))
        .map((id) => ({ record, fault: `names an unknown rule, ${id}` })),
      ...(isDay(change.on) && (!before || before.on <= change.on)
        ? []
        : [{ record, fault: 'days exist, in order' }]),
      ...(changes.findIndex((other) => other.version === change.version) === index
        ? []
        : [{ record, fault: 'stands twice' }]),
      ...(said([change.what, change.why]) ? [] : [{ record, fault: 'says what and why' }]),
    ];
  });
}
