import type { Application, CheckIn, DeadlineItem, Hearing } from '../../api/types';
import { actOn, isDue } from '../deadlines/urgency';

export const LANES = ['checkIn', 'hearing', 'deadline'] as const;
export type Lane = (typeof LANES)[number];

export interface Mark {
  on: string;
  label: string;
  lane: Lane;
}

export interface Race {
  checkIn: CheckIn | null;
  /** The next one where somebody appears; a control date of the court is none. */
  hearing: Hearing | null;
  deadline: DeadlineItem | null;
  overdue: DeadlineItem | null;
  application: Application | null;
  /** A full and unconditional pardon is on file; nothing less ends an order. */
  granted: boolean;
  /** Another instrument is on file, and which. */
  otherGrant: string | null;
  marks: Mark[];
  first: 'overdue' | Lane | 'nothing';
}

/** What the server says about one client. */
export interface Runners {
  deadlines: DeadlineItem[];
  checkIns: CheckIn[];
  hearings: Hearing[];
  applications: Application[];
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

/** What comes first; on the same day a deadline, since it is met before anybody goes anywhere, then the hearing. */
function firstOf(race: Pick<Race, 'overdue' | 'deadline' | 'hearing' | 'checkIn'>): Race['first'] {
  if (race.overdue) return 'overdue';
  const days: [Lane, string | null | undefined][] = [
    ['deadline', race.deadline && actOn(race.deadline)],
    ['hearing', race.hearing?.date],
    ['checkIn', race.checkIn?.date],
  ];
  const known = days.filter(([, on]) => on).sort(([, a], [, b]) => byDay(a ?? null, b ?? null));
  return known[0]?.[0] ?? 'nothing';
}

/** Puts pardon, check-in, hearing and deadlines side by side. It orders what the server dated; it counts nothing. */
export function raceOf({ deadlines, checkIns, hearings, applications }: Runners, today: string): Race {
  const ahead = checkIns
    .filter((c) => c.status === 'scheduled' && c.date >= today)
    .sort((a, b) => byDay(a.date, b.date));
  const before = hearings
    .filter((h) => h.status === 'scheduled' && h.dateState === 'known' && (h.date ?? '') >= today)
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
  const hearing = before[0] ?? null;
  const first = firstOf({ overdue, deadline, hearing, checkIn });
  const marks: Mark[] = [
    ...ahead.map((c): Mark => ({ on: c.date, label: c.office?.name ?? c.officeCode, lane: 'checkIn' })),
    ...before.map((h): Mark => ({ on: h.date ?? '', label: h.court?.name ?? h.kind, lane: 'hearing' })),
    ...open
      .filter((d) => (actOn(d) ?? '') >= today)
      .map((d): Mark => ({ on: actOn(d) ?? '', label: d.title, lane: 'deadline' })),
  ];
  const kind = application?.grant?.instrumentKind ?? null;
  const granted = kind === 'full_and_unconditional';
  const otherGrant = granted ? null : kind;
  return { checkIn, hearing, deadline, overdue, application, granted, otherGrant, marks, first };
}
