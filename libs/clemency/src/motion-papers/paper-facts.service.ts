import { Injectable } from '@nestjs/common';
import { requireMay } from '@app/access';
import { FILING_ROLES } from '@app/access';
import { Case } from '@app/cases';
import { ClientReader, ClientsService, type ClientView } from '@app/clients';
import { HISTORY_KINDS } from '@app/filings';
import type {
  CaptionFacts,
  FilerFacts,
  HistoryFact,
  MotionFacts,
  PaperFacts,
  ProceduralHistoryFacts,
  ProposedOrderFacts,
  RespondentFacts,
  ServiceFacts,
} from '@app/filings';
import { TimelineService, type TimelineItem } from '@app/deadlines';
import { badField, currentActor, db, officeToday } from '@app/platform';
import { RemovalReader, type ProceedingView } from '@app/removal';
import { FilingDetails, StaffUser } from '@app/staff';
import { ClosingLetters } from './closing-letters';
import type { PaperOptions } from './motion-papers.dto';

const OPLA = 'Office of the Principal Legal Advisor';

/** The record of one client that court papers draw on. */
interface Dossier {
  client: ClientView;
  aNumber: string | null;
  proceeding: ProceedingView | null;
  matter: Case | null;
  preparedOn: string;
}

/** Gathers the facts of a court paper from the client's record. What the record does not say stays null: a blank. */
@Injectable()
export class PaperFactsService {
  constructor(
    private readonly clients: ClientsService,
    private readonly reader: ClientReader,
    private readonly removal: RemovalReader,
    private readonly details: FilingDetails,
    private readonly timeline: TimelineService,
    private readonly letters: ClosingLetters,
  ) {}

  /** The facts of one kind of paper. @throws Problem 404, 422 for a proceeding or filer that is not there */
  async gather<K extends keyof PaperFacts>(
    clientId: string,
    kind: K,
    options: PaperOptions,
  ): Promise<PaperFacts[K]> {
    const dossier = await this.dossier(clientId, options);
    const makers: { [P in keyof PaperFacts]: () => Promise<PaperFacts[P]> } = {
      motion_cover_page: () => this.coverPage(dossier, options),
      proposed_order: async () => proposedOrder(dossier, options),
      certificate_of_service: () => this.certificate(dossier, options),
      procedural_history: () => this.history(dossier, options),
      closing_letter: () => this.letters.closing(dossier.client, options),
    };
    return makers[kind]();
  }

  /** A paper made for a program without the right to names would print the client's code as a name. */
  private async dossier(clientId: string, options: PaperOptions): Promise<Dossier> {
    requireMay('client.names');
    const client = await this.reader.view(clientId);
    const { proceedings } = await this.removal.of(clientId);
    const proceeding = options.proceedingId
      ? proceedings.find((each) => each.id === options.proceedingId)
      : proceedings.at(-1);
    if (options.proceedingId && !proceeding) {
      throw badField('options.proceedingId', 'unknown_proceeding', 'This client has no such proceeding.');
    }
    const cases = await db().findAll(Case, { clientId }, { openedOn: 'DESC', id: 'DESC' });
    return {
      client,
      aNumber: await this.clients.aNumber(clientId),
      proceeding: proceeding ?? null,
      matter: cases.find((each) => each.status === 'open') ?? cases[0] ?? null,
      preparedOn: await officeToday(),
    };
  }

  private async coverPage(dossier: Dossier, options: PaperOptions): Promise<MotionFacts> {
    const { proceeding, matter } = dossier;
    return {
      preparedOn: dossier.preparedOn,
      caption: captionOf(dossier),
      filer: await this.filer(dossier, options),
      custody: custodyOf(matter),
      removalImminent: options.removalImminent,
      judge: judgeOf(proceeding),
      nextHearing: hearingOf(proceeding),
      motion: options.motion ?? 'reopen_and_terminate',
      fee: feeOf(options),
    };
  }

  private async certificate(dossier: Dossier, options: PaperOptions): Promise<ServiceFacts> {
    const filer = await this.filer(dossier, options);
    return {
      preparedOn: dossier.preparedOn,
      caption: captionOf(dossier),
      served: { name: options.served?.name ?? OPLA, addressLines: options.served?.addressLines ?? [] },
      papers: options.papers ?? ['Motion to Reopen and Terminate Proceedings', 'Proposed Order'],
      method: options.serviceMethod ?? null,
      servedOn: options.servedOn ?? null,
      signer: {
        name: filer.name,
        title: filer.role === 'attorney' ? 'Attorney for Respondent' : 'Accredited Representative',
      },
    };
  }

  /** The chronology as it was asked for, oldest first; what has no date comes last. */
  private async history(dossier: Dossier, options: PaperOptions): Promise<ProceduralHistoryFacts> {
    const items = await this.timeline.every(dossier.client.id, options.chronology);
    const told = items.filter(({ kind }) => HISTORY_KINDS.includes(kind)).reverse();
    const dated = told.filter(({ on }) => on !== null);
    return {
      preparedOn: dossier.preparedOn,
      caption: captionOf(dossier),
      facts: [...dated, ...told.filter(({ on }) => on === null)].map(historyFactOf),
    };
  }

  private async filer(dossier: Dossier, options: PaperOptions): Promise<FilerFacts> {
    const person = await this.filingPerson(dossier, options);
    const letterhead = await this.details.letterhead();
    const own = person
      ? await this.personal(person)
      : { name: null, role: 'attorney' as const, eoirId: null };
    const office = await db().one<{ name: string }>('SELECT name FROM organisation WHERE org_id = $1', [
      currentActor().orgId,
    ]);
    const { addressLines, phone, email } = letterhead;
    return { phone, email, ...own, organization: office?.name ?? null, addressLines };
  }

  /** What is the person's own; a telephone only if they have one of their own. */
  private async personal(
    person: StaffUser,
  ): Promise<Pick<FilerFacts, 'name' | 'role' | 'eoirId' | 'email'> & { phone?: string }> {
    const { eoirId, phone } = await this.details.profile(person.id);
    const role = person.role === 'accredited_representative' ? person.role : 'attorney';
    return { name: person.name, role, eoirId, email: person.email, ...(phone ? { phone } : {}) };
  }

  /** A court paper is filed by an attorney or accredited representative; anybody else named would be a false paper. */
  private async filingPerson(dossier: Dossier, options: PaperOptions): Promise<StaffUser | null> {
    const candidates = options.filerId
      ? [options.filerId]
      : [dossier.matter?.responsibleId, currentActor().userId];
    for (const id of candidates) {
      const person = id ? await db().find(StaffUser, { id }) : null;
      if (person && FILING_ROLES.includes(person.role)) return person;
    }
    if (options.filerId) {
      throw badField(
        'options.filerId',
        'not_a_representative',
        'Only an attorney or accredited representative of your organisation files.',
      );
    }
    return null;
  }
}

function historyFactOf({ kind, on, about, disputed, parameters }: TimelineItem): HistoryFact {
  const codes = Object.entries(parameters).filter(([, value]) => typeof value === 'string');
  return {
    kind,
    on,
    about,
    otherDates: disputed,
    codes: Object.fromEntries(codes) as Record<string, string>,
  };
}

function captionOf({ client, aNumber, proceeding }: Dossier): CaptionFacts {
  const spelled = client.aliases.filter((alias) => alias.kind !== 'native_script').map((alias) => alias.name);
  const respondent: RespondentFacts = { name: client.name.full, aliases: spelled, aNumber };
  const court = proceeding?.court;
  return {
    court: court?.city && court.state ? { city: court.city, state: court.state } : null,
    respondents: [respondent],
    proceeding: (proceeding?.kind as CaptionFacts['proceeding']) ?? null,
  };
}

function custodyOf(matter: Case | null): MotionFacts['custody'] {
  if (matter?.custody === 'detained') return 'detained';
  return matter?.custody === 'not_detained' ? 'non_detained' : null;
}

function judgeOf(proceeding: ProceedingView | null): MotionFacts['judge'] {
  if (proceeding?.judge) return { name: proceeding.judge };
  return proceeding?.noJudge ? 'none' : null;
}

function hearingOf(proceeding: ProceedingView | null): MotionFacts['nextHearing'] {
  if (proceeding?.nextHearing)
    return { date: proceeding.nextHearing.date, time: proceeding.nextHearing.time };
  return proceeding?.noHearing ? 'none' : null;
}

function feeOf({ fee, feeBasis }: PaperOptions): MotionFacts['fee'] {
  if (!fee) return null;
  return fee === 'not_required' ? { kind: fee, basis: feeBasis ?? null } : { kind: fee };
}

function proposedOrder(dossier: Dossier, options: PaperOptions): ProposedOrderFacts {
  const decided = dossier.proceeding?.orders.at(-1)?.decidedOn ?? null;
  return {
    preparedOn: dossier.preparedOn,
    caption: captionOf(dossier),
    judge: judgeOf(dossier.proceeding),
    motion: options.motion ?? 'reopen_and_terminate',
    relief: options.relief ?? ['reopen', 'vacate_order', 'terminate'],
    orderDate: decided && /^\d{4}-\d{2}-\d{2}$/.test(decided) ? decided : null,
  };
}
