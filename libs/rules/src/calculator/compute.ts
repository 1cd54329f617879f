import { Reckoning } from '../deadlines/readings';
import type { DeriveContext } from '../deadlines/types';
import { RuleInputError } from '../errors';
import { answerOf } from './answer';
import { computeComposite } from './composite';
import { computeCutoff, CUTOFFS } from './cutoff';
import { asksForFinality, computeFinalityRequest } from './finality-request';
import { GivenFacts } from './given-facts';
import { circuitOf, detainedIn, withStateOf } from './jurisdiction';
import { computeSingle } from './single';
import type { ComputedDeadline, ComputeRequest } from './types';

function textOf(jurisdiction: unknown): string | null {
  if (jurisdiction === null || jurisdiction === undefined || typeof jurisdiction === 'string')
    return jurisdiction ?? null;
  throw new RuleInputError('malformed_fact', 'The jurisdiction is a text.', 'jurisdiction');
}

/** The id without what the catalogue sets beside it in brackets: 'ij.response.10d (motions)'. */
function ruleIdOf(rule: unknown): string {
  if (typeof rule !== 'string' || rule.length > 100)
    throw new RuleInputError('unknown_rule', 'There is no rule with this id.', 'rule');
  return rule.replace(/\s*\([^()]*\)$/, '').trim();
}

/**
 * Counts one rule of the catalogue from facts given by name, for calculators and for checking the law. Days are
 * 'YYYY-MM-DD', local times 'YYYY-MM-DDTHH:MM' with `time_zone`; hours elapse in UTC. `bia.appeal` selects among its
 * versions and returns every regime; `ij.order.final+<rule>` counts on from finality; an id with several dates gives
 * an object. A fact `printed_due` overrides the count. A missing start gives null and "assume running".
 * Throws RuleInputError: unknown_rule, malformed_fact, malformed_day, day_out_of_range, contradictory_facts, with the
 * path of the field. Authority: the citation of each record.
 */
export function computeDeadline(request: ComputeRequest, context: DeriveContext): ComputedDeadline {
  const id = ruleIdOf(request.rule);
  const facts = new GivenFacts(request.triggers);
  const jurisdiction = textOf(request.jurisdiction);
  if (Object.hasOwn(CUTOFFS, id)) return computeCutoff(id, facts, jurisdiction);
  const circuit = circuitOf(jurisdiction) ?? context.circuit ?? null;
  const forum = { circuit, detained: detainedIn(jurisdiction) };
  const placed = withStateOf({ ...context, circuit }, jurisdiction, request.triggers);
  if (asksForFinality(id)) return computeFinalityRequest(id, facts, placed);
  const reckoning = new Reckoning(placed);
  const composite = reckoning.law.composites.find((each) => each.id === id);
  if (composite) {
    const results = computeComposite(composite, facts, forum, placed, reckoning);
    return answerOf({ ...composite, rule: request.rule }, results, facts, { single: false });
  }
  const result = computeSingle({ id, name: 'due', facts, ...forum }, placed, reckoning);
  return answerOf({ ...result.deadline, rule: request.rule }, [result], facts, { single: true });
}
