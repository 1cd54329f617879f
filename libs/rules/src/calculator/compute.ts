import { Reckoning } from '../deadlines/readings';
import type { DeriveContext } from '../deadlines/types';
import { RuleInputError } from '../errors';
import { computeComposite } from './composite';
import { computeCutoff, CUTOFFS } from './cutoff';
import { asksForFinality, computeFinalityRequest } from './finality-request';
import { GivenFacts } from './given-facts';
import { circuitOf, detainedIn, withStateOf } from './jurisdiction';
import { computeSingle } from './single';
import type { ComputedAlternate, ComputedDeadline, ComputedResult, ComputeRequest, DueValue } from './types';

function dueOf({ deadline, instant }: ComputedResult): DueValue {
  if (instant === null) return deadline.dueOn;
  return instant.local === null ? { utc: instant.utc } : { local: instant.local, utc: instant.utc };
}

function alternatesOf(
  results: readonly ComputedResult[],
  single: boolean,
): Record<string, ComputedAlternate> {
  return Object.fromEntries(
    results.flatMap(({ name, deadline }) =>
      deadline.alternates.map(({ name: alternate, on, label, status }) => [
        single ? alternate : `${name}.${alternate}`,
        { date: on, label, status },
      ]),
    ),
  );
}

function answerOf(
  request: ComputeRequest,
  heading: { title: string; citation: string },
  results: readonly ComputedResult[],
  single: boolean,
  facts: GivenFacts,
): ComputedDeadline {
  const unused = facts.unused();
  const ignored = unused.length > 0 ? [`Not used by this rule: ${unused.slice(0, 20).join(', ')}.`] : [];
  return {
    rule: request.rule,
    ...heading,
    due: single
      ? dueOf(results[0]!)
      : Object.fromEntries(results.map((result) => [result.name, dueOf(result)])),
    alternates: alternatesOf(results, single),
    results,
    warnings: [...new Set(results.flatMap(({ deadline }) => deadline.warnings))],
    trace: [
      ...results.flatMap(({ deadline }) => deadline.trace),
      ...ignored.map((text) => ({ step: 'ignored', text })),
    ],
  };
}

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
  if (CUTOFFS[id] && Object.hasOwn(CUTOFFS, id)) return computeCutoff(id, facts, jurisdiction);
  const circuit = circuitOf(jurisdiction) ?? context.circuit ?? null;
  const forum = { circuit, detained: detainedIn(jurisdiction) };
  const placed = withStateOf({ ...context, circuit }, jurisdiction, request.triggers);
  if (asksForFinality(id)) return computeFinalityRequest(id, facts, placed);
  const reckoning = new Reckoning(placed);
  const composite = reckoning.law.composites.find((each) => each.id === id);
  if (composite) {
    const results = computeComposite(composite, facts, forum, placed, reckoning);
    return answerOf(request, composite, results, false, facts);
  }
  const result = computeSingle({ id, name: 'due', facts, ...forum }, placed, reckoning);
  return answerOf(request, result.deadline, [result], true, facts);
}
