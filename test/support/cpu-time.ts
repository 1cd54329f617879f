/**
 * Milliseconds of processor time this process has used. A bound on work is held against it and not against the clock,
 * which says as much about what else the machine does.
 */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
