import { addHours } from '../calendar/hours';

/** What a look-up came to. */
export type LookUpResult = 'found' | 'not_found' | 'unclear';

/** What the next look-up is planned from. Instants are ISO 8601. */
export interface LookUpState {
  /** When the client was detained, or the last moment the client was known to be free; null when nothing is known. */
  readonly detainedAt: string | null;
  /** The last look-up; null when none was made. */
  readonly last: { readonly at: string; readonly result: LookUpResult } | null;
  readonly now: string;
}

/** Hours to the next look-up, by the hours since the detention. Transfers come in the first three days. */
const CADENCE = [
  { untilHour: 24, located: 6, missing: 2 },
  { untilHour: 72, located: 8, missing: 4 },
  { untilHour: Infinity, located: 24, missing: 12 },
] as const;
const STEPS = [24, 72] as const;

/**
 * When somebody has to look again. At once when nobody has; every two hours while a person is missing on the first
 * day, every four until the end of the third, then twice a day; less often, and at least daily, once the place is
 * known. Practice of the office, not law: the locator lags, and a transfer moves the district of a petition not yet
 * filed. Throws RuleInputError `malformed_instant`.
 */
export function nextLookUpAt({ detainedAt, last, now }: LookUpState): string {
  if (last === null) return detainedAt !== null && detainedAt <= now ? addHours(detainedAt, 0) : now;
  const at = addHours(last.at, 0);
  const since = detainedAt === null ? at : addHours(detainedAt, 0);
  const [day, third] = STEPS.map((hours) => addHours(since, hours));
  const step = at < day ? CADENCE[0] : at < third ? CADENCE[1] : CADENCE[2];
  return addHours(at, last.result === 'found' ? step.located : step.missing);
}
