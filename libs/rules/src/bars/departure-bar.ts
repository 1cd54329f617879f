import type { TraceStep } from '../calendar/count';
import { toOrdinal, type Day } from '../calendar/day';
import { readDay, type KnownDay } from '../deadlines/known-day';

/** One time the person left the United States. Dates may be partial, or null when not known. */
export interface Departure {
  readonly id: string;
  readonly on: string | null;
  readonly how: 'removed' | 'voluntary_departure' | 'own_travel' | 'not_known';
  readonly returnedOn?: string | null;
}

/** `timely`: the statutory motion is within its period; null when that is open. */
export interface DepartureBarContext {
  readonly today: Day;
  readonly motionKind:
    | 'reopen'
    | 'reconsider'
    | 'absentia'
    | 'vawa'
    | 'country_conditions'
    | 'joint'
    | 'sua_sponte'
    | 'not_known';
  readonly timely?: boolean | null;
  /** Federal circuit, '1' to '11' or 'DC'. */
  readonly circuit?: string | null;
  /** The order the motion attacks; without it every departure is taken to follow it. */
  readonly orderOn?: string | null;
  /** A motion already filed: leaving after it counts as withdrawing it. */
  readonly motionFiledOn?: string | null;
}

/** What a departure does to a motion. There is no answer "no bar": it warns, an attorney decides. */
export interface DepartureBarReport {
  readonly standing: 'none_recorded' | 'argued_against' | 'may_bar' | 'withdraws_motion' | 'not_known';
  readonly departureIds: readonly string[];
  readonly why: string;
  readonly citation: string;
  readonly verified: false;
  readonly warnings: readonly string[];
  readonly trace: readonly TraceStep[];
}

const CITATION = '8 CFR 1003.2(d), 1003.23(b)(1)';
const BEFORE_LEAVING =
  'Before anybody leaves the country: leaving executes the order, can end the motion and starts the bars to return.';

const firstPossible = (day: KnownDay): Day | null =>
  day.state === 'known' ? day.on : day.state === 'partial' ? day.first : null;
const lastPossible = (day: KnownDay): Day | null =>
  day.state === 'known' ? day.on : day.state === 'partial' ? day.last : null;

/** Unless it is certain that one day is before the other, it may follow. */
function mayFollow(later: KnownDay, earlier: KnownDay): boolean {
  const [end, start] = [lastPossible(later), firstPossible(earlier)];
  return end === null || start === null || end >= start;
}
const mustFollow = (later: KnownDay, earlier: KnownDay): boolean => {
  const [start, end] = [firstPossible(later), lastPossible(earlier)];
  return start !== null && end !== null && start > end;
};

function planned(on: KnownDay, today: Day): boolean {
  const first = firstPossible(on);
  return first !== null && first > today;
}

function ofMotion(context: DepartureBarContext): Pick<DepartureBarReport, 'standing' | 'why'> {
  const where = context.circuit
    ? `the law of circuit ${context.circuit}`
    : 'the law of the circuit, which is not recorded';
  if (context.motionKind === 'not_known')
    return {
      standing: 'not_known',
      why: `What kind of motion it would be is not known; then look up ${where}.`,
    };
  if (context.motionKind === 'sua_sponte')
    return {
      standing: 'may_bar',
      why: `The bar may hold against the forum’s own power to reopen: look up ${where}.`,
    };
  if (context.timely === true)
    return {
      standing: 'argued_against',
      why: `Most circuits refuse the bar for a timely statutory motion (general knowledge): look up ${where}.`,
    };
  return {
    standing: 'may_bar',
    why: `The motion is late, or nobody has counted: the refusals of the bar are for timely statutory motions. Look up ${where}.`,
  };
}

function finding(
  relevant: readonly Departure[],
  context: DepartureBarContext,
): Pick<DepartureBarReport, 'standing' | 'why'> {
  if (relevant.length === 0)
    return {
      standing: 'none_recorded',
      why: 'Travel history was asked and no departure after the order is recorded.',
    };
  const filed = readDay(context.motionFiledOn, 'motionFiledOn');
  if (filed.state !== 'missing') {
    const left = relevant.filter((each) => mayFollow(readDay(each.on, `departures.${each.id}.on`), filed));
    const certain = left.some((each) => mustFollow(readDay(each.on, `departures.${each.id}.on`), filed));
    if (left.length > 0)
      return {
        standing: 'withdraws_motion',
        why: `A departure after the motion was filed counts as withdrawing it${certain ? '' : '; whether this one came after is not certain'}.`,
      };
  }
  return ofMotion(context);
}

/**
 * Warns of the departure bar for one motion. `departures` are all times the person left, or null when travel history
 * was never asked. Departures that are certainly before the order do not count. Throws RuleInputError `malformed_day`.
 * Authority: 8 CFR 1003.2(d), 1003.23(b)(1); how circuits treat it is general knowledge and never decides here.
 */
export function departureBar(
  departures: readonly Departure[] | null,
  context: DepartureBarContext,
): DepartureBarReport {
  toOrdinal(context.today, 'today');
  const base = { citation: CITATION, verified: false, departureIds: [], trace: [] } as const;
  if (departures === null)
    return {
      ...base,
      standing: 'not_known',
      why: 'Travel history was never asked.',
      warnings: ['Ask for every time the client left since the order, removals included.', BEFORE_LEAVING],
    };
  const order = readDay(context.orderOn, 'orderOn');
  const dated = departures.map((each) => ({ each, on: readDay(each.on, `departures.${each.id}.on`) }));
  const past = dated.filter(({ on }) => !planned(on, context.today));
  const relevant = past.filter(({ on }) => mayFollow(on, order)).map(({ each }) => each);
  const result = finding(relevant, context);
  return {
    ...base,
    ...result,
    departureIds: relevant.map((each) => each.id),
    warnings: [
      ...(past.length < dated.length ? ['A departure is planned: warn the client before it happens.'] : []),
      ...(relevant.some((each) => each.on === null)
        ? ['A departure has no date: find out whether it came after the order.']
        : []),
      ...(relevant.some((each) => each.returnedOn)
        ? ['The client came back: look at reinstatement, INA 241(a)(5), and INA 212(a)(9)(C).']
        : []),
      BEFORE_LEAVING,
    ],
    trace: [
      ...departures.map((each) => ({
        step: 'input',
        text: `${each.id}: ${each.how.replaceAll('_', ' ')}, ${each.on ?? 'date not known'}.`,
      })),
      { step: 'finding', text: `${result.standing.replaceAll('_', ' ')}: ${result.why} ${CITATION}.` },
    ],
  };
}
