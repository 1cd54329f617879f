import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientNames } from '@app/clients';
import { cannot, currentActor, Keyring, notFound, type SealedBox } from '@app/platform';
import { iceOfficeByCode } from '@app/rules';
import { appointmentTime, dayAt } from './appointment-time';
import { companionsOf } from './accompaniments.queries';
import { checkInCan } from './check-in.policy';
import type {
  CalendarCheckIn,
  CheckInCalendar,
  CheckInChange,
  CheckInSeries,
  CheckInView,
  OfficeView,
} from './check-in.view';
import {
  CALENDAR_ROWS,
  readCalendar,
  readCheckIn,
  readHistory,
  readNow,
  readSeries,
  readSome,
  type CheckInRow,
  type CheckInWas,
} from './check-ins.queries';

/** Opens check-ins for people who may see them. */
@Injectable()
export class CheckInReader {
  constructor(
    private readonly keyring: Keyring,
    private readonly names: ClientNames,
  ) {}

  /** @throws Problem 404 */
  async one(id: string): Promise<CheckInView> {
    const row = await readCheckIn(id);
    if (!row) throw notFound();
    return (await this.views([row]))[0];
  }

  /** These check-ins with their clients' names. For the dashboards, which choose by their own SQL. */
  async some(ids: readonly string[]): Promise<CalendarCheckIn[]> {
    return (await this.open(await readSome(ids))).map(({ item }) => item);
  }

  /** All check-ins of a client, the latest first. */
  async series(clientId: string): Promise<CheckInSeries> {
    return {
      items: await this.views(await readSeries(clientId)),
      can: { schedule: may('checkin.schedule') },
    };
  }

  /**
   * The appointments between two days (both included) of the clients this person sees. The office is compared after
   * it was opened: the database does not know it.
   * @throws Problem 422 when there are too many
   */
  async calendar(from: string, to: string, officeCode?: string): Promise<CheckInCalendar> {
    const rows = await readCalendar(from, to);
    if (rows.length > CALENDAR_ROWS)
      throw cannot('too_many', 'There are too many check-ins in this period. Choose a shorter one.');
    const opened = await this.open(rows);
    const wanted = officeCode?.trim().toUpperCase();
    const items = opened.map(({ item }) => item).filter((item) => !wanted || item.officeCode === wanted);
    const order = (item: CalendarCheckIn): string => `${item.date} ${item.startsAt} ${item.id}`;
    return { items: items.sort((a, b) => (order(a) < order(b) ? -1 : 1)) };
  }

  private async views(rows: CheckInRow[]): Promise<CheckInView[]> {
    const history = rows.length > 0 ? await readHistory(rows.map((row) => row.id)) : [];
    const companions = rows.length > 0 ? await companionsOf(rows.map((row) => row.id)) : [];
    return (await this.open(rows)).map(({ row, box, item }) => ({
      ...item,
      companions: companions
        .filter((each) => each.check_in_id === row.id)
        .map(({ id, name, role }) => ({ id, name, role })),
      scheduledBy: { id: row.created_by, name: row.created_by_name ?? 'Vacatur' },
      scheduledAt: row.created_at.toISOString(),
      history: history.filter((each) => each.row_id === row.id).map((each) => changeOf(each, box)),
    }));
  }

  /** Rows of clients whose key was destroyed are left out: nobody can say any more whom they concern. */
  private async open(
    rows: CheckInRow[],
  ): Promise<{ row: CheckInRow; box: SealedBox; item: CalendarCheckIn }[]> {
    if (rows.length === 0) return [];
    const ids = [...new Set(rows.map((row) => row.client_id))];
    const keys = await this.keyring.clientKeys(currentActor().orgId, ids);
    const names = await this.names.display(ids);
    const now = await readNow();
    return rows.flatMap((row) => {
      const key = keys.get(row.client_id);
      if (!key || key.erased) return [];
      const box = key.box('check_in', row.id);
      return [{ row, box, item: itemOf(row, box, names.get(row.client_id) ?? '', now) }];
    });
  }
}

function itemOf(row: CheckInRow, box: SealedBox, clientName: string, now: Date): CalendarCheckIn {
  const officeCode = box.open('office_code', row.office_code);
  const timeZone = box.open('time_zone', row.time_zone);
  return {
    id: row.id,
    version: row.version,
    clientId: row.client_id,
    clientName,
    officeCode,
    office: officeOf(officeCode),
    date: row.on_date,
    time: row.at_time,
    timeZone,
    ...appointmentTime(row.on_date, row.at_time, timeZone),
    method: row.method,
    status: row.status,
    outcome: row.outcome,
    outcomeAt: row.outcome_at?.toISOString() ?? null,
    ...notesOf(row, box),
    movedFrom: row.moved_from,
    nextId: row.next_id,
    can: checkInCan({ status: row.status, dayHasCome: row.on_date <= dayAt(now, timeZone) }),
  };
}

/** Free text about a person goes to roles that open the record; a volunteer gets the notes written for them. */
const readsTexts = (): boolean => may('client.names') && may('client.read');

function notesOf(row: CheckInRow, box: SealedBox): Pick<CalendarCheckIn, 'note' | 'outcomeNote' | 'reason'> {
  if (!readsTexts()) return { note: null, outcomeNote: null, reason: null };
  return {
    note: box.open('note', row.note),
    outcomeNote: box.open('outcome_note', row.outcome_note),
    reason: box.open('reason', row.reason),
  };
}

function officeOf(code: string): OfficeView | null {
  const office = iceOfficeByCode(code);
  if (!office) return null;
  const { name, address, city, state, timeZone } = office;
  return { name, address, city, state, timeZone };
}

function changeOf(entry: CheckInWas, box: SealedBox): CheckInChange {
  const { was } = entry;
  const sealedNote = was.outcome_note ? Buffer.from(was.outcome_note.slice(2), 'hex') : null;
  return {
    at: entry.replaced_at.toISOString(),
    by: { id: entry.replaced_by, name: entry.replaced_by_name ?? 'Vacatur' },
    version: was.version,
    status: was.status,
    outcome: was.outcome,
    outcomeAt: was.outcome_at ? new Date(was.outcome_at).toISOString() : null,
    outcomeNote: readsTexts() ? box.open('outcome_note', sealedNote) : null,
  };
}
