import type { Deadline } from '../../api/types';

export type TraceStep = Deadline['trace'][number];

/** What a run of steps is about, in the words of a lawyer and not of the engine. */
export const traceParts = [
  'inputs',
  'version',
  'count',
  'finality',
  'roll',
  'dates',
  'printed',
  'act',
  'answered',
  'notes',
  'doubts',
] as const;
export type TracePart = (typeof traceParts)[number];

const PARTS: Readonly<Record<string, TracePart>> = {
  input: 'inputs',
  rule: 'version',
  appeal_period: 'finality',
  final: 'finality',
  stopped: 'finality',
  roll: 'roll',
  operative: 'dates',
  conservative: 'dates',
  alternate: 'dates',
  outer: 'dates',
  printed: 'printed',
  task: 'act',
  cutoff: 'act',
  answered: 'answered',
  note: 'notes',
  doubt: 'doubts',
};

export interface TraceRun {
  part: TracePart;
  /** Number of the first step in the whole trace. */
  first: number;
  steps: TraceStep[];
}

/** The trace in its own order, neighbours that are about the same thing together. Nothing is moved or left out. */
export function runsOf(trace: readonly TraceStep[]): TraceRun[] {
  const runs: TraceRun[] = [];
  trace.forEach((step, at) => {
    const part = PARTS[step.step] ?? 'count';
    const last = runs.at(-1);
    if (last?.part === part) last.steps.push(step);
    else runs.push({ part, first: at + 1, steps: [step] });
  });
  return runs;
}

/** Warnings that are not already said as doubts at the end of the trace. */
export function ownWarnings({ warnings, trace }: Pick<Deadline, 'warnings' | 'trace'>): string[] {
  const doubts = new Set(trace.filter(({ step }) => step === 'doubt').map(({ text }) => text));
  return warnings.filter((warning) => !doubts.has(warning));
}

export type Doubt = 'stale' | 'review' | 'unverified' | 'general' | 'contested';

/** What kind of doubt the engine states; each begins with its own word. */
export function doubtOf(text: string): Doubt | null {
  const [first] = text.split(':');
  const known: Record<string, Doubt> = {
    Stale: 'stale',
    'Review due': 'review',
    'Not verified': 'unverified',
    'General knowledge, no source read': 'general',
    Contested: 'contested',
  };
  return known[first] ?? null;
}
