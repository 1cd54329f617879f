import { inWords, latest, toOrdinal, type Day } from '../calendar/day';
import { STAY_FILING_RISK } from '../packs/stays/stays';
import { appealStay } from './appeal-stay';
import { courtAndAgencyStays, orderedStays } from './granted-stays';
import { motionStays } from './motion-stays';
import type { Stay, StayAnswer, StayContext, StayFacts } from './types';

const NOT_DETENTION =
  'A stay stops removal under this order, not arrest or detention, and not an act under another order.';
const CONFIRM =
  'Counted from what is recorded here: confirm with the court, the Board or the office before anybody relies on it.';
const REMINDER = 'Whatever is not known here is treated as not stayed.';

/** The last certain day of several stays: null when one of them ends with an event. */
const lastEnd = (stays: readonly Stay[]): Day | null =>
  stays.some((stay) => stay.until === null) ? null : latest(stays.map((stay) => stay.until));

function summaryOf(inForce: readonly Stay[], open: readonly Stay[], until: Day | null): string {
  if (inForce.length > 0) {
    const end = until
      ? `until ${inWords(until)}`
      : `until ${inForce.find((stay) => !stay.until)!.untilEvent}`;
    return `On these records removal is stayed ${end}: ${inForce.map((stay) => stay.title).join('; ')}.`;
  }
  return open.length > 0
    ? `Not known whether removal is stayed: ${open.map((stay) => `${stay.title}: ${stay.why}`).join(' ')}`
    : 'Nothing recorded stays removal.';
}

/**
 * Whether removal under one order is stayed today: by what, until when, and what does not stay it. `facts` are those
 * of one removal order. A fact that would give a stay counts only when it is dated and certain; one that would end a
 * stay counts even undated; everything between is `not_known`, which is never to be read as stayed.
 * Days are 'YYYY-MM-DD'. Throws RuleInputError `malformed_day`.
 * Authority: 8 CFR 1003.6, 1003.23(b), 241.6; INA 240(b)(5)(C), 240(c)(7)(C)(iv), 242(b)(3)(B); the pack's records.
 */
export function stays(facts: StayFacts, context: StayContext): StayAnswer {
  toOrdinal(context.today, 'today');
  const all = [
    appealStay(facts, context),
    ...motionStays(facts, context),
    ...orderedStays(facts, context),
    ...courtAndAgencyStays(facts, context),
  ];
  const inForce = all.filter((stay) => stay.standing === 'in_force');
  const open = all.filter((stay) => stay.standing === 'not_known');
  const by = [...new Set(inForce.map((stay) => stay.id))];
  const until = lastEnd(inForce);
  const untilEvent = inForce.find((stay) => stay.until === null)?.untilEvent ?? null;
  return {
    today: context.today,
    removalStayed: inForce.length > 0 ? 'yes' : open.length > 0 ? 'not_known' : 'no',
    summary: summaryOf(inForce, open, until),
    by,
    until,
    untilEvent,
    notStayedBy: [...new Set(all.map((stay) => stay.id))].filter((id) => !by.includes(id)),
    stays: all,
    warnings: [
      STAY_FILING_RISK.text,
      NOT_DETENTION,
      ...(inForce.length > 0 ? [CONFIRM] : []),
      ...(open.length > 0 ? [REMINDER] : []),
    ],
  };
}
