import { inWords, latest, toOrdinal, type Day } from '../calendar/day';

/** The days that can start the removal period. Null: it did not happen, or is not known. */
export interface RemovalPeriodFacts {
  readonly orderFinalOn: Day | null;
  /** Whether a court stayed removal during its review; null when that is not known. */
  readonly courtStayedRemoval: boolean | null;
  readonly courtFinalOrderOn?: Day | null;
  /** Release from custody that is not immigration custody. */
  readonly releasedFromOtherCustodyOn?: Day | null;
}

/** The start of the removal period: known, in doubt between several days, not begun, or not known. */
export interface RemovalPeriodStart {
  readonly state: 'known' | 'uncertain' | 'not_begun' | 'not_known';
  /** The earliest day that can be defended; null when none is known. */
  readonly on: Day | null;
  readonly candidates: readonly { readonly on: Day; readonly why: string }[];
  readonly why: string;
  readonly citation: string;
}

const CITATION = 'INA 241(a)(1)(B), 8 USC 1231(a)(1)(B) (general knowledge in part)';

/** Nobody knows whether a court stayed removal: the earlier day, and the later one if a court's order is recorded. */
function uncertain(without: Day, withCourt: Day): RemovalPeriodStart {
  const candidates = [{ on: without, why: 'if no court stayed removal' }];
  if (withCourt !== without) candidates.push({ on: withCourt, why: 'if the court stayed removal' });
  const days = candidates.map(({ on }) => inWords(on)).join(' or ');
  return {
    state: 'uncertain',
    on: without,
    candidates,
    why: `Whether a court stayed removal is not known: ${days}.`,
    citation: CITATION,
  };
}

/**
 * When the removal period began: the latest of the order's finality, the court's final order if the court stayed
 * removal, and release from custody that is not immigration custody. When nobody knows whether the court stayed
 * removal the earlier day is given and both are candidates. Throws RuleInputError `malformed_day`. Authority: INA 241(a)(1)(B).
 */
export function removalPeriodStart(facts: RemovalPeriodFacts): RemovalPeriodStart {
  const { orderFinalOn, courtStayedRemoval } = facts;
  const courtOn = facts.courtFinalOrderOn ?? null;
  const releasedOn = facts.releasedFromOtherCustodyOn ?? null;
  [orderFinalOn, courtOn, releasedOn].forEach((day) => day && toOrdinal(day));
  const none = { on: null, candidates: [], citation: CITATION } as const;
  if (orderFinalOn === null)
    return { ...none, state: 'not_known', why: 'The day on which the order became final is not known.' };
  if (courtStayedRemoval === true && courtOn === null)
    return {
      ...none,
      state: 'not_begun',
      why: 'A court stayed removal and its final order is not recorded.',
    };
  const without = latest([orderFinalOn, releasedOn])!;
  const withCourt = latest([without, courtOn])!;
  if (courtStayedRemoval === null) return uncertain(without, withCourt);
  const on = courtStayedRemoval ? withCourt : without;
  const why =
    'the latest of finality, the court’s final order if it stayed removal, and release from other custody';
  return {
    state: 'known',
    on,
    candidates: [{ on, why }],
    why: `${inWords(on)}: ${why}.`,
    citation: CITATION,
  };
}
