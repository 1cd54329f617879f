import { addDays } from '@app/rules';

/** The office's own habit, no rule of law: dates are changed at short notice, so the nearer the hearing the more often. */
const STEPS: readonly (readonly [within: number, every: number])[] = [
  [3, 1],
  [14, 2],
  [60, 7],
];
const FAR = 30;
const NO_DATE = 14;

/**
 * The day to look up a hearing again. Nobody reached: the next day. No date known: every two weeks. Else daily in the
 * last three days, every second day in the last two weeks, weekly in the last two months, and monthly before.
 */
export function nextLookUpOn(today: string, hearingOn: string | null, reached: boolean): string {
  if (!reached) return addDays(today, 1);
  if (hearingOn === null || hearingOn < today) return addDays(today, NO_DATE);
  return addDays(today, STEPS.find(([within]) => addDays(today, within) >= hearingOn)?.[1] ?? FAR);
}
