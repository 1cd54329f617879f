import type { Day } from '../calendar/day';
import { deriveDeadlines } from '../deadlines/derive';
import { Reckoning } from '../deadlines/readings';
import type { DatedFact, DerivedDeadline, DeriveContext } from '../deadlines/types';
import { RuleInputError } from '../errors';
import { answerOf } from './answer';
import type { GivenFacts } from './given-facts';
import { computeSingle } from './single';
import type { ComputedDeadline, ComputedResult, DueValue } from './types';

const FINAL = 'ij.order.final';
const DECIDED = ['ij_oral_decision', 'ij_decision', 'absentia_order', 'vd_order', 'decision', 'order'];
const MAILED = ['written_decision_mailed', 'electronic_notice'];
const BOARD = ['bia_decision', 'bia_final_order', 'bia_order', 'bia_dismissed', 'final_order'];

/** Names of the results of a later rule, by its id. */
const RESULT: Readonly<Record<string, string>> = {
  'motion.reopen.90d': 'reopen_due',
  'motion.reopen.legacy_1996': 'reopen_due',
  'motion.reconsider.30d': 'reconsider_due',
  'motion.reconsider.legacy_1996': 'reconsider_due',
  'pfr.30d': 'pfr_due',
  'pfr.former_106': 'pfr_due',
};
const IN_PLACE_OF: Readonly<Record<string, string>> = {
  'motion.reopen.90d': 'motion.reopen.legacy_1996',
  'motion.reconsider.30d': 'motion.reconsider.legacy_1996',
  'pfr.30d': 'pfr.former_106',
};

/** What may stand behind the id of finality: how the order came to be. */
const HOW = ['', 'waived', 'absentia', 'in_absentia', 'board', 'voluntary_departure'];

/** The last day of voluntary departure, given or counted from the order and the days it granted. */
function departureUntil(facts: GivenFacts, suffix: string, context: DeriveContext): Day | null {
  const given = facts.day(['vd_last_day', 'vd_until']);
  if (given) return given.value;
  if (!facts.has('vd_order') || !(facts.has('vd_days') || suffix === 'voluntary_departure')) return null;
  const request = { id: 'vd.post.60d', name: 'vd_last_day', facts, circuit: null };
  return computeSingle(request, context, new Reckoning(context)).deadline.dueOn;
}

/** Whether an id asks for finality, alone or with rules that run from it ('ij.order.final+motion.reopen.90d'). */
export const asksForFinality = (id: string): boolean => id === FINAL || /^ij\.order\.final[.+]/.test(id);

function appealState(facts: GivenFacts, suffix: string): string {
  const waived = facts.flag(['appeal_waived']);
  const filedOn = facts.isDay('appeal_filed') ? facts.day(['appeal_filed']) : null;
  const filed = filedOn ? true : facts.flag(['appeal_filed']);
  facts.flag(['appeal_reserved']);
  if (waived === true && filed === true) {
    throw new RuleInputError(
      'contradictory_facts',
      'An appeal cannot be both waived and filed.',
      'triggers.appeal_waived',
    );
  }
  if (waived === true || suffix === 'waived') return 'waived';
  if (filed === true) return 'taken';
  return filed === false || suffix === '' ? 'not_taken' : 'not_known';
}

const wasAbsent = (facts: GivenFacts, suffix: string): boolean =>
  facts.flag(['in_absentia']) ?? (facts.has('absentia_order') || suffix === 'absentia');

function factsOf(facts: GivenFacts, suffix: string, context: DeriveContext): DatedFact[] {
  const decided = facts.day(DECIDED);
  const mailed = facts.day(MAILED);
  const board = facts.day(BOARD);
  const until = departureUntil(facts, suffix, context);
  const attributes = {
    orderId: 'order',
    inAbsentia: wasAbsent(facts, suffix),
    appeal: appealState(facts, suffix),
    decisionForm: mailed ? 'written' : 'oral',
    asylumDecided: facts.flag(['asylum_merits', 'asylum_decided']),
    ...(until ? { orderKind: 'voluntary_departure_alternate', voluntaryDepartureUntil: until } : {}),
  };
  const fact = (kind: DatedFact['kind'], on: Day | null): DatedFact => ({
    id: `given:${kind}`,
    kind,
    on,
    supplied: 'the facts given',
    attributes,
  });
  return [
    fact('order_decided', decided?.value ?? mailed?.value ?? null),
    ...(mailed ? [fact('order_decision_mailed', mailed.value)] : []),
    ...(board ? [fact('bia_decided', board.value)] : []),
  ];
}

const wantedRules = (id: string): readonly string[] => {
  const [base = FINAL, ...later] = id.split('+');
  if (later.length > 0) return later;
  return base === FINAL ? [] : ['motion.reopen.90d', 'motion.reconsider.30d'];
};

function laterOf(id: string, derived: readonly DerivedDeadline[]): DerivedDeadline {
  const found = derived.find((each) => each.ruleId === id || each.ruleId === IN_PLACE_OF[id]);
  if (!found || RESULT[id] === undefined)
    throw new RuleInputError(
      'unknown_rule',
      'There is no rule with this id that runs from a final order.',
      'rule',
    );
  return found;
}

/** What is to be shown of a later date besides the operative one: the count from the decision day itself. */
function conservativePart(deadline: DerivedDeadline): Day | null {
  return deadline.alternates.find((date) => date.name === 'conservative_from_decision')?.on ?? null;
}

/** When an order became final, and what runs from it: the same derivation that a client's deadlines come from. */
export function computeFinalityRequest(
  id: string,
  facts: GivenFacts,
  context: DeriveContext,
): ComputedDeadline {
  const suffix = (id.split('+')[0] ?? '').slice(FINAL.length + 1);
  if (!HOW.includes(suffix))
    throw new RuleInputError('unknown_rule', 'There is no rule with this id.', 'rule');
  const derived = deriveDeadlines(factsOf(facts, suffix, context), context);
  const final = derived.find((each) => each.ruleId === FINAL);
  if (!final)
    throw new RuleInputError('contradictory_facts', 'From these facts no final order follows.', 'triggers');
  const later = wantedRules(id).map((rule) => ({
    name: RESULT[rule] ?? rule,
    deadline: laterOf(rule, derived),
  }));
  const results: ComputedResult[] = [
    { name: 'order_final', deadline: final, instant: null },
    ...later.map((each) => ({ ...each, instant: null })),
  ];
  const alone = later.length === 0;
  const due: Record<string, DueValue> = id.includes('+') ? { order_final: final.dueOn } : {};
  for (const { name, deadline } of later) {
    due[name] = deadline.dueOn;
    const conservative = conservativePart(deadline);
    if (id.includes('+') && conservative) due[`${name}_conservative_from_decision`] = conservative;
  }
  return answerOf({ rule: id, title: final.title, citation: final.citation }, results, facts, {
    single: alone,
    ...(alone ? {} : { due }),
  });
}
