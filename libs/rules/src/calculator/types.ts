import type { TraceStep } from '../calendar/count';
import type { Day } from '../calendar/day';
import type { DerivedDeadline, ReadingStatus } from '../deadlines/types';

/** What a calculator is asked: a rule, the facts it runs from by name, and the forum in words. */
export interface ComputeRequest {
  readonly rule: string;
  /** Days 'YYYY-MM-DD', local times 'YYYY-MM-DDTHH:MM' with `time_zone`, yes/no, whole numbers. null: not known. */
  readonly triggers: Readonly<Record<string, unknown>>;
  /** 'BIA', 'IJ Honolulu', '9th Cir.', …: names the circuit and with it the state whose holidays count. */
  readonly jurisdiction?: string | null;
}

/** An end counted in hours. `local` is the wall clock in `timeZone`, to the minute. */
export interface ComputedInstant {
  readonly utc: string;
  readonly local: string | null;
  readonly timeZone: string | null;
}

/** One date of an answer. */
export interface ComputedResult {
  /** 'due', or the name of the part of a rule that gives several. */
  readonly name: string;
  readonly deadline: DerivedDeadline;
  readonly instant: ComputedInstant | null;
}

/** A day, a wall clock and its instant, or whether something was in time. */
export type DueValue =
  | Day
  | null
  | { readonly local: string; readonly utc: string }
  | { readonly utc: string }
  | { readonly last_instant_exclusive_utc: string }
  | { readonly timely: boolean }
  | { readonly [part: string]: DueValue };

/** Another date, by a stable name. */
export interface ComputedAlternate {
  readonly date: Day;
  readonly label: string;
  readonly status: ReadingStatus;
}

/** What a calculator answers. */
export interface ComputedDeadline {
  readonly rule: string;
  readonly title: string;
  readonly citation: string;
  /** A day; null when the law sets no limit or the start is not known; an object where several dates follow. */
  readonly due: DueValue;
  readonly alternates: Readonly<Record<string, ComputedAlternate>>;
  readonly results: readonly ComputedResult[];
  readonly warnings: readonly string[];
  readonly trace: readonly TraceStep[];
}
