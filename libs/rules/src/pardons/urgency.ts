import { earliest, toOrdinal, type Day } from '../calendar/day';
import { dangerFindings } from './urgency-danger';
import { decisionFindings } from './urgency-decisions';
import { grantFindings } from './urgency-grant';
import type { UrgencyFinding, UrgencyInput, UrgencyReport } from './urgency-types';

export type { GrantorDecision, UrgencyFinding, UrgencyInput, UrgencyReport } from './urgency-types';

const ORDER: Record<UrgencyFinding['urgency'], number> = { now: 0, today: 1, soon: 2, watch: 3 };

/**
 * What cannot wait in an application for clemency while removal is near: a hearing too close to a flight or a check-in
 * (ask for a decision without one), a grant on which the motion must be filed the same day, a denial and what is left
 * after it, a lost case and how it opens again. Each finding says its day, its reasons and the steps; ways of asking for
 * speed come from the jurisdictions pack. Pure: `today` is given, days are 'YYYY-MM-DD'.
 * @throws RuleInputError `malformed_day` with the path of a day that does not exist.
 */
export function clemencyUrgency(input: UrgencyInput): UrgencyReport {
  checkDays(input);
  const { today, flightOn = null, checkInOn = null } = input;
  const ahead = [flightOn, checkInOn].filter((day): day is Day => day !== null && day >= today);
  const dangerOn = earliest(ahead);
  const findings = [...dangerFindings(input, dangerOn), ...grantFindings(input), ...decisionFindings(input)];
  // Sorting keeps the order of findings that are equally urgent.
  return { today, dangerOn, findings: findings.sort((a, b) => ORDER[a.urgency] - ORDER[b.urgency]) };
}

const DAYS = [
  'today',
  'filedOn',
  'hearingOn',
  'flightOn',
  'checkInOn',
  'transferredOn',
  'transferBarredOn',
  'removedOn',
  'motionFiledOn',
  'newGrantorSince',
] as const;

function checkDays(input: UrgencyInput): void {
  for (const name of DAYS) {
    const day = input[name];
    if (day !== null && day !== undefined) toOrdinal(day, name);
  }
  for (const [name, day] of Object.entries(input.instrument ?? {}))
    if (day) toOrdinal(day, `instrument.${name}`);
  input.decisions?.forEach(({ on }, at) => toOrdinal(on, `decisions[${at}].on`));
}
