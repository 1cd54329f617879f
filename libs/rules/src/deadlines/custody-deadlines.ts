import { inWords, latest, type Day } from '../calendar/day';
import type { RuleSet } from '../packs/select';
import type { Draft } from './build';
import type { Anchor, Reading } from './readings';
import { heldSince } from './held-since';
import { knownOn, triggerOf } from './timeline';
import type { DatedFact, Finality } from './types';

/** Since when somebody is held now, as the record says. */
export interface Detention {
  readonly fact: DatedFact;
  readonly since: Day | null;
}

/** Milestones of a removal period while somebody is held. They watch the government's clock; nothing is filed by them. */
const WHILE_HELD = ['pocr.notice_day_60', 'pocr.day_90', 'pocr.day_180', 'zadvydas.6m'] as const;
const REDETENTION = 'osup.redetention.interview_target_2d';
const REMOVAL_PERIOD = 'removal.period.90d';

/** The detention that goes on, from the day it began; null when the client is free, or nobody knows or recorded it. */
export function detentionOf(facts: readonly DatedFact[]): Detention | null {
  const custody = facts.filter((fact) => fact.kind === 'custody').sort((a, b) => compare(a, b));
  const began = heldSince(custody, ({ on, attributes }) => ({
    on: on ?? null,
    held: attributes?.status === 'detained',
  }));
  return began && { fact: began, since: knownOn(began) };
}

/** By day, an undated one first; then by id, so that the order of the input does not matter. */
const compare = (a: DatedFact, b: DatedFact): number => {
  const [left, right] = [`${a.on ?? ''}|${a.id}`, `${b.on ?? ''}|${b.id}`];
  return left < right ? -1 : Number(left > right);
};

function reading(ruleId: string, anchor: Anchor, name: string, law: RuleSet): Reading {
  const rule = law.versionsOf(ruleId).at(-1)!;
  return {
    name,
    rule,
    anchor,
    label: `Counted from ${inWords(anchor.on)}, ${anchor.label}`,
    status: anchor.status,
  };
}

/** The removal period as such: from the final order. */
function removalPeriod(orderId: string, finality: Finality, law: RuleSet): Draft {
  const rule = law.versionsOf(REMOVAL_PERIOD).at(-1)!;
  return {
    rule,
    anchorId: orderId,
    keyDay: finality.operativeOn,
    readings: finality.candidates.map(({ on, label, status, name }, index) =>
      reading(REMOVAL_PERIOD, { on, label, status }, index === 0 ? 'operative' : name, law),
    ),
    before: finality.trace,
    triggeredBy: finality.triggeredBy,
  };
}

/**
 * From which day the reviews are counted. Somebody taken back into detention long after the order: from that day; that
 * the removal period had begun with the order is the earlier reading, and an argument.
 */
function anchorsOf(finality: Finality, since: Day): Anchor[] {
  const final = finality.operativeOn;
  const start = latest([final, since])!;
  const label = start === since ? 'the present detention' : 'the final order';
  const earlier: Anchor[] =
    final !== null && final < start
      ? [{ on: final, label: 'the final order, with which the removal period began', status: 'uncertain' }]
      : [];
  return [{ on: start, label, status: 'operative' }, ...earlier];
}

function heldDraft(
  ruleId: string,
  anchors: readonly Anchor[],
  base: Omit<Draft, 'rule' | 'readings'>,
  law: RuleSet,
): Draft {
  return {
    ...base,
    rule: law.versionsOf(ruleId).at(-1)!,
    readings: anchors.map((anchor, index) =>
      reading(ruleId, anchor, index === 0 ? 'operative' : 'from_final_order', law),
    ),
  };
}

/**
 * The removal period of a final order and, while the client is held, the custody reviews and the six months of
 * Zadvydas. INA 241(a); 8 CFR 241.4, 241.13.
 */
export function custodyDrafts(
  orderId: string,
  finality: Finality,
  detention: Detention | null,
  law: RuleSet,
): Draft[] {
  // Without a day of finality there is nothing to say that the order's own rows do not say already.
  const period = finality.candidates.length > 0 ? [removalPeriod(orderId, finality, law)] : [];
  if (detention === null) return period;
  const base = {
    anchorId: `${orderId}:${detention.fact.id}`,
    keyDay: detention.since,
    before: [
      ...finality.trace,
      {
        step: 'input',
        text: `Held since ${detention.since ? inWords(detention.since) : 'a day that is not known'}.`,
      },
    ],
    triggeredBy: [...finality.triggeredBy, triggerOf(detention.fact)],
  };
  const anchors = detention.since ? anchorsOf(finality, detention.since) : [];
  const again =
    finality.operativeOn !== null && detention.since !== null && detention.since > finality.operativeOn;
  const redetained: Anchor[] = again
    ? [{ on: detention.since!, label: 'the re-arrest', status: 'agency_target' }]
    : [];
  return [
    ...period,
    ...WHILE_HELD.map((id) => heldDraft(id, anchors, base, law)),
    ...(again ? [heldDraft(REDETENTION, redetained, base, law)] : []),
  ];
}
