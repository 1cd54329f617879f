/**
 * How many times a random test tries: few in every run of the suite, as many as docs/abuse-cases.md names with
 * `npm run sweep`.
 */
export const effort = (inEveryRun: number, inASweep: number): number =>
  process.env.VACATUR_SWEEP === '1' ? inASweep : inEveryRun;

/** A sweep may take an hour; a run of the suite may not. */
export const PATIENCE_MS = effort(300_000, 3_600_000);
