import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Is there a process with this number? One that belongs to somebody else counts. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * A text that no other process has had or will have: numbers are used again, after a restart even soon.
 * Undefined when there is no such process.
 */
export function identityOf(pid) {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : `${boot}:${rest[18]}`;
  } catch {
    if (process.platform === 'linux') return undefined;
  }
  const ps = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return ps.stdout?.trim() || undefined;
}

/** The command line of a process, or an empty text. */
export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    if (process.platform === 'linux') return '';
  }
  const ps = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return ps.stdout?.trim() ?? '';
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until the process is gone; false when it is still there after the given time. */
export async function goneWithin(pid, ms) {
  const end = Date.now() + ms;
  while (identityOf(pid) !== undefined) {
    if (Date.now() > end) return false;
    await pause(25);
  }
  return true;
}
