import { RuleInputError } from '../errors';
import type { Reckoning } from '../deadlines/readings';
import type { RuleRecord } from '../packs/rule-record';
import type { SelectionFacts } from '../packs/select';

interface Version {
  readonly rule: RuleRecord;
  readonly warnings: readonly string[];
}

/** Asked for by name on a day it did not govern: the nearest version is counted, and the doubt is said with it. */
function nearest(id: string, known: readonly RuleRecord[], selection: SelectionFacts): Version {
  const { keyDay } = selection;
  const first = known[0]!;
  const before = keyDay !== null && first.effectiveFrom !== null && keyDay < first.effectiveFrom;
  const inForce = known.filter(
    ({ effectiveFrom, effectiveTo }) =>
      keyDay === null ||
      ((effectiveFrom === null || effectiveFrom <= keyDay) &&
        (effectiveTo === null || keyDay <= effectiveTo)),
  );
  const asylum = inForce.find(
    ({ appliesIf }) => (appliesIf.asylumDecided === true) === (selection.asylumDecided ?? false),
  );
  const rule = before ? first : (asylum ?? inForce.at(-1) ?? known.at(-1)!);
  return {
    rule,
    warnings: [
      `No version of ${id} governs this date and these facts; version ${rule.version} was counted because it was asked for.`,
    ],
  };
}

/** The version of a rule that governs, or what governs in its place. Throws RuleInputError `unknown_rule`. */
export function versionFor(id: string, selection: SelectionFacts, reckoning: Reckoning): Version {
  const known = reckoning.law.versionsOf(id);
  const newest = known.at(-1);
  if (!newest) throw new RuleInputError('unknown_rule', 'There is no rule with this id.', 'rule');
  const rule = reckoning.law.select(id, {
    ...selection,
    inAbsentia: selection.inAbsentia ?? newest.appliesIf.inAbsentia ?? false,
    detained: selection.detained ?? newest.appliesIf.detained ?? false,
  });
  if (rule) return { rule, warnings: [] };
  const instead = newest.otherwise === null ? null : reckoning.law.select(newest.otherwise, selection);
  if (instead) return { rule: instead, warnings: [`Not ${id}: ${instead.title}.`] };
  return nearest(id, known, selection);
}
