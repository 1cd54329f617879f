import { inWords, type Day } from '../calendar/day';
import { addHours, localAt } from '../calendar/hours';
import { DETENTION_PLAN } from '../packs/plans/detention-plan';
import { reviewWarnings } from '../packs/plans/plan-item';
import { custodyMilestones } from './custody-milestones';
import type {
  DetentionDayItem,
  DetentionHourItem,
  DetentionInstant,
  DetentionPlan,
  DetentionPlanInput,
} from './detention-types';
import { otherDays, ruleDay, ruleFor } from './rule-day';

/** Whole hours between two instants, found by elapsed hours and not by the wall clock. */
function wholeHours(from: string, to: string): number {
  if (to < from) return 0;
  let [low, high] = [0, 1];
  while (addHours(from, high) <= to) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (addHours(from, middle) <= to) low = middle;
    else high = middle;
  }
  return low;
}

interface Clock {
  readonly startUtc: string;
  readonly nowUtc: string;
  readonly input: DetentionPlanInput;
}

const isDone = (id: string, input: DetentionPlanInput) => input.doneIds?.includes(id) ?? false;

function hourItems({ startUtc, nowUtc, input }: Clock): DetentionHourItem[] {
  return DETENTION_PLAN.flatMap(({ timing, ...record }) => {
    if (timing.kind !== 'hours') return [];
    const [fromUtc, toUtc] = [addHours(startUtc, timing.from), addHours(startUtc, timing.to)];
    const done = isDone(record.id, input);
    const late = !done && toUtc < nowUtc;
    const pending = fromUtc <= nowUtc ? ('now' as const) : ('coming' as const);
    const toLocal = localAt(toUtc, input.timeZone);
    return [
      {
        ...record,
        fromHour: timing.from,
        toHour: timing.to,
        fromUtc,
        toUtc,
        fromLocal: localAt(fromUtc, input.timeZone),
        toLocal,
        done,
        late,
        standing: done ? ('done' as const) : late ? ('late' as const) : pending,
        trace: [
          {
            step: 'count',
            text: `${timing.to} elapsed hours after ${startUtc}: ${toUtc}, ${toLocal.replace('T', ' ')} in ${input.timeZone}. Hours do not roll.`,
          },
        ],
      },
    ];
  });
}

function clockOf(
  ruleId: string,
  fromUtc: string,
  clock: Clock,
  warnings: readonly string[],
): DetentionInstant {
  const { nowUtc, input } = clock;
  const rule = ruleFor(ruleId, localAt(fromUtc, input.timeZone).slice(0, 10), input);
  const atUtc = addHours(fromUtc, rule.period!.n);
  return {
    ruleId: rule.id,
    title: rule.title,
    atUtc,
    atLocal: localAt(atUtc, input.timeZone),
    passed: atUtc < nowUtc,
    citation: rule.citation,
    warnings: [...warnings, ...rule.notes],
  };
}

const THIRD_COUNTRY = ['third_country.notice.none', 'third_country.notice.6h', 'third_country.notice.24h'];

function clocksOf(clock: Clock): DetentionInstant[] {
  const { input, startUtc } = clock;
  const served = input.thirdCountryNoticeAt ? addHours(input.thirdCountryNoticeAt, 0) : null;
  const unsure =
    input.newArrest === true ? [] : ['Whether this was a new arrest without warrant is not known.'];
  return [
    ...(input.newArrest === false ? [] : [clockOf('custody.determination.48h', startUtc, clock, unsure)]),
    ...(served ? THIRD_COUNTRY.map((id) => clockOf(id, served, clock, [])) : []),
  ];
}

interface DayText {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly start: Day;
  readonly ruleId: string;
  readonly assumed?: string;
}

function dayItem(text: DayText, today: Day, input: DetentionPlanInput): DetentionDayItem {
  const { rule, on, trace } = ruleDay(text.ruleId, text.start, input);
  const done = isDone(text.id, input);
  const others = otherDays(rule, text.start, input);
  return {
    id: text.id,
    title: text.title,
    why: text.why,
    on,
    ruleId: rule.id,
    done,
    late: !done && on < today,
    citation: rule.citation,
    source: rule.source,
    provenance: rule.confidence,
    trace: [
      ...(text.assumed ? [{ step: 'assumed', text: text.assumed }] : []),
      ...trace,
      ...others.map(({ label, on: day }) => ({
        step: 'alternate',
        text: `${label}: ${inWords(day)}.`,
        on: day,
      })),
    ],
  };
}

const ASSUMED = 'No referral is recorded: counted from the day of detention, as if fear was voiced at once.';

function dayItems(detainedOn: Day, today: Day, input: DetentionPlanInput): DetentionDayItem[] {
  const referred = input.fearReferredOn ?? null;
  const interview = dayItem(
    {
      id: 'detained.fear_interview',
      title: 'Reasonable fear interview: ask for it if it has not been held',
      why: 'A target of ten days, and about ten more for the judge’s review: be ready for both.',
      start: referred ?? detainedOn,
      ruleId: 'fear.rf_interview.10d',
      ...(referred ? {} : { assumed: ASSUMED }),
    },
    today,
    input,
  );
  const review: DayText = {
    id: 'detained.fear_review',
    title: 'Judge’s review of a negative finding: be ready',
    why: 'Ten more days as a target after a referral of the negative finding.',
    start: interview.on,
    ruleId: 'fear.rf_ij_review.10d',
    assumed: 'Counted from the interview’s target day: the referral itself starts it.',
  };
  const record: DayText = {
    id: 'detained.interview_not_held',
    title: 'If the informal interview has not been held, record it',
    why: 'That it was not prompt is evidence in habeas.',
    start: detainedOn,
    ruleId: 'osup.redetention.interview_target_2d',
  };
  return [
    ...(input.redetained === false ? [] : [dayItem(record, today, input)]),
    interview,
    dayItem(review, today, input),
  ];
}

/**
 * What to do after a client was detained: hour by hour for two days, then by day, and the custody reviews that follow.
 * Hours elapse in UTC, so a change of daylight time neither gives nor takes one; each is shown on the wall clock of
 * `timeZone` too. The plan is practice; the government's clocks in it are rules of the packs.
 * Throws RuleInputError `malformed_instant`, `unknown_time_zone` or `malformed_day`.
 * Authority: 8 CFR 241.4(l), 241.13(i), 287.3(d), 208.31; 28 USC 2241.
 */
export function detentionPlan(input: DetentionPlanInput): DetentionPlan {
  const [startUtc, nowUtc] = [addHours(input.detainedAt, 0), addHours(input.now, 0)];
  const clock: Clock = { startUtc, nowUtc, input };
  const detainedAtLocal = localAt(startUtc, input.timeZone);
  const detainedOn = detainedAtLocal.slice(0, 10);
  const today = localAt(nowUtc, input.timeZone).slice(0, 10);
  const hours = hourItems(clock);
  const late = hours.filter((item) => item.late).length;
  const custody = custodyMilestones({
    ...input,
    today,
    removalPeriodStart: input.removalPeriodStart ?? null,
    detainedSince: detainedOn,
  });
  return {
    detainedAtUtc: startUtc,
    detainedAtLocal,
    hoursPassed: wholeHours(startUtc, nowUtc),
    hours,
    clocks: clocksOf(clock),
    days: dayItems(detainedOn, today, input),
    daily: DETENTION_PLAN.filter(({ timing }) => timing.kind === 'daily').map(
      ({ id, title, why, citation, source, provenance }) => ({
        id,
        title,
        why,
        citation,
        source,
        provenance,
      }),
    ),
    milestones: custody.milestones,
    warnings: [
      'Practice, not a legal due date; but habeas is filed before a transfer, and a transfer can come within hours.',
      ...(late > 0 ? [`${late} step${late === 1 ? ' is' : 's are'} late: do them now.`] : []),
      ...(input.thirdCountryNoticeAt
        ? []
        : ['No third-country notice is recorded. Notice may be none, 6 or 24 hours: ask what was served.']),
      ...custody.warnings,
      ...reviewWarnings(today),
    ],
  };
}
