import { Injectable } from '@nestjs/common';
import { Case, NotesService, TasksService } from '@app/cases';
import { CheckInsService } from '@app/checkins';
import { CustodyService, EpisodesService } from '@app/custody';
import { badField, currentActor, db, officeToday, Problem } from '@app/platform';
import { ProceedingsService } from '@app/removal';
import { addDays } from '@app/rules';
import type { CarriedDate, StoredDetails } from '../referral-store';
import { dayIn, noteOf, wordsOf } from './acceptance-texts';
import type { AcceptanceLanguage, AcceptReferral, ArrivingDate, ArrivingDetention } from './acceptance.dto';

/** A date that nobody has placed yet is asked after this long before it comes. */
const ASK_DAYS_AHEAD = 7;

interface Arriving {
  clientId: string;
  language: AcceptanceLanguage;
  referral: { origin: string; fromName: string | null; arrivedOn: string };
  told: StoredDetails;
}

/**
 * Puts what a referral said into the record of the client it became: a date that stays on the referral is a date that
 * nobody keeps. What was told stays readable in a note, whatever was corrected.
 */
@Injectable()
export class CarriedFacts {
  constructor(
    private readonly notes: NotesService,
    private readonly tasks: TasksService,
    private readonly checkIns: CheckInsService,
    private readonly proceedings: ProceedingsService,
    private readonly custody: CustodyService,
    private readonly episodes: EpisodesService,
  ) {}

  /** In the transaction of the acceptance. @throws Problem 422 for a place or court that is not in our lists */
  async over(arriving: Arriving, said: AcceptReferral): Promise<void> {
    const { clientId, language, referral, told } = arriving;
    const matter = (await db().findAll(Case, { clientId }, { createdAt: 'DESC' }))[0];
    await this.notes.write(matter, {
      text: noteOf(language, referral, told),
      kind: 'privileged',
      topic: 'interview',
      pinned: true,
    });
    const held = detentionOf(told, said);
    if (held && held.detained !== 'not_known' && matter.custody === 'detained')
      throw badField(
        'detention.detained',
        'detained_already',
        'The record says already that this client is detained. Leave the answer out, and correct the record under Custody.',
      );
    await at('detention', () => this.detention(arriving, held));
    const next = nextOf(told, said);
    if (next) await at('next', () => this.date(matter, language, next));
    for (const date of told.dates ?? []) await this.carried(matter, language, date);
  }

  /** A date that the sending organisation had in its record, placed as it had it. */
  private async carried(matter: Case, language: AcceptanceLanguage, date: CarriedDate): Promise<void> {
    const { kind, on, time, place, what } = date;
    if (kind === 'deadline') {
      const title = wordsOf(language).deadline(dayIn(language, on), what);
      const today = await officeToday();
      await this.tasks.write(matter, { title, dueOn: on < today ? today : on, priority: 'high' });
    } else if (kind === 'hearing')
      await this.date(matter, language, { kind, on, time, courtCode: place, hearingKind: what as never });
    else if (!(await isPlanned(matter.clientId, on, time)))
      await this.date(matter, language, { kind, on, time, officeCode: place, method: what as never });
  }

  private async date(matter: Case, language: AcceptanceLanguage, next: ArrivingDate): Promise<void> {
    const { clientId } = matter;
    const { kind, on: date, time, officeCode } = next;
    if (date < (await officeToday())) await this.ask(matter, language, date, 'past');
    else if (kind === 'hearing') await this.hearing(clientId, language, next);
    else if (kind === 'check_in' && officeCode && time)
      await this.checkIns.schedule(clientId, { officeCode, date, time, method: next.method ?? 'in_person' });
    else await this.ask(matter, language, date, kind === 'check_in' ? 'check_in' : 'other');
  }

  private async hearing(clientId: string, language: AcceptanceLanguage, next: ArrivingDate): Promise<void> {
    await this.proceedings.add(clientId, {
      kind: 'removal',
      courtCode: next.courtCode,
      note: wordsOf(language).proceeding,
      nextHearing: { date: next.on, time: next.time, kind: next.hearingKind ?? 'other' },
    });
  }

  /** A check-in without a place or an hour cannot be planned, and a date without a purpose cannot be kept. */
  private async ask(
    matter: Case,
    language: AcceptanceLanguage,
    on: string,
    what: 'check_in' | 'other' | 'past',
  ): Promise<void> {
    const today = await officeToday();
    const early = addDays(on, -ASK_DAYS_AHEAD);
    await this.tasks.write(matter, {
      title: wordsOf(language).task[what](dayIn(language, on)),
      dueOn: early < today ? today : early,
      priority: 'high',
    });
  }

  private async detention(
    { clientId, language, referral }: Arriving,
    held: ArrivingDetention | null,
  ): Promise<void> {
    const since = held?.since ?? referral.arrivedOn;
    if (since > (await officeToday())) throw badField('since', 'in_future', 'This day is still to come.');
    if (held?.detained === 'yes') {
      await this.episodes.add(clientId, {
        arrestedBy: 'not_known',
        arrestedWhere: 'not_known',
        beganOn: since,
        facilityCode: held.facilityCode ?? null,
        place: held.place ?? null,
        note: wordsOf(language).detention,
      });
    } else if (held?.detained === 'no')
      await this.custody.append(clientId, { status: 'not_detained', since });
  }
}

/** Whether somebody who is a client already has this check-in in the record. */
async function isPlanned(clientId: string, on: string, time: string | null): Promise<boolean> {
  const found = await db().one(
    `SELECT 1 FROM check_in WHERE org_id = $1 AND client_id = $2 AND on_date = $3::date AND at_time = $4
        AND status = 'scheduled'`,
    [currentActor().orgId, clientId, on, time],
  );
  return found !== null;
}

function nextOf(told: StoredDetails, said: AcceptReferral): ArrivingDate | null {
  if (said.next !== undefined) return said.next;
  return told.nextOn ? { kind: (told.nextKind ?? 'other') as ArrivingDate['kind'], on: told.nextOn } : null;
}

function detentionOf(told: StoredDetails, said: AcceptReferral): ArrivingDetention | null {
  if (said.detention !== undefined) return said.detention;
  return told.detained
    ? { detained: told.detained as ArrivingDetention['detained'], place: told.detainedAt }
    : null;
}

/** A fault of a part of the form, told at its place in the form. */
async function at(part: 'next' | 'detention', work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Problem) || error.errors.length === 0) throw error;
    const { status, code, detail, parameters, errors } = error;
    const placed = errors.map((one) => ({ ...one, path: `${part}.${one.path}` }));
    throw new Problem(status, code, detail, parameters, placed);
  }
}
