import { Injectable } from '@nestjs/common';
import {
  about,
  badField,
  cannot,
  changed,
  currentActor,
  db,
  Keyring,
  newId,
  notFound,
  officeToday,
  staleVersion,
} from '@app/platform';
import type { Case } from '../case.entity';
import type { EditTime, RecordTime, WriteFundingCode } from './time.dto';
import { FundingCode, RunningTimer, TimeEntry } from './time.entity';

/** Records time, and keeps the list of what pays for it. */
@Injectable()
export class TimeService {
  constructor(private readonly keyring: Keyring) {}

  async record(matter: Case, input: RecordTime): Promise<string> {
    await requireDay(input.on);
    await this.requireFunding(input.fundingId, input.on);
    const id = newId();
    const { orgId, userId } = currentActor();
    const box = (await this.keyring.clientKey(orgId, matter.clientId)).box('time_entry', id);
    await db().insert(TimeEntry, {
      ...{ id, clientId: matter.clientId, caseId: matter.id, userId },
      ...{ onDate: input.on, minutes: input.minutes, activity: input.activity },
      fundingId: input.fundingId ?? null,
      note: box.seal('note', input.note?.trim() || null),
    });
    changed('time');
    return id;
  }

  /** Changes one's own entry; the old one stays in the history. */
  async edit(entryId: string, version: number, input: EditTime): Promise<void> {
    const entry = await this.requireOwn(entryId, version);
    const on = input.on ?? entry.onDate;
    await requireDay(on);
    await this.requireFunding(input.fundingId === undefined ? entry.fundingId : input.fundingId, on);
    const key = await this.keyring.clientKey(currentActor().orgId, entry.clientId);
    const { note, on: onDate, ...rest } = input;
    const said = Object.entries({ ...rest, onDate }).filter(([, value]) => value !== undefined);
    const patch: Partial<TimeEntry> = Object.fromEntries(said);
    if (note !== undefined) patch.note = key.box('time_entry', entry.id).seal('note', note?.trim() || null);
    await db().update(TimeEntry, entry, version, patch);
    changed('time');
  }

  /** Takes one's own entry back; it stays in the history. */
  async withdraw(entryId: string, version: number): Promise<void> {
    const entry = await this.requireOwn(entryId, version);
    await db().update(TimeEntry, entry, version, { withdrawnAt: new Date() });
    changed('time');
  }

  /** Starts a timer on a case. One that runs elsewhere is not lost silently: it has to be stopped first. */
  async start(matter: Case): Promise<void> {
    const { userId } = currentActor();
    // Not an index: what this person no longer sees must not stand in the way of what they do.
    await db().query('SELECT pg_advisory_xact_lock(hashtextextended($1, 63))', [userId]);
    if (await db().find(RunningTimer, { userId }))
      throw cannot('timer_runs', 'Your timer runs already. Stop it first.');
    await db().insert(RunningTimer, { id: newId(), clientId: matter.clientId, caseId: matter.id, userId });
    changed('timer');
  }

  /** Stops the timer of whoever asks, the newest if a wall that came down brought one back. Returns its minutes, at least one. */
  async stop(): Promise<number | null> {
    const { orgId, userId } = currentActor();
    const row = await db().one<{ minutes: number }>(
      `DELETE FROM running_timer WHERE org_id = $1 AND id = (SELECT t.id FROM running_timer t
         WHERE t.org_id = $1 AND t.user_id = $2 ORDER BY t.started_at DESC LIMIT 1)
       RETURNING least(1440, greatest(1, round(extract(epoch FROM clock_timestamp() - started_at) / 60)))::int AS minutes`,
      [orgId, userId],
    );
    return row?.minutes ?? null;
  }

  async addFunding(input: WriteFundingCode): Promise<string> {
    const id = newId();
    await db().insert(FundingCode, { id, ...fundingOf(input) });
    changed('funding');
    return id;
  }

  async editFunding(id: string, version: number, input: WriteFundingCode): Promise<void> {
    const row = await db().find(FundingCode, { id });
    if (!row) throw notFound();
    await db().update(FundingCode, row, version, fundingOf(input));
    changed('funding');
  }

  private async requireOwn(entryId: string, version: number): Promise<TimeEntry> {
    const entry = await db().find(TimeEntry, { id: entryId });
    if (!entry) throw notFound();
    about(entry.clientId, entry.caseId);
    if (entry.version !== version) throw staleVersion(entry.version);
    if (entry.userId !== currentActor().userId)
      throw cannot('not_own_time', 'Only the person who worked can change this entry.');
    if (entry.withdrawnAt) throw cannot('withdrawn_already', 'This entry was withdrawn already.');
    return entry;
  }

  private async requireFunding(id: string | null | undefined, on: string): Promise<void> {
    if (!id) return;
    const row = await db().find(FundingCode, { id });
    if (!row) throw badField('fundingId', 'unknown_funding', 'There is no such funding code.');
    if ((row.activeFrom && on < row.activeFrom) || (row.activeUntil && on > row.activeUntil))
      throw badField('fundingId', 'funding_not_active', 'This funding code does not pay on that day.');
  }
}

async function requireDay(on: string): Promise<void> {
  if (on > (await officeToday())) throw badField('on', 'in_future', 'This day is still to come.');
}

function fundingOf(input: WriteFundingCode): Partial<FundingCode> {
  const { activeFrom = null, activeUntil = null } = input;
  if (activeFrom && activeUntil && activeUntil < activeFrom)
    throw badField('activeUntil', 'before_start', 'The last day is before the first.');
  return { code: input.code.trim(), name: input.name.trim(), activeFrom, activeUntil };
}
