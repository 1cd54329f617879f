import type { Api } from '../../test/support/client';
import { NOTES } from './notes';
import type { AddedClient } from '../../test/support/factories/client';
import { closeCase, writeNote } from '../../test/support/factories/case';
import { scheduleCheckIn } from '../../test/support/factories/check-in';
import { completeDeadline, confirmDeadline, deadlinesOf } from '../../test/support/factories/deadline';
import { recordDiligence } from '../../test/support/factories/diligence';
import { addMotion } from '../../test/support/factories/motion';
import { addConviction } from '../../test/support/factories/conviction';
import { addOrder, type AddedOrder, type OrderWishes } from '../../test/support/factories/order';
import { addProceeding } from '../../test/support/factories/proceeding';
import type { Days } from './days';
import type { Dice } from './dice';
import { COUNTIES, LESSER, OFFENCES, type Offence } from './offences';
import type { DemoOffice } from './offices';

/** The people who work on one client. */
export interface Crew {
  office: DemoOffice;
  lead: Api;
  helper: Api;
  /** Somebody who records how check-ins ended. */
  companion: Api;
}

/** One client of the demo, and the things that can have happened to them. */
export class Story {
  private caseVersion = 1;

  constructor(
    readonly crew: Crew,
    readonly days: Days,
    readonly dice: Dice,
    readonly client: AddedClient,
    readonly country: string,
  ) {}

  /** A conviction and what it was for. With `counts` 2, a lesser one beside it. */
  async convict(year: number, counts = 1): Promise<{ offence: Offence; state: string; ids: string[] }> {
    const state = this.dice.pick(this.crew.office.states);
    const offence = this.dice.pick(OFFENCES[state]);
    const ids = [await this.record(offence, state, year)];
    const lesser = LESSER[state];
    if (counts > 1 && lesser) ids.push(await this.record(lesser, state, year + 1));
    return { offence, state, ids };
  }

  private async record(offence: Offence, state: string, year: number): Promise<string> {
    const county = this.dice.pick(COUNTIES[state]);
    const pleaOn = this.days.ofYear(year, this.dice);
    const known = this.dice.chance(85);
    const conviction = await addConviction(this.crew.helper, this.client.id, {
      level: offence.level,
      state,
      county,
      court: state === 'NY' ? `Supreme Court, ${county} County` : `${county} County court`,
      docket: `${String(this.dice.between(100, 9999)).padStart(4, '0')}-${year}`,
      statute: offence.statute,
      offence: offence.offence,
      offenceOn: String(year - 1),
      pleaOn: known ? pleaOn : String(year),
      sentencedOn: known ? this.days.ofYear(year + 1, this.dice) : null,
      sentence: offence.sentence,
      maximumSentence: offence.maximum,
      flags: known ? offence.flags : {},
    });
    return conviction.id;
  }

  /** A proceeding with its charging document, the charges of the offence, and the order. */
  async order(
    offence: Offence,
    convictionIds: string[],
    year: number,
    wishes: OrderWishes = {},
  ): Promise<AddedOrder> {
    const former = year < 1997;
    const inAbsentia = this.dice.chance(20);
    const proceeding = await addProceeding(this.crew.helper, this.client.id, {
      kind: former ? 'deportation' : 'removal',
      courtCode: this.dice.pick(this.crew.office.courts),
      startedOn: `${year - 1}-${String(this.dice.between(1, 12)).padStart(2, '0')}`,
      documents: [{ form: former ? 'osc' : 'nta', servedOn: this.days.ofYear(year - 1, this.dice) }],
      charges: offence.charges.map((code) => ({
        code: former ? code.replace(/^237/, '241') : code,
        status: this.dice.pick(['sustained', 'sustained', 'conceded'] as const),
        convictionIds,
      })),
    });
    return addOrder(
      this.crew.lead,
      { proceedingId: proceeding.id },
      {
        kind: former ? 'deportation' : 'removal',
        decidedOn: this.days.ofYear(year, this.dice),
        appeal: inAbsentia ? 'not_taken' : this.dice.pick(['waived', 'not_taken', 'not_known'] as const),
        decisionForm: inAbsentia ? 'written' : this.dice.pick(['oral', 'written'] as const),
        inAbsentia,
        asylumDecided: this.dice.chance(30),
        countryDesignated: this.country,
        ...wishes,
      },
    );
  }

  /** A motion that a notario filed badly long ago, and what was done about it since it was found out. */
  async wronged(orderId: string): Promise<void> {
    const { helper } = this.crew;
    await addMotion(helper, this.client.id, {
      ...{ orderId, filedBy: 'notario', filedOn: '2014', result: 'denied', resultOn: '2015-02' },
      note: 'Copy in the papers of the family; the preparer has no licence.',
    });
    const entries = [
      { kind: 'obstacle_started', on: '2015-02', note: 'The preparer never told of the denial.' },
      { kind: 'discovered', on: this.days.on(-210), note: 'Seen in the record of the court.' },
      { kind: 'step', on: this.days.on(-196), note: 'Whole record ordered from EOIR.' },
      { kind: 'step', on: this.days.on(-120), note: 'Record received and read.' },
      { kind: 'lozada_notice', on: this.days.on(-96), note: 'Letter to the preparer, by certified mail.' },
    ] as const;
    for (const entry of entries) await recordDiligence(helper, this.client.id, entry);
  }

  /** Reporting: some past check-ins, and the next one `inDays` from now. */
  async reports(inDays: number | null, past = this.dice.between(0, 2)): Promise<void> {
    const officeCode = this.dice.pick(this.crew.office.iceOffices);
    const time = this.dice.pick(['08:00', '08:30', '09:00', '09:30', '10:00', '11:15', '13:00', '14:30']);
    for (let year = past; year >= 1; year -= 1)
      await scheduleCheckIn(this.crew.helper, this.client.id, {
        officeCode,
        time,
        date: this.days.weekday(-365 * year + this.dice.between(-20, 20)),
        outcome: this.dice.chance(90) ? 'came_out' : 'not_known',
      });
    if (inDays === null) return;
    const date = inDays === 0 ? this.days.today : this.days.weekday(inDays);
    const weekend = date !== this.days.weekday(inDays);
    const method = weekend ? 'app' : this.dice.chance(85) ? 'in_person' : 'phone';
    const note = this.dice.chance(25) ? 'Companion asked for; family waits outside.' : undefined;
    await scheduleCheckIn(this.crew.helper, this.client.id, { officeCode, time, date, method, note });
  }

  /** A check-in on a day that has passed, and how it ended. */
  async took(date: string, outcome: 'came_out' | 'detained' | 'not_known'): Promise<void> {
    const officeCode = this.dice.pick(this.crew.office.iceOffices);
    const time = this.dice.pick(['08:15', '09:00', '10:45']);
    await scheduleCheckIn(this.crew.companion, this.client.id, { officeCode, time, date, outcome });
  }

  /** An appointment that was moved to an earlier day. */
  async movedUp(fromDays: number, toDays: number): Promise<void> {
    const date = this.days.weekday(fromDays);
    const first = await scheduleCheckIn(this.crew.helper, this.client.id, {
      officeCode: this.crew.office.iceOffices[0],
      date,
      time: '09:00',
    });
    const body = { date: this.days.weekday(toDays), time: '08:00', reason: 'Letter from ICE: come sooner.' };
    await this.crew.helper.ok('POST', `/check-ins/${first.id}/move`, body, { ifMatch: first.version });
  }

  /** Moves the case through stages, the last one on the day `daysAgo` and the ones before some weeks apart. */
  async reach(daysAgo: number, ...stages: string[]): Promise<void> {
    for (const [step, stage] of stages.entries()) {
      const back = daysAgo + (stages.length - 1 - step) * 26;
      const answer = await this.crew.lead.ok<{ version: number }>(
        'POST',
        `/cases/${this.client.caseId}/stage`,
        { stage, on: this.days.on(-back) },
        { ifMatch: this.caseVersion },
      );
      this.caseVersion = answer.version;
    }
  }

  async close(daysAgo: number, outcome: string): Promise<void> {
    const { lead } = this.crew;
    const aftercare = [
      { item: 'certified_copies', dueOn: this.days.on(14) },
      { item: 'ice_systems_check', dueOn: this.days.on(30) },
    ];
    const vacated = outcome === 'order_vacated' ? { aftercare } : {};
    const day = this.days.on(-daysAgo);
    const answer = await closeCase(lead, this.client.caseId, day, outcome, vacated);
    this.caseVersion = answer.version;
  }

  async custody(status: string, since: string, place?: string): Promise<void> {
    await this.crew.helper.created(`/clients/${this.client.id}/custody`, { status, since, place });
  }

  async note(): Promise<void> {
    const { text, kind } = this.dice.pick(NOTES);
    const author = this.dice.chance(50) ? this.crew.lead : this.crew.helper;
    await writeNote(author, this.client.caseId, text, kind);
  }

  /** The papers of a motion: as drafts, or signed off where nothing is missing. */
  async papers(signOff: boolean): Promise<void> {
    const options = { fee: 'not_required', feeBasis: '8 CFR 1003.24(b)(2)', relief: ['reopen', 'terminate'] };
    for (const kind of ['motion_cover_page', 'proposed_order']) {
      const path = `/clients/${this.client.id}/filings`;
      const paper = await this.crew.lead.created(path, { kind, acceptBlanks: true, options });
      if (signOff && paper.blanks.length === 0)
        await this.crew.lead.ok('POST', `/filings/${paper.id}/sign-off`, {}, { ifMatch: paper.version });
    }
  }

  /** An attorney stands for the dates that lie ahead. */
  async confirm(most = 2): Promise<void> {
    const ahead = (await deadlinesOf(this.crew.lead, this.client.id)).filter(
      ({ can, taskOn, dueOn }) => can.confirm && (taskOn ?? dueOn ?? '') >= this.days.today,
    );
    for (const deadline of ahead.slice(0, most)) await confirmDeadline(this.crew.lead, deadline);
  }

  /** The office's own clock was met. */
  async complete(daysAgo: number, note: string): Promise<void> {
    const own = (await deadlinesOf(this.crew.lead, this.client.id)).filter(
      ({ can, kind }) => can.complete && kind === 'internal',
    );
    for (const deadline of own)
      await completeDeadline(this.crew.lead, deadline, this.days.on(-daysAgo), note);
  }
}
