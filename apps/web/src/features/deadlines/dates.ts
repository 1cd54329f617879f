import type { Deadline } from '../../api/types';

/** One date of a deadline with the reading that leads to it. */
export interface ReadDate {
  on: string;
  role: 'task' | 'due' | 'printed' | 'conservative' | 'outer' | 'alternate';
  /** The engine's words for an alternate. */
  label: string | null;
  /** Standing of the reading; null for the office's own day. */
  status: string | null;
  /** Later than the last day the office works with: never to be relied on. */
  later: boolean;
}

type Dated = Pick<
  Deadline,
  'taskOn' | 'dueOn' | 'conservativeOn' | 'outerOn' | 'alternates' | 'ruleStatus' | 'printedOn'
>;

/** Every date in the order of the calendar, so that a later one never stands without the earlier ones. */
export function readDates(deadline: Dated): ReadDate[] {
  const { taskOn, dueOn, conservativeOn, outerOn, alternates, printedOn } = deadline;
  const later = (on: string): boolean => dueOn !== null && on > dueOn;
  const named = new Set([dueOn, ...alternates.map(({ on }) => on)]);
  const dates: (ReadDate | null)[] = [
    taskOn ? { on: taskOn, role: 'task', label: null, status: null, later: false } : null,
    conservativeOn && !named.has(conservativeOn)
      ? { on: conservativeOn, role: 'conservative', label: null, status: null, later: later(conservativeOn) }
      : null,
    dueOn
      ? {
          on: dueOn,
          role: printedOn === dueOn ? 'printed' : 'due',
          label: null,
          status: printedOn === dueOn ? null : deadline.ruleStatus,
          later: false,
        }
      : null,
    ...alternates.map(({ on, label, status }): ReadDate => ({
      on,
      role: 'alternate',
      label,
      status,
      later: later(on),
    })),
    outerOn && !named.has(outerOn)
      ? { on: outerOn, role: 'outer', label: null, status: null, later: true }
      : null,
  ];
  return dates.filter((date) => date !== null).sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}
