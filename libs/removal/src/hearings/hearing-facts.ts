import { badField, db, type SealedBox } from '@app/platform';
import { courtByCode } from '@app/rules';
import { readCourt } from '../courts';
import { Judge } from '../judges/judge.entity';
import type { HearingDate, MoveHearing, NewHearing } from './hearing.dto';
import type { Hearing } from './hearing.entity';

/** A hearing that can be written down: everything that may differ between two dates of it. */
export interface Appointment {
  kind: string;
  dateState: string;
  date: string | null;
  time: string | null;
  courtCode: string | null;
  judgeId: string | null;
  placeKind: string;
  place: string | null;
}

/** What a row says, opened. */
export function appointmentOf(row: Hearing, box: SealedBox): Appointment {
  return {
    ...{ kind: row.kind, dateState: row.dateState, date: row.onDate, time: row.atTime },
    courtCode: box.open('court_code', row.courtCode),
    judgeId: box.open('judge_id', row.judgeId),
    placeKind: row.placeKind,
    place: box.open('place', row.place),
  };
}

const NEW: Appointment = {
  ...{ kind: 'other', dateState: 'not_known_yet', date: null, time: null },
  ...{ courtCode: null, judgeId: null, placeKind: 'not_known', place: null },
};

/** Takes over what is given; what is left out stays as it was before. @throws Problem 422 with the field */
export async function readAppointment(
  input: NewHearing | MoveHearing,
  before: Appointment = NEW,
  path = '',
): Promise<Appointment> {
  const { kind, placeKind, courtCode, judgeId, place } = input;
  const said: Partial<Appointment> = {
    ...{ kind, placeKind },
    courtCode: courtCode === undefined ? undefined : readCourt(courtCode, `${path}courtCode`),
    judgeId: await readJudge(judgeId, `${path}judgeId`),
    place: place === undefined ? undefined : place?.trim() || null,
  };
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(given), ...readDate(input, path) };
}

/** A date that is not known yet has no day; every other has one. */
export function readDate(input: HearingDate, path = ''): Pick<Appointment, 'dateState' | 'date' | 'time'> {
  const { dateState, date = null, time = null } = input;
  if (dateState === 'not_known_yet') {
    if (date || time)
      throw badField(`${path}date`, 'contradicts', 'Either give the day or say that it is not known yet.');
    return { dateState, date: null, time: null };
  }
  if (!date) throw badField(`${path}date`, 'required', 'Give the day, or say that it is not known yet.');
  return { dateState, date, time };
}

async function readJudge(id: string | null | undefined, path: string): Promise<string | null | undefined> {
  if (!id) return id;
  if (!(await db().find(Judge, { id })))
    throw badField(path, 'unknown_judge', 'This judge is not in the directory. Add them there first.');
  return id;
}

/** The columns of an appointment, sealed for its row. The zone is kept only with a court of its own. */
export function columnsOf(box: SealedBox, appointment: Appointment): Partial<Hearing> {
  const { kind, dateState, date, time, courtCode, judgeId, placeKind, place } = appointment;
  return {
    ...{ kind, dateState, placeKind },
    onDate: date,
    atTime: time,
    courtCode: box.seal('court_code', courtCode),
    timeZone: box.seal('time_zone', (courtCode && courtByCode(courtCode)?.timeZone) || null),
    judgeId: box.seal('judge_id', judgeId),
    place: box.seal('place', place),
  };
}

/**
 * The hearing that comes next: the first one ahead, else the latest that stands although its day has passed, else one
 * whose date is not known yet.
 */
export function nextOf<H extends Pick<Hearing, 'status' | 'onDate' | 'dateState'>>(
  hearings: readonly H[],
  today: string,
): H | null {
  const standing = hearings.filter(({ status }) => status === 'scheduled');
  const dated = standing
    .filter(({ dateState }) => dateState === 'known')
    .sort((a, b) => (a.onDate! < b.onDate! ? -1 : Number(a.onDate! > b.onDate!)));
  return dated.find(({ onDate }) => onDate! >= today) ?? dated.at(-1) ?? standing.at(-1) ?? null;
}
