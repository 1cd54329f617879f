import { Injectable } from '@nestjs/common';
import { requireMay } from '@app/access';
import { CaseFactsService } from '@app/cases';
import { ClientsService } from '@app/clients';
import { CustodyService } from '@app/custody';
import { DeadlinesService } from '@app/deadlines';
import {
  about,
  badField,
  changed,
  currentActor,
  db,
  newId,
  notFound,
  staleVersion,
  type ClientKey,
  type SealedBox,
} from '@app/platform';
import { iceOfficeByCode, type IceOffice } from '@app/rules';
import { appointmentTime, dayAt } from './appointment-time';
import { requireAnswerable, requireScheduled } from './check-in.policy';
import type {
  CancelCheckIn,
  MoveCheckIn,
  NextAppointment,
  RecordOutcome,
  ScheduleCheckIn,
} from './check-in.dto';
import { CheckIn } from './check-in.entity';
import { CompanionsService } from './companions.service';
import { readNext, readNow } from './check-ins.queries';

/** An appointment that can be written down. */
interface Appointment {
  office: IceOffice;
  date: string;
  time: string;
  method: string;
}

/** Schedules, moves and cancels check-ins, and records how they ended. */
@Injectable()
export class CheckInsService {
  constructor(
    private readonly clients: ClientsService,
    private readonly caseFacts: CaseFactsService,
    private readonly custody: CustodyService,
    private readonly deadlines: DeadlinesService,
    private readonly companions: CompanionsService,
  ) {}

  /**
   * Writes down an appointment: one to come, or with `outcome` one that was.
   * @throws Problem 422 for an unknown office, a past day without outcome, a coming day with one
   */
  async schedule(clientId: string, input: ScheduleCheckIn): Promise<string> {
    await this.clients.require(clientId);
    const office = requireOffice('officeCode', input.officeCode);
    const today = dayAt(await readNow(), office.timeZone);
    if (input.outcome && input.date > today)
      throw badField('outcome', 'day_not_come', 'An outcome belongs to a check-in whose day has come.');
    if (!input.outcome) requireAhead('date', input.date, today);
    const id = newId();
    const key = await this.clients.key(clientId);
    await this.write(
      clientId,
      key.box('check_in', id),
      { ...input, office },
      {
        note: key.box('check_in', id).seal('note', input.note?.trim() || null),
        ...(input.outcome ? { status: 'done', outcome: input.outcome } : {}),
      },
    );
    await this.follow(clientId);
    if (input.outcome === 'detained')
      await this.custody.append(clientId, { status: 'detained', since: input.date }, 'check_in');
    changed('checkIns');
    return id;
  }

  /** Puts the appointment on another day or place: a new one, linked, while the old one stays as moved. */
  async move(id: string, version: number, input: MoveCheckIn): Promise<string> {
    const old = await this.require(id, version);
    requireScheduled(old);
    const key = await this.clients.key(old.clientId);
    const box = key.box('check_in', old.id);
    const appointment = this.following(box, old, input);
    requireAhead('date', input.date, dayAt(await readNow(), appointment.office.timeZone));
    const newer = newId();
    await db().update(CheckIn, old, version, {
      status: 'moved',
      nextId: newer,
      reason: box.seal('reason', input.reason.trim()),
    });
    const newBox = key.box('check_in', newer);
    const note = newBox.seal('note', box.open('note', old.note));
    await this.write(old.clientId, newBox, appointment, { movedFrom: old.id, note });
    await this.companions.follow(old, newer);
    await this.follow(old.clientId);
    changed('status', 'date', 'time');
    return newer;
  }

  /** Records or corrects how a check-in ended; detention there begins a custody period. */
  async recordOutcome(id: string, version: number, input: RecordOutcome): Promise<void> {
    const row = await this.require(id, version);
    const key = await this.clients.key(row.clientId);
    const box = key.box('check_in', row.id);
    const timeZone = box.open('time_zone', row.timeZone);
    const now = await readNow();
    requireAnswerable({ status: row.status, dayHasCome: row.onDate <= dayAt(now, timeZone) });
    const outcomeAt = outcomeInstant(row, input, timeZone, now);
    const nextId = input.next ? await this.scheduleNext(key, row, input.next, now) : row.nextId;
    await db().update(CheckIn, row, version, {
      status: 'done',
      outcome: input.outcome,
      outcomeAt,
      nextId,
      ...(input.note === undefined
        ? {}
        : { outcomeNote: box.seal('outcome_note', input.note.trim() || null) }),
    });
    await this.follow(row.clientId);
    await this.followCustody(row, input.outcome, outcomeAt ? dayAt(outcomeAt, timeZone) : row.onDate);
    changed('outcome', ...(input.next ? ['next'] : []));
  }

  async cancel(id: string, version: number, input: CancelCheckIn): Promise<void> {
    const row = await this.require(id, version);
    requireScheduled(row);
    const box = (await this.clients.key(row.clientId)).box('check_in', row.id);
    await db().update(CheckIn, row, version, {
      status: 'cancelled',
      reason: box.seal('reason', input.reason.trim()),
    });
    await this.follow(row.clientId);
    changed('status');
  }

  /** A stale version is told first: what it was moved or cancelled to is for the reader to see, not to guess. */
  private async require(id: string, version: number): Promise<CheckIn> {
    const row = await db().find(CheckIn, { id });
    if (!row) throw notFound();
    about(row.clientId);
    if (row.version !== version) throw staleVersion(row.version);
    return row;
  }

  /** The appointment that follows another: what is left out stays as it was. */
  private following(box: SealedBox, old: CheckIn, input: NextAppointment, path = ''): Appointment {
    const office = input.officeCode
      ? requireOffice(`${path}officeCode`, input.officeCode)
      : requireOffice(`${path}officeCode`, box.open('office_code', old.officeCode));
    return { office, date: input.date, time: input.time, method: input.method ?? old.method };
  }

  private async scheduleNext(
    key: ClientKey,
    row: CheckIn,
    input: NextAppointment,
    now: Date,
  ): Promise<string> {
    requireMay('checkin.schedule');
    if (row.nextId)
      throw badField('next', 'next_exists', 'The next check-in is scheduled already: move that one.');
    const appointment = this.following(key.box('check_in', row.id), row, input, 'next.');
    requireAhead('next.date', input.date, dayAt(now, appointment.office.timeZone));
    if (input.date <= row.onDate)
      throw badField('next.date', 'not_later', 'The next check-in must be on a later day than this one.');
    const id = newId();
    await this.write(row.clientId, key.box('check_in', id), appointment, {});
    return id;
  }

  private async write(
    clientId: string,
    box: SealedBox,
    { office, date, time, method }: Appointment,
    more: Partial<CheckIn>,
  ): Promise<void> {
    await db().insert(CheckIn, {
      id: box.rowId,
      clientId,
      officeCode: box.seal('office_code', office.code),
      timeZone: box.seal('time_zone', office.timeZone),
      onDate: date,
      atTime: time,
      method,
      status: 'scheduled',
      createdBy: currentActor().userId,
      ...more,
    });
  }

  /** Detention begins custody; taking back a recorded detention takes back what it said of custody. */
  private async followCustody(row: CheckIn, outcome: RecordOutcome['outcome'], since: string): Promise<void> {
    if (outcome === row.outcome) return;
    if (outcome === 'detained')
      await this.custody.append(row.clientId, { status: 'detained', since }, 'check_in');
    else if (row.outcome === 'detained') {
      const status = outcome === 'came_out' ? 'not_detained' : 'not_known';
      await this.custody.append(row.clientId, { status, since }, 'check_in');
    }
  }

  /** Tells the deadlines and the caseload. The refresh also makes another change of this client's check-ins wait. */
  private async follow(clientId: string): Promise<void> {
    await this.deadlines.refresh(clientId);
    const next = await readNext(clientId);
    await this.caseFacts.note(clientId, {
      nextCheckInOn: next?.on_date ?? null,
      nextCheckInTime: next?.at_time ?? null,
    });
  }
}

function requireOffice(path: string, code: string): IceOffice {
  const office = iceOfficeByCode(code);
  if (!office) throw badField(path, 'unknown_office', 'This is not the code of an ICE office in our list.');
  return office;
}

function requireAhead(path: string, date: string, today: string): void {
  if (date < today)
    throw badField(path, 'in_past', 'This day is past. Record a past check-in together with its outcome.');
}

/** When the outcome became known: as told, else now on the day itself, else not known. */
function outcomeInstant(row: CheckIn, input: RecordOutcome, timeZone: string, now: Date): Date | null {
  if (!input.at) return dayAt(now, timeZone) === row.onDate ? now : row.outcomeAt;
  const at = new Date(input.at);
  if (at > now) throw badField('at', 'in_future', 'An outcome cannot be known at a time still to come.');
  const midnight = appointmentTime(row.onDate, '00:00', timeZone).startsAt;
  if (at < new Date(midnight))
    throw badField('at', 'before_check_in', 'An outcome cannot be known before the day of the check-in.');
  return at;
}
