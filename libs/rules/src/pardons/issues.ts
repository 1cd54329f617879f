import {
  applicabilityRulesOf,
  type ApplicabilityRule,
  type AuthorityKey,
  type PardonGround,
} from '../packs/grounds';
import { authoritiesOf } from './authorities';
import type { Coverages } from './coverage';
import type { Bounds } from './days';
import { nameOf } from './names';
import type { Conviction, IssueSpot } from './types';

/**
 * Whether the ground ever covered these convictions, and older relief beside the waiver, by date. Issues for an attorney
 * and never an answer: the effect of the charge does not change by them. A date that is missing is a question.
 */
export function issuesOf(
  ground: PardonGround | null,
  convictionIds: readonly string[],
  coverages: Coverages,
): IssueSpot[] {
  if (!ground) return [];
  const rules = applicabilityRulesOf(ground.id);
  const convictions = convictionIds.flatMap((id) => coverages.convictions.get(id) ?? []);
  if (ground.basis !== 'conviction' || convictions.length === 0) return [];
  return [...rules.flatMap((rule) => byRule(rule, convictions, coverages)), ...youth(convictions, coverages)];
}

/** Routes of the pack that no dated rule says better. */
export function routesBesides(ground: PardonGround): string[] {
  const replaced = applicabilityRulesOf(ground.id).flatMap(({ replaces }) => replaces);
  return ground.otherRoutes.filter((route) => !replaced.some((opening) => route.startsWith(opening)));
}

/** The questions of the issues, each once. */
export function questionsOf(issues: readonly IssueSpot[]): string[] {
  return [...new Set(issues.flatMap(({ question }) => question ?? []))];
}

function byRule(rule: ApplicabilityRule, convictions: Conviction[], coverages: Coverages): IssueSpot[] {
  const fits: Conviction[] = [];
  const unsure: Conviction[] = [];
  for (const conviction of convictions) {
    const day = dayOf(rule, conviction, coverages);
    if (day === 'no_plea') continue;
    const lies = day === null ? 'unsure' : within(rule, day);
    if (lies === 'inside') fits.push(conviction);
    if (lies === 'unsure') unsure.push(conviction);
  }
  const { id: code, finding, text, question, authorities } = rule;
  const found: Found[] = [
    { code, finding, text, question: null, convictions: fits, authorities },
    { code, finding: 'date_not_known', text: question, question, convictions: unsure, authorities },
  ];
  return found
    .filter(({ convictions: about }) => about.length > 0)
    .map((one) => spot(one, coverages.circuit));
}

function dayOf(
  rule: ApplicabilityRule,
  conviction: Conviction,
  { days }: Coverages,
): Bounds | null | 'no_plea' {
  if (rule.date === 'sentence') return days.sentenced(conviction);
  if (rule.date === 'conviction') return days.convicted(conviction);
  return days.pleaded(conviction) ?? (days.convicted(conviction) ? 'no_plea' : null);
}

function within(
  { from, before }: ApplicabilityRule,
  { first, last }: Bounds,
): 'inside' | 'outside' | 'unsure' {
  if (first >= before || (from !== null && last < from)) return 'outside';
  return last < before && (from === null || first >= from) ? 'inside' : 'unsure';
}

function youth(convictions: Conviction[], coverages: Coverages): IssueSpot[] {
  const young = convictions.filter(
    ({ ageAtOffence }) => typeof ageAtOffence === 'number' && ageAtOffence < 18,
  );
  if (young.length === 0) return [];
  const text =
    'Under 18 at the offence: a finding of juvenile delinquency is no conviction, so look at whether the client was tried as an adult.';
  const found = { code: 'under_18', finding: 'may_not_apply', text, question: null } as const;
  return [spot({ ...found, convictions: young, authorities: ['devison'] }, coverages.circuit)];
}

interface Found extends Pick<IssueSpot, 'code' | 'finding' | 'text' | 'question'> {
  convictions: Conviction[];
  authorities: readonly AuthorityKey[];
}

function spot(
  { convictions, text, question, authorities, ...found }: Found,
  circuit: string | null,
): IssueSpot {
  const names = [...new Set(convictions.slice(0, 3).map(nameOf))].join('; ');
  const more = convictions.length > 3 ? ` and ${convictions.length - 3} more` : '';
  return {
    ...found,
    convictionIds: convictions.map(({ id }) => id),
    text: `${text} (${names}${more}; general knowledge, not verified)`,
    question: question === null ? null : `${question} (${names}${more})`,
    authorities: authoritiesOf(authorities, circuit),
    provenance: 'general_knowledge',
  };
}
