import { toOrdinal, type Day } from '../calendar/day';
import type { UrgencyFinding } from './urgency-types';

type Parts = Pick<UrgencyFinding, 'code' | 'urgency' | 'text'> & Partial<UrgencyFinding>;

/** A finding with its days counted from today. */
export function finding(today: Day, parts: Parts): UrgencyFinding {
  const on = parts.on ?? null;
  return {
    reasons: [],
    steps: [],
    provenance: 'office_policy',
    ...parts,
    on,
    daysLeft: on === null ? null : between(today, on),
  };
}

/** Whole days from one to another; negative when the second is earlier. */
export function between(from: Day, to: Day): number {
  return toOrdinal(to) - toOrdinal(from);
}
