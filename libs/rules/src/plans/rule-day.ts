import { count, type CountUnit, type TraceStep } from '../calendar/count';
import type { Day } from '../calendar/day';
import { legalCalendar, ROLLING_LAYERS, type CalendarInputs } from '../calendar/legal-calendar';
import type { RuleVerification } from '../deadlines/types';
import { RuleInputError } from '../errors';
import type { RuleRecord } from '../packs/rule-record';
import { RULE_SET } from '../packs/rule-set';
import type { RuleSet } from '../packs/select';

/** The law and the calendar that a plan is counted under. */
export interface PlanLaw extends CalendarInputs {
  /** Without it the shipped rule set. */
  readonly law?: RuleSet;
  /** Records that an attorney checked after they were shipped. */
  readonly verifications?: readonly RuleVerification[];
}

/** A day that a rule of the packs gives. */
export interface RuleDay {
  readonly rule: RuleRecord;
  readonly on: Day;
  readonly trace: readonly TraceStep[];
}

const standing = (rule: RuleRecord) =>
  `${rule.id}, version ${rule.version}, ${rule.status.replaceAll('_', ' ')}`;

/** The record of a rule that governs on a day. Throws RuleInputError `unknown_rule`. */
export function ruleFor(id: string, on: Day, context: PlanLaw): RuleRecord {
  const law = context.law ?? RULE_SET;
  const rule = law.select(id, { keyDay: on }) ?? law.versionsOf(id).at(-1);
  if (!rule) throw new RuleInputError('unknown_rule', 'There is no rule with this id.', 'rule');
  return rule;
}

/** Counts a rule of calendar periods from a day, with its other readings. */
export function ruleDay(id: string, start: Day, context: PlanLaw): RuleDay {
  const rule = ruleFor(id, start, context);
  const { n, unit } = rule.period!;
  const counted = count(
    { start, n, unit: unit as CountUnit, direction: rule.direction, roll: rule.roll },
    legalCalendar(rule.calendarLayers, context),
  );
  const authority = { step: 'rule', text: `${rule.citation}. Rule ${standing(rule)}.` };
  return { rule, on: counted.on, trace: [authority, ...counted.trace] };
}

/** The other dates that a rule's own readings lead to, counted from the same day. */
export function otherDays(rule: RuleRecord, start: Day, context: PlanLaw) {
  return rule.otherReadings.map(({ name, label, status, period, roll }) => ({
    name,
    label,
    status,
    on: count(
      { start, n: period.n, unit: period.unit, direction: rule.direction, roll: roll ?? rule.roll },
      legalCalendar(rule.calendarLayers, context),
    ).on,
  }));
}

/** Whether an attorney has compared the record with the official text. */
export const isChecked = (rule: RuleRecord, context: PlanLaw): boolean =>
  rule.checkedBy !== null ||
  (context.verifications ?? []).some(({ ruleId, version }) => ruleId === rule.id && version === rule.version);

/** The day itself when it is open, else the last open day before it. */
export const openDayOnOrBefore = (day: Day, context: PlanLaw): Day =>
  count({ start: day, n: 0, unit: 'day', roll: 'backward' }, legalCalendar(ROLLING_LAYERS, context)).on;
