import type { Day } from '../calendar/day';
import { TRIGGERS } from '../packs/triggers';
import { removalPeriodStart } from '../plans/removal-period';
import type { Given, GivenFacts } from './given-facts';

const SAID = ['removal_period_start', 'removal_period', 'removal_period_began'];
const FINAL = ['order_final', 'final_order', 'bia_final_order', 'bia_decision'];
const COURT = TRIGGERS.court_final_order.facts;
const RELEASED = [
  'release_from_custody',
  'released_from_custody',
  'release_from_other_custody',
  'released_from_other_custody',
  'release_from_criminal_custody',
  'released_from_criminal_custody',
  'release_from_nonimmigration_custody',
  'released_from_prison',
  'released_from_jail',
  'release_from_prison',
  'release_from_jail',
];
const STAYED = [
  'court_stayed_removal',
  'court_stay',
  'stayed_by_court',
  'judicial_stay',
  'stay_granted',
  'stayed',
];

const hasAny = (facts: GivenFacts, names: readonly string[]) => names.some((name) => facts.has(name));

/** Whether the facts give, instead of the start, finality and another day that could be later. */
const givesItsParts = (facts: GivenFacts) =>
  !hasAny(facts, SAID) && hasAny(facts, FINAL) && hasAny(facts, [...COURT, ...RELEASED]);

/**
 * The start of the removal period where the facts give the days it is the latest of, INA 241(a)(1)(B), instead of the
 * start itself; null when they do not. With nothing said about a stay the court's order does not move the start.
 */
export function removalStart(
  facts: GivenFacts,
): { given: Given<Day>; hours: null; warnings: string[] } | null {
  if (!givesItsParts(facts)) return null;
  const dayOf = (names: readonly string[]) => facts.day(names)?.value ?? null;
  const { on, why, state } = removalPeriodStart({
    orderFinalOn: dayOf(FINAL),
    courtStayedRemoval: hasAny(facts, COURT) ? facts.flag(STAYED) : false,
    courtFinalOrderOn: dayOf(COURT),
    releasedFromOtherCustodyOn: dayOf(RELEASED),
  });
  if (on === null) return null;
  return {
    given: { name: 'removal period', value: on },
    hours: null,
    warnings: state === 'known' ? [] : [why],
  };
}
