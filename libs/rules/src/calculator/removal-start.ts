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

/**
 * The start of the removal period where the facts give the days it is the latest of, INA 241(a)(1)(B), instead of the
 * start itself; null when they do not. With nothing said about a stay the court's order does not move the start.
 */
export function removalStart(facts: GivenFacts): { start: Given<Day>; warnings: string[] } | null {
  const has = (names: readonly string[]) => names.some((name) => facts.has(name));
  if (has(SAID) || !has(FINAL) || !(has(COURT) || has(RELEASED))) return null;
  const { on, why, state } = removalPeriodStart({
    orderFinalOn: facts.day(FINAL)!.value,
    courtStayedRemoval: has(COURT) ? facts.flag(STAYED) : false,
    courtFinalOrderOn: facts.day(COURT)?.value ?? null,
    releasedFromOtherCustodyOn: facts.day(RELEASED)?.value ?? null,
  });
  if (on === null) return null;
  return { start: { name: 'removal period', value: on }, warnings: state === 'known' ? [] : [why] };
}
