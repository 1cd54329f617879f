import { loadavg } from 'node:os';
import { postgresCpus, postgresCpuSince } from './measure';
import type { Person } from './office';

/** The times of one question asked by one role. */
export interface Times {
  p50: number;
  p95: number;
  /** CPU time of this process and of the database for one request: what a busy machine distorts least. */
  cpu: number;
  hits: number;
}

/** Asks several times, after some that do not count, and orders the times. Null when this role may not ask. */
export async function timesOf(
  ask: () => Promise<number | null>,
  tries: number,
  postmaster: number,
): Promise<Times | null> {
  const times: number[] = [];
  let hits: number | null = 0;
  let [own, theirs] = [process.cpuUsage(), new Map<number, number>()];
  for (let turn = -6; turn < tries; turn += 1) {
    if (turn === 0) [own, theirs] = [process.cpuUsage(), postgresCpus(postmaster)];
    const at = performance.now();
    hits = await ask();
    if (hits === null) return null;
    if (turn >= 0) times.push(performance.now() - at);
  }
  const { user, system } = process.cpuUsage(own);
  const cpu = ((user + system) / 1000 + postgresCpuSince(postmaster, theirs)) / tries;
  times.sort((a, b) => a - b);
  const of = (share: number): number => times[Math.min(tries - 1, Math.floor(tries * share))];
  return { p50: of(0.5), p95: of(0.95), cpu, hits: hits ?? 0 };
}

const cell = (times: Times | null): string =>
  times ? `${times.p50.toFixed(0)} / ${times.p95.toFixed(0)} · ${times.cpu.toFixed(0)} (${times.hits})` : '–';

/** Prints a table with a row for each question and a column for each person: p50 / p95 · CPU time, in milliseconds (hits). */
export function header(title: string, people: Person[], width: number): string {
  const columns = people.map(({ role, caseload }) => `${SHORT[role]}${caseload ? ` ${caseload}` : ''}`);
  return row(title, columns, width);
}

export function line(title: string, cells: (Times | null)[], width: number): string {
  return row(title, cells.map(cell), width);
}

function row(title: string, cells: string[], width: number): string {
  return `${title.padEnd(width)}${cells.map((each) => each.padStart(21)).join('')}\n`;
}

const SHORT: Record<Person['role'], string> = {
  director: 'director',
  attorney: 'attorney',
  accredited_representative: 'accredited',
  paralegal: 'paralegal',
  intake: 'intake',
  auditor: 'auditor',
  volunteer: 'volunteer',
};

/** How busy the machine is, as `uptime` says it: figures of a busy machine are worth little. */
export const load = (): string =>
  `load average ${loadavg()
    .map((each) => each.toFixed(1))
    .join(', ')}`;
