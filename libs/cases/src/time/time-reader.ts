import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientNames, clientCode } from '@app/clients';
import { about, csvOf, currentActor, db, Keyring, officeToday, writeCursor } from '@app/platform';
import type { TimeQuery, TimeSpan } from './time.dto';
import { FundingCode, RunningTimer, TimeEntry } from './time.entity';
import { minutesOf, timeEntries, totalsBy, type TimeFilter, type TimeRow } from './time.queries';
import type { FundingList, TimeEntryView, TimeList, TimerState, TimeTotals } from './time.view';

const PAGE = 50;
const MOST_ROWS = 20_000;

/** Reads time: one's own, everybody's for who keeps the totals. */
@Injectable()
export class TimeReader {
  constructor(
    private readonly keyring: Keyring,
    private readonly names: ClientNames,
  ) {}

  async list(query: TimeQuery, caseId?: string): Promise<TimeList> {
    const filter: TimeFilter = { from: query.from, to: query.to, caseId };
    if (!may('time.totals')) filter.userId = currentActor().userId;
    const limit = query.limit ?? PAGE;
    const rows = await timeEntries(filter, limit + 1, query.cursor);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.open(shown),
      nextCursor: rows.length > limit && last ? writeCursor({ value: last.on, id: last.id }) : null,
      minutes: await minutesOf(filter),
    };
  }

  async one(entryId: string): Promise<TimeEntryView> {
    const entry = await db().find(TimeEntry, { id: entryId });
    const rows = entry
      ? await timeEntries({ caseId: entry.caseId, from: entry.onDate, to: entry.onDate }, 1000)
      : [];
    if (entry) about(entry.clientId, entry.caseId);
    return (await this.open(rows.filter((row) => row.id === entryId)))[0];
  }

  async totals(span: TimeSpan): Promise<TimeTotals> {
    const { from, to } = await spanOf(span);
    return {
      ...{ from, to },
      byFunding: await totalsBy('funding', { from, to }),
      byPerson: await totalsBy('person', { from, to }),
      byMonth: await totalsBy('month', { from, to }),
    };
  }

  /** A file for a spreadsheet: what, when, who, what pays. Clients appear under their codes, notes not at all. */
  async csv(span: TimeSpan): Promise<string> {
    const rows = await timeEntries(await spanOf(span), MOST_ROWS);
    const head = ['date', 'person', 'client', 'activity', 'funding', 'minutes'];
    return csvOf([
      head,
      ...rows.map((row) => [
        row.on,
        row.userName,
        clientCode(row.clientId),
        row.activity,
        row.funding,
        row.minutes,
      ]),
    ]);
  }

  async timer(minutes: number | null = null): Promise<TimerState> {
    const [row] = await db().findAll(RunningTimer, { userId: currentActor().userId }, { startedAt: 'DESC' });
    if (!row) return { timer: null, minutes };
    const names = await this.names.display([row.clientId]);
    const { caseId, clientId } = row;
    const clientName = names.get(clientId) ?? '';
    return { timer: { caseId, clientId, clientName, startedAt: row.startedAt.toISOString() }, minutes };
  }

  async funding(): Promise<FundingList> {
    const rows = await db().findAll(FundingCode, {}, { code: 'ASC', id: 'ASC' });
    return {
      items: rows.map(({ id, version, code, name, activeFrom, activeUntil }) => ({
        ...{ id, version, code, name, activeFrom, activeUntil },
      })),
    };
  }

  private async open(rows: TimeRow[]): Promise<TimeEntryView[]> {
    const ids = [...new Set(rows.map((row) => row.clientId))];
    const { orgId, userId } = currentActor();
    const keys = await this.keyring.clientKeys(orgId, ids);
    const names = await this.names.display(ids);
    return rows.map((row) => {
      const key = keys.get(row.clientId);
      return {
        ...{ id: row.id, version: row.version, clientId: row.clientId, caseId: row.caseId },
        clientName: names.get(row.clientId) ?? '',
        by: { id: row.userId, name: row.userName ?? 'Vacatur' },
        ...{ on: row.on, minutes: row.minutes, activity: row.activity },
        ...{ fundingId: row.fundingId, funding: row.funding },
        note: key && !key.erased ? key.box('time_entry', row.id).open('note', row.note) : null,
        can: { edit: row.userId === userId && may('time.write') },
      };
    });
  }
}

/** The span that was asked for, or the month of today. */
async function spanOf(span: TimeSpan): Promise<{ from: string; to: string }> {
  const today = await officeToday();
  return { from: span.from ?? `${today.slice(0, 7)}-01`, to: span.to ?? today };
}
