import type { Day } from '../calendar/day';
import type { RuleRecord } from '../packs/rule-record';
import type { RuleSet } from '../packs/select';
import { alternateNameOf, type Anchor, type Reading } from '../deadlines/readings';
import { knownOn, triggerOf, type OrderTimeline } from '../deadlines/timeline';
import type { TriggerFact } from '../deadlines/types';

/** The day the appeal period is counted from: the oral decision, or the mailing of a written one. 8 CFR 1003.38(b). */
export interface Served {
  readonly anchors: readonly Anchor[];
  readonly decisionOn: Day | null;
  readonly warnings: readonly string[];
  readonly triggeredBy: readonly TriggerFact[];
}

const fromDecision = (on: Day, label = 'the decision'): Anchor => ({ on, label, status: 'operative' });

/** Which day starts the appeal period, and what is doubtful about it. */
export function servedOn(order: OrderTimeline): Served {
  const decisionOn = knownOn(order.decided);
  const mailedOn = knownOn(order.mailed);
  const triggeredBy = [order.decided, order.mailed].filter((fact) => fact !== null).map(triggerOf);
  const served = (anchors: Anchor[], ...warnings: string[]): Served => ({
    anchors,
    decisionOn,
    warnings,
    triggeredBy,
  });
  if (order.decisionForm === 'written' && mailedOn) {
    return served([fromDecision(mailedOn, 'the mailing of the written decision')]);
  }
  if (!decisionOn) return served([]);
  if (order.decisionForm === 'written') {
    return served(
      [fromDecision(decisionOn)],
      'The mailing date of the written decision is not recorded: counted from the decision day, which is the earlier.',
    );
  }
  if (order.decisionForm === 'oral' || !mailedOn || mailedOn === decisionOn)
    return served([fromDecision(decisionOn)]);
  return served(
    [
      fromDecision(decisionOn),
      { on: mailedOn, label: 'the mailing, if the decision was written', status: 'uncertain' },
    ],
    'Whether the decision was oral or written is not recorded: an oral one is assumed, because it gives the earlier date.',
  );
}

const APPEAL_IDS = ['bia.appeal.30d', 'bia.appeal.10d', 'bia.appeal.before_1996'];
const STANDING: Readonly<Record<string, number>> = { operative: 0, operative_contested: 1, historical: 1 };

/** What is law today comes first; a vacated or stayed text is only shown beside it. */
const inOrderOfStanding = (rules: readonly RuleRecord[]): RuleRecord[] =>
  [...rules].sort((a, b) => (STANDING[a.status] ?? 2) - (STANDING[b.status] ?? 2));

function nameOf(rule: RuleRecord, anchor: Anchor, operative: RuleRecord): string {
  if (rule !== operative) return alternateNameOf(rule);
  return anchor.status === 'operative' ? 'appeal_period' : 'appeal_period_from_mailing';
}

/** The readings of the appeal period that govern a decision: the operative one first, then what competes with it. */
export function appealReadings(
  asylumDecided: boolean | null,
  served: Served,
  law: RuleSet,
): [Reading, ...Reading[]] | null {
  const [first, ...others] = served.anchors;
  if (!first) return null;
  const facts = {
    keyDay: served.decisionOn ?? first.on,
    inAbsentia: false,
    asylumDecided,
  };
  const [operative, ...competing] = inOrderOfStanding(
    APPEAL_IDS.map((id) => law.select(id, facts)).filter((rule) => rule !== null),
  );
  if (!operative) return null;
  const reading = (rule: RuleRecord, anchor: Anchor): Reading => ({
    name: nameOf(rule, anchor, operative),
    rule,
    anchor,
    label: `${rule.period!.n}-day appeal period from ${anchor.label}`,
    status: anchor.status === 'operative' ? rule.status : anchor.status,
  });
  return [
    reading(operative, first),
    ...competing.map((rule) => reading(rule, first)),
    ...others.map((anchor) => reading(operative, anchor)),
  ];
}
