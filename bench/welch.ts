function momentsOf(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, variance };
}

function tOf(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [momentsOf(one), momentsOf(other)];
  return (a.mean - b.mean) / Math.sqrt(a.variance / one.length + b.variance / other.length);
}

/** The slowest twentieth of both together is somebody else's work on the machine and drowns what differs. */
const KEPT = 0.95;

/**
 * Welch's t of two series of times, as they are and without the slowest twentieth, which whoever listens would leave
 * out too.
 */
export function welch(
  one: readonly number[],
  other: readonly number[],
): { t: number; cropped: number; means: [number, number] } {
  const all = [...one, ...other].sort((a, b) => a - b);
  const limit = all[Math.floor(all.length * KEPT)];
  const below = (values: readonly number[]): number[] => values.filter((value) => value < limit);
  return {
    t: tOf(one, other),
    cropped: tOf(below(one), below(other)),
    means: [momentsOf(one).mean, momentsOf(other).mean],
  };
}
