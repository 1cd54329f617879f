import type { Application, CheckIn, DeadlineItem } from '../../api/types';
import { actOn, isDue } from '../deadlines/urgency';

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
  /** A full and unconditional pardon is on file; nothing less ends an order. */
  granted: boolean;
  /** Another instrument is on file, and which. */
  otherGrant: string | null;
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
  if (deadline && (!checkIn || byDay(actOn(deadline), checkIn.date) <= 0)) return 'deadline';
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
    .filter((d) => d.status === 'open' && isDue(d))
    .sort((a, b) => byDay(actOn(a), actOn(b)));
  // A period that was over before anybody recorded the order is history, not an alarm.
  const overdue = open.find((d) => !d.overBeforeRecorded && (actOn(d) ?? '') < today) ?? null;
  const deadline = open.find((d) => (actOn(d) ?? '') >= today) ?? null;
  const application = leading(applications);
  const checkIn = ahead[0] ?? null;
  const first = firstOf(overdue, deadline, checkIn);
  const marks: Mark[] = [
    ...ahead.map((c): Mark => ({ on: c.date, label: c.office?.name ?? c.officeCode, lane: 'checkIn' })),
    ...open
      .filter((d) => (actOn(d) ?? '') >= today)
      .map((d): Mark => ({ on: actOn(d) ?? '', label: d.title, lane: 'deadline' })),
  ];
  const kind = application?.grant?.instrumentKind ?? null;
  const granted = kind === 'full_and_unconditional';
  const otherGrant = granted ? null : kind;
  return { checkIn, deadline, overdue, application, granted, otherGrant, marks, first };
}
