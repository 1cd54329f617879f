import type { TraceStep } from '../calendar/count';
import { earliest, inWords } from '../calendar/day';
import { Reckoning, said } from '../deadlines/readings';
import { doubtsAbout, isVerified, versionStep } from '../deadlines/standing';
import { knownOn, orderTimelines, triggerOf, type OrderTimeline } from '../deadlines/timeline';
import type { DatedFact, DeriveContext, Finality } from '../deadlines/types';
import type { RuleRecord } from '../packs/rule-record';
import { findFinality } from './bases';

/** 'Order decided: Wed, May 3, 2000'. What is known of the date is said as it was recorded. */
export function factInWords(fact: DatedFact): string {
  const known = knownOn(fact);
  const kind = fact.kind.replaceAll('_', ' ');
  const when = known ? inWords(known) : (fact.on ?? 'date not known');
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}: ${when}`;
}

const inputSteps = (facts: readonly DatedFact[]): TraceStep[] =>
  facts.map((fact) => ({
    step: 'input',
    text: `${factInWords(fact)}${fact.supplied ? ` (supplied by ${fact.supplied})` : ''}.`,
    ...(knownOn(fact) ? { on: fact.on! } : {}),
  }));

/** Finality with what later rules need from it: the records it rests on, and its own warnings without their standing. */
export interface ComputedFinality {
  readonly finality: Finality;
  readonly rules: readonly RuleRecord[];
  readonly concerns: readonly string[];
}

/** Finality of one order. Used by deriveDeadlines; see computeFinality for the law. */
export function finalityOf(
  order: OrderTimeline,
  context: DeriveContext,
  reckoning: Reckoning,
): ComputedFinality {
  const finding = findFinality(order, reckoning);
  const facts = [...new Set(finding.facts.filter((fact) => fact !== null))];
  const keyDay = knownOn(order.decided);
  const rule = reckoning.law.select(finding.ruleId, {
    keyDay,
    inAbsentia: order.inAbsentia,
    orderKind: order.orderKind,
  })!;
  const rules = [rule, ...(finding.rules ?? [])];
  const [operative] = finding.candidates;
  const conservativeOn = earliest(finding.candidates.map((candidate) => candidate.on));
  const concerns = finding.warnings ?? [];
  const finality: Finality = {
    orderId: order.orderId,
    state: finding.state,
    basis: finding.basis,
    ruleId: rule.id,
    candidates: finding.candidates,
    operativeOn: operative?.on ?? null,
    conservativeOn,
    citation: rule.citation,
    verified: rules.every((each) => isVerified(each, context)),
    warnings: [...concerns, ...doubtsAbout(rules, context)],
    trace: [
      ...inputSteps(facts),
      versionStep(rule, keyDay, context),
      ...(finding.trace ?? []),
      ...finding.candidates.map(({ on, label, status }) => ({
        step: 'final',
        text: `Final on ${inWords(on)}, ${label} (${said(status)}).`,
        on,
      })),
    ],
    triggeredBy: facts.map(triggerOf),
  };
  return { finality, rules, concerns };
}

/** Finality of every order in a chronology, in the order of decision. Authority as for computeFinality. */
export function computeFinalities(facts: readonly DatedFact[], context: DeriveContext): Finality[] {
  const reckoning = new Reckoning(context);
  return orderTimelines(facts).map((order) => finalityOf(order, context, reckoning).finality);
}

/**
 * When a removal order became administratively final: the Board's decision; the decision day when appeal was waived
 * or the order was made in absentia; else the end of the appeal period. When the appeal regime is contested or the
 * appeal status is not known every reading is a candidate and the earliest is `conservativeOn`.
 * `orderId` names the order; without it the first of the chronology is taken. Null when there is no order.
 * Days are 'YYYY-MM-DD'. Authority: 8 CFR 1241.1, 1241.31, 1240.15, 1003.38(b).
 */
export function computeFinality(
  facts: readonly DatedFact[],
  context: DeriveContext,
  orderId?: string,
): Finality | null {
  const all = computeFinalities(facts, context);
  return (orderId === undefined ? all[0] : all.find((finality) => finality.orderId === orderId)) ?? null;
}
