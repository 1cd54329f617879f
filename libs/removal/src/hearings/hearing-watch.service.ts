import { Injectable } from '@nestjs/common';
import { ClientNames, ClientsService } from '@app/clients';
import { DeadlinesService } from '@app/deadlines';
import { badField, changed, currentActor, cutOnes, db, firstOf, newId, officeToday } from '@app/platform';
import { colleaguesOf, personOf } from '../colleagues';
import { readCourt } from '../courts';
import { requireRow } from '../removal-rows';
import { Proceeding } from '../removal.entity';
import { appointmentOf, nextOf, readDate, type Appointment } from './hearing-facts';
import type { FoundHearing, RecordHearingLookUp } from './hearing.dto';
import { Hearing, HearingLookUp } from './hearing.entity';
import { changesFound, dueLookUps, hearingsFrom } from './hearing-watch.queries';
import type { HearingAhead, HearingWatchView } from './hearing.view';
import { HearingsService } from './hearings.service';
import { nextLookUpOn } from './look-up-cadence';
import { PlannedMessages } from './planned-messages.service';
import { TeamNotices } from './team-notices';

const AHEAD = 200;
const DUE = 200;
const CHANGED = 50;
const CHANGED_DAYS = 14;

type Found = Pick<Appointment, 'kind' | 'dateState' | 'date' | 'time' | 'courtCode'>;

/**
 * Keeps every look at what the court says, by a person: nothing is fetched by a program. A difference changes the
 * hearing, tells the team and plans what the client has to hear.
 */
@Injectable()
export class HearingWatch {
  constructor(
    private readonly clients: ClientsService,
    private readonly hearings: HearingsService,
    private readonly deadlines: DeadlinesService,
    private readonly messages: PlannedMessages,
    private readonly notices: TeamNotices,
    private readonly names: ClientNames,
  ) {}

  /** Records a look-up and follows what it found. @throws Problem 404, 422 */
  async record(proceedingId: string, input: RecordHearingLookUp): Promise<string> {
    const proceeding = await requireRow(Proceeding, proceedingId);
    const found = readFound(input);
    const today = await officeToday();
    const rows = await db().findAll(Hearing, { proceedingId }, { createdAt: 'ASC', id: 'ASC' });
    const recorded = nextOf(rows, today);
    const changes =
      input.result === 'not_reached' ? [] : await this.compare(proceeding, recorded, found, today);
    const hearingId = await this.apply(proceeding, recorded, found, changes);
    const id = await this.keep(proceeding, input, found, { changes, recorded, today });
    changed('hearingLookUp', ...changes.map((field) => `hearing.${field}`));
    if (changes.length > 0) {
      await this.deadlines.refresh(proceeding.clientId);
      await this.notices.tell(proceeding.clientId);
      if (hearingId) await this.messages.plan(proceeding.clientId, hearingId);
    }
    return id;
  }

  /** What the caseload of whoever asks has to look up, and what was found lately. */
  async watch(): Promise<HearingWatchView> {
    const coming = firstOf(await this.ahead(AHEAD + 1), AHEAD);
    const lookUps = firstOf(await dueLookUps(await officeToday(), DUE + 1), DUE);
    const changes = firstOf(await changesFound(CHANGED_DAYS, CHANGED + 1), CHANGED);
    const [due, found] = [lookUps.shown, changes.shown];
    const names = await this.names.display([...due, ...found].map((row) => row.client_id));
    const people = await colleaguesOf(found.map((row) => row.by_user));
    const nameOf = (id: string): string => names.get(id) ?? '';
    return {
      ahead: coming.shown,
      cut: cutOnes({ ahead: coming, due: lookUps, changed: changes }),
      due: due.map((row) => ({
        ...{ clientId: row.client_id, caseId: row.case_id, name: nameOf(row.client_id) },
        ...{ proceedingId: row.proceeding_id, dueOn: row.due_on, lastAt: row.last_at?.toISOString() ?? null },
        ...{ hearingOn: row.hearing_on, hearingKind: row.hearing_kind },
      })),
      changed: found.map((row) => ({
        ...{ clientId: row.client_id, caseId: row.case_id, name: nameOf(row.client_id) },
        ...{ at: row.at.toISOString(), by: personOf(row.by_user, people) },
        ...{ changes: row.changes, hearingOn: row.hearing_on },
      })),
    };
  }

  /** The hearings of the caseload of whoever asks from today on, the nearest first. */
  async ahead(limit: number): Promise<HearingAhead[]> {
    const rows = await hearingsFrom(await officeToday(), limit);
    const names = await this.names.display(rows.map((row) => row.client_id));
    return rows.map((row) => ({
      ...{ clientId: row.client_id, caseId: row.case_id, name: names.get(row.client_id) ?? '' },
      ...{ proceedingId: row.proceeding_id, kind: row.kind, dateState: row.date_state },
      ...{ on: row.on_date, time: row.at_time },
    }));
  }

  /** How many of both, up to what the list shows. */
  async counts(): Promise<{ due: number; changed: number }> {
    const due = await dueLookUps(await officeToday(), DUE);
    const changedOnes = await changesFound(CHANGED_DAYS, CHANGED);
    return { due: due.length, changed: new Set(changedOnes.map((row) => row.client_id)).size };
  }

  /** Names of what the court says otherwise than the file. */
  private async compare(
    proceeding: Proceeding,
    recorded: Hearing | null,
    found: Found | null,
    today: string,
  ): Promise<string[]> {
    const ahead = stillAhead(recorded, today);
    if (!found) return ahead ? ['gone'] : [];
    if (!ahead) return ['appeared'];
    const key = await this.clients.key(proceeding.clientId);
    const was = appointmentOf(ahead, key.box('hearing', ahead.id));
    const court =
      was.courtCode ?? key.box('proceeding', proceeding.id).open('court_code', proceeding.courtCode);
    const differs: Record<string, boolean> = {
      date: was.date !== found.date || was.dateState !== found.dateState,
      time: found.time !== null && was.time !== found.time,
      kind: was.kind !== found.kind,
      court: found.courtCode !== null && court !== found.courtCode,
    };
    return Object.keys(differs).filter((field) => differs[field]);
  }

  /**
   * Brings the file in step. That the court shows nothing does not take a hearing away that a notice named: a person
   * decides. Returns the hearing the client has to hear about.
   */
  private async apply(
    proceeding: Proceeding,
    recorded: Hearing | null,
    found: Found | null,
    changes: string[],
  ): Promise<string | null> {
    if (changes.length === 0) return null;
    if (!found) return recorded?.id ?? null;
    if (changes.includes('appeared') || !recorded)
      return this.hearings.write(proceeding, {
        ...found,
        judgeId: null,
        placeKind: 'not_known',
        place: null,
      });
    const box = (await this.clients.key(proceeding.clientId)).box('hearing', recorded.id);
    const was = appointmentOf(recorded, box);
    return this.hearings.replace(
      recorded,
      {
        ...was,
        ...found,
        courtCode: found.courtCode ?? was.courtCode,
        time: found.time ?? sameDay(was, found),
      },
      null,
    );
  }

  private async keep(
    proceeding: Proceeding,
    input: RecordHearingLookUp,
    found: Found | null,
    about: { changes: string[]; recorded: Hearing | null; today: string },
  ): Promise<string> {
    const id = newId();
    const box = (await this.clients.key(proceeding.clientId)).box('hearing_look_up', id);
    const { changes, recorded, today } = about;
    const seen = found ?? NOTHING;
    await db().insert(HearingLookUp, {
      ...{ id, clientId: proceeding.clientId, proceedingId: proceeding.id, hearingId: recorded?.id ?? null },
      source: input.source,
      outcome: outcomeOf(input, changes),
      changes,
      ...{ foundKind: seen.kind, foundState: seen.dateState, foundOn: seen.date, foundTime: seen.time },
      foundCourt: box.seal('found_court', seen.courtCode),
      note: box.seal('note', input.note?.trim() || null),
      nextDueOn: nextLookUpOn(today, aheadOf(found, recorded), input.result !== 'not_reached'),
      byUser: currentActor().userId,
    });
    return id;
  }
}

const NOTHING = { kind: null, dateState: null, date: null, time: null, courtCode: null };

/** The hearing the court is expected to show. */
const stillAhead = (recorded: Hearing | null, today: string): Hearing | null =>
  recorded && (recorded.onDate === null || recorded.onDate >= today) ? recorded : null;

/** The day the next look-up is planned from. */
const aheadOf = (found: Found | null, recorded: Hearing | null): string | null =>
  found ? found.date : (recorded?.onDate ?? null);

/** The time of the old day says nothing about another day. */
const sameDay = (was: Appointment, found: Found): string | null =>
  found.date === was.date ? was.time : null;

function outcomeOf({ result }: RecordHearingLookUp, changes: string[]): string {
  if (result === 'not_reached') return 'not_reached';
  if (changes.length > 0) return 'changed';
  return result === 'found' ? 'same' : 'nothing_found';
}

function readFound({ result, found }: RecordHearingLookUp): Found | null {
  if ((result === 'found') !== Boolean(found))
    throw badField('found', 'contradicts', 'Say what was found, or that nothing was found.');
  if (!found) return null;
  return { kind: found.kind, ...readDate(found, 'found.'), courtCode: courtIn(found) };
}

const courtIn = ({ courtCode }: FoundHearing): string | null =>
  readCourt(courtCode ?? null, 'found.courtCode');
