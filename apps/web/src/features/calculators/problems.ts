import type { Problem } from '../../api/problem';

/** The server's words for the fields it refused, by the last part of their paths: triggers.x is the fact x. */
export function faultsAt(problem: Problem | null, before = ''): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const { path, message } of problem?.fields ?? [])
    if (path.startsWith(before)) faults[path.slice(before.length)] ??= message;
  return faults;
}
