import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

/** One round of load on one server. */
export interface Round {
  requestsPerSecond: number;
  nodeCpuMs: number;
  postgresCpuMs: number;
  p50: number;
  p99: number;
}

const TICKS = Number(execFileSync('getconf', ['CLK_TCK']).toString());

/** CPU time of a process since it began, in milliseconds. */
function cpuOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
  } catch {
    return 0;
  }
}

/** CPU time of the database server and of each of its connections, by process id. */
export function postgresCpus(postmaster: number): Map<number, number> {
  const children = execFileSync('pgrep', ['-P', String(postmaster)])
    .toString()
    .trim()
    .split('\n')
    .map(Number);
  return new Map([postmaster, ...children].map((pid) => [pid, cpuOf(pid)]));
}

/** CPU time of the database server and all its connections. */
export function postgresCpu(postmaster: number): number {
  return [...postgresCpus(postmaster).values()].reduce((sum, cpu) => sum + cpu, 0);
}

/** What the database used since then. A connection that has closed meanwhile takes its time with it. */
export function postgresCpuSince(postmaster: number, before: ReadonlyMap<number, number>): number {
  return [...postgresCpus(postmaster)].reduce((sum, [pid, cpu]) => sum + cpu - (before.get(pid) ?? 0), 0);
}

/** Fetches one answer. */
export function fetchOnce(
  port: number,
  path: string,
  cookie: string,
  agent?: Agent,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path, agent, headers: { cookie } }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    call.on('error', reject);
    call.end();
  });
}

/** Sends requests over a fixed number of connections for some seconds and reads what they cost. */
export async function load(options: {
  port: number;
  pid: number;
  postmaster: number;
  cookie: string;
  path: (n: number) => string;
  seconds: number;
  connections: number;
}): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections });
  const times: number[] = [];
  const [nodeBefore, postgresBefore] = [cpuOf(options.pid), postgresCpu(options.postmaster)];
  const began = performance.now();
  let n = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() - began < options.seconds * 1000) {
      const at = performance.now();
      const { status } = await fetchOnce(options.port, options.path(n++), options.cookie, agent);
      if (status !== 200) throw new Error(`The server answered ${status}.`);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: options.connections }, worker));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    requestsPerSecond: times.length / seconds,
    nodeCpuMs: (cpuOf(options.pid) - nodeBefore) / times.length,
    postgresCpuMs: (postgresCpu(options.postmaster) - postgresBefore) / times.length,
    p50: times[Math.floor(times.length * 0.5)],
    p99: times[Math.floor(times.length * 0.99)],
  };
}

/** The middle value. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
