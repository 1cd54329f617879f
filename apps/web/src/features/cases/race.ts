import type { Application, CheckIn, DeadlineItem } from '../../api/types';

export interface Mark {
  on: string;
  label: string;
  lane: 'checkIn' | 'deadline';
}

export interface Race {
  checkIn: CheckIn | null;
  deadline: DeadlineItem | null;
  overdue: DeadlineItem | null;
  application: Application | null;
  granted: boolean;
  marks: Mark[];
  first: 'overdue' | 'deadline' | 'checkIn' | 'nothing';
}

const byDay = (a: string | null, b: string | null): number => (a ?? '9').localeCompare(b ?? '9');

/** The application furthest along that is still alive, else the last one. */
function leading(applications: Application[]): Application | null {
  const alive = applications.filter((a) => !['denied', 'withdrawn', 'lapsed'].includes(a.stage));
  const ranked = [...(alive.length ? alive : applications)];
  return (
    ranked.sort((a, b) => Number(!!b.grant) - Number(!!a.grant) || b.stages.length - a.stages.length)[0] ??
    null
  );
}

function firstOf(
  overdue: DeadlineItem | null,
  deadline: DeadlineItem | null,
  checkIn: CheckIn | null,
): Race['first'] {
  if (overdue) return 'overdue';
  if (deadline && (!checkIn || byDay(deadline.dueOn, checkIn.date) <= 0)) return 'deadline';
  return checkIn ? 'checkIn' : 'nothing';
}

/** Puts pardon, check-in and deadlines side by side. It orders what the server dated; it counts nothing. */
export function raceOf(
  deadlines: DeadlineItem[],
  checkIns: CheckIn[],
  applications: Application[],
  today: string,
): Race {
  const ahead = checkIns
    .filter((c) => c.status === 'scheduled' && c.date >= today)
    .sort((a, b) => byDay(a.date, b.date));
  // That an order is final is a date, not something anybody can be late with.
  const open = deadlines
    .filter((d) => d.status === 'open' && d.dueOn && d.kind !== 'status')
    .sort((a, b) => byDay(a.dueOn, b.dueOn));
  // A period that was over before anybody recorded the order is history, not an alarm.
  const overdue = open.find((d) => !d.overBeforeRecorded && (d.dueOn ?? '') < today) ?? null;
  const deadline = open.find((d) => (d.dueOn ?? '') >= today) ?? null;
  const application = leading(applications);
  const checkIn = ahead[0] ?? null;
  const first = firstOf(overdue, deadline, checkIn);
  const marks: Mark[] = [
    ...ahead.map((c): Mark => ({ on: c.date, label: c.office?.name ?? c.officeCode, lane: 'checkIn' })),
    ...open
      .filter((d) => (d.dueOn ?? '') >= today)
      .map((d): Mark => ({ on: d.dueOn ?? '', label: d.title, lane: 'deadline' })),
  ];
  return { checkIn, deadline, overdue, application, granted: !!application?.grant, marks, first };
}
