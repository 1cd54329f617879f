import { addDays, earliest, inWords, type Day } from '../calendar/day';
import type { TraceStep } from '../calendar/count';
import type { RuleSet } from '../packs/select';
import { build, type Draft } from './build';
import type { Reckoning } from './readings';
import { chronological, knownOn, triggerOf } from './timeline';
import type { DatedFact, DerivedDeadline, DeriveContext, FactKind } from './types';

const RESPONSE = 'foia.response.20wd';
const EXTENSION = 'foia.extension.10wd';
const APPEAL = 'foia.appeal.90d';
const DECISION = 'foia.appeal.decision';
/** Days within which an agency has to bring a request to its right component. 5 USC 552(a)(6)(A). */
const ROUTING_DAYS = 10;
const ADVERSE = ['denied', 'partial', 'no_records'];

const OF_REQUESTS: readonly FactKind[] = [
  'record_request_sent',
  'record_request_received',
  'record_request_reached',
  'record_request_extended',
  'record_request_answered',
  'record_appeal_sent',
  'record_appeal_received',
  'record_appeal_decided',
];

/** All facts of one request under the Freedom of Information Act. */
function requestsOf(facts: readonly DatedFact[]): Map<string, DatedFact[]> {
  const requests = new Map<string, DatedFact[]>();
  for (const fact of facts) {
    const id = fact.attributes?.requestId;
    if (!OF_REQUESTS.includes(fact.kind) || fact.attributes?.foia !== true || typeof id !== 'string')
      continue;
    requests.set(id, [...(requests.get(id) ?? []), fact]);
  }
  return requests;
}

interface Start {
  on: Day | null;
  label: string;
  steps: TraceStep[];
  triggers: DatedFact[];
}

/** The clock runs from receipt by the right component, at the latest ten days after the agency received it anywhere. */
function startOf(all: readonly DatedFact[]): Start {
  const last = (kind: FactKind) => all.filter((fact) => fact.kind === kind).at(-1) ?? null;
  const [reached, received, sent] = [
    last('record_request_reached'),
    last('record_request_received'),
    last('record_request_sent'),
  ];
  const first = knownOn(received);
  const latestStart = first ? addDays(first, ROUTING_DAYS) : null;
  const on = earliest([knownOn(reached), latestStart]);
  const routed = on !== null && on !== knownOn(reached);
  const text = on
    ? routed
      ? `The agency received it on ${inWords(first!)}; its right component counts as having it after ${ROUTING_DAYS} days at the latest, on ${inWords(on)}.`
      : `Received by the right component on ${inWords(on)}.`
    : 'No receipt by the agency is recorded. The day it was sent starts no clock: get proof of receipt.';
  return {
    on,
    label: routed ? 'the last day for routing to the right component' : 'receipt by the right component',
    steps: [{ step: 'input', text }],
    triggers: [reached, received, sent].filter((fact) => fact !== null),
  };
}

function draftOf(ruleId: string, id: string, on: Day | null, start: Omit<Start, 'on'>, law: RuleSet): Draft {
  const rule = law.versionsOf(ruleId).at(-1)!;
  const { label, steps, triggers } = start;
  const anchor = on ? { on, label, status: rule.status } : null;
  return {
    rule,
    anchorId: `request:${id}`,
    keyDay: on,
    readings: anchor ? [{ name: 'operative', rule, anchor, label, status: rule.status }] : [],
    before: steps,
    triggeredBy: triggers.map(triggerOf),
  };
}

/** The clocks of one request: the agency's answer, or the appeal from an adverse one. */
function draftsOf(
  id: string,
  all: readonly DatedFact[],
  context: DeriveContext,
  reckoning: Reckoning,
): Draft[] {
  const { law } = reckoning;
  const of = (kind: FactKind) => all.filter((fact) => fact.kind === kind);
  const answer = of('record_request_answered').at(-1);
  if (!answer) {
    const start = startOf(all);
    const response = draftOf(RESPONSE, id, start.on, start, law);
    const extended = of('record_request_extended');
    if (extended.length === 0) return [response];
    const due = build(response, context, reckoning).dueOn;
    const more = { ...start, label: 'the first answer date', triggers: [...start.triggers, ...extended] };
    return [draftOf(EXTENSION, id, due, more, law)];
  }
  const sent = of('record_appeal_sent');
  if (of('record_appeal_decided').length > 0 || !ADVERSE.includes(String(answer.attributes?.outcome)))
    return [];
  const adverse = { label: 'the adverse answer', steps: [], triggers: [answer] };
  const appeal = {
    ...draftOf(APPEAL, id, knownOn(answer), adverse, law),
    answers: chronological(sent).map(triggerOf),
  };
  if (sent.length === 0) return [appeal];
  const received = of('record_appeal_received').at(-1) ?? null;
  const decision = { label: 'receipt of the appeal', steps: [], triggers: received ? [received] : sent };
  return [appeal, draftOf(DECISION, id, knownOn(received), decision, law)];
}

/**
 * The clocks of requests for records under the Freedom of Information Act: 20 working days from receipt by the right
 * component and never from the day of sending or of entry, the extension, the appeal. 5 USC 552(a)(6).
 */
export function recordDeadlines(
  facts: readonly DatedFact[],
  context: DeriveContext,
  reckoning: Reckoning,
): DerivedDeadline[] {
  return [...requestsOf(chronological(facts))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, all]) => draftsOf(id, all, context, reckoning))
    .map((draft) => build(draft, context, reckoning));
}
