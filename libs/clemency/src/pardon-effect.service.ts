import { Injectable } from '@nestjs/common';
import { ClientsService } from '@app/clients';
import { db } from '@app/platform';
import {
  AdmissionHistoryReader,
  DisputedDate as DisputedRow,
  RemovalReader,
  type ConvictionView,
  type ProceedingView,
  type RemovalView,
} from '@app/removal';
import {
  pardonEffect,
  type Charge,
  type Conviction,
  type DisputedDate,
  type Pardon,
  type PardonEffectInput,
  type PardonEffectReport,
} from '@app/rules';
import { readGrants } from './clemency.queries';
import { exchanged, type OtherDate, type Sources } from './disputed-facts';

/** Gathers what the rules need to say what a pardon does; the rules decide. */
@Injectable()
export class PardonEffectService {
  constructor(
    private readonly clients: ClientsService,
    private readonly removal: RemovalReader,
    private readonly history: AdmissionHistoryReader,
  ) {}

  /** The report about a client this person sees. @throws Problem 404 */
  async of(clientId: string): Promise<PardonEffectReport> {
    const sources = {
      removal: await this.removal.of(clientId),
      admission: await this.history.of(clientId),
      pardons: await this.pardons(clientId),
    };
    const report = pardonEffect(disputedInput(sources, await openDisputes(clientId)));
    const several = sources.removal.proceedings.filter(({ charges }) => charges.length > 0).length > 1;
    return several ? { ...report, notes: [SEVERAL, ...report.notes] } : report;
  }

  private async pardons(clientId: string): Promise<Pardon[]> {
    const grants = await readGrants(clientId);
    const key = await this.clients.key(clientId);
    return grants.map((grant) => ({
      id: grant.id,
      jurisdiction: grant.jurisdiction,
      grantor: grant.grantor,
      instrumentKind: grant.instrument_kind,
      convictionIds: grant.conviction_ids,
      individual: grant.individual,
      signedOn: grant.signed_on,
      effectiveOn: grant.effective_on,
      announcedOn: grant.announced_on,
      wording: key.box('pardon_grant', grant.id).open('wording', grant.wording),
      attorneyReading: grant.attorney_reading,
      conditionsMet: grant.conditions_met,
      fraudAlleged: grant.fraud_alleged,
    }));
  }
}

const inputOf = ({ removal, admission, pardons }: Sources): PardonEffectInput => ({
  ...caseOf(removal),
  admission,
  pardons,
});

/** The input as recorded, with what each disputed date that it uses would make of it. */
function disputedInput(sources: Sources, disputes: readonly OtherDate[]): PardonEffectInput {
  const disputed = disputes.flatMap((other): DisputedDate[] => {
    const found = exchanged(sources, other);
    if (!found) return [];
    const { field: fact, sourceId, otherOn } = other;
    return [{ fact, sourceId, otherOn, recordedOn: found.recordedOn, other: inputOf(found.sources) }];
  });
  const order = disputed.filter(({ fact }) => fact === 'order_decided');
  const orderDates = order.flatMap(({ recordedOn, otherOn }) =>
    [recordedOn, otherOn].filter((on) => on !== null),
  );
  return { ...inputOf(sources), disputed, orderDates };
}

async function openDisputes(clientId: string): Promise<OtherDate[]> {
  const rows = await db().findAll(DisputedRow, { clientId, status: 'open' }, { createdAt: 'ASC', id: 'ASC' });
  return rows.flatMap(({ field, sourceId, otherOn }) => (otherOn ? [{ field, sourceId, otherOn }] : []));
}

const SEVERAL =
  'Charges of more than one proceeding are listed together. Read them against the order that each belongs to.';

/** Circuit and kind are those of the proceeding with the last order; charges come from every proceeding. */
function caseOf(removal: RemovalView): Omit<PardonEffectInput, 'pardons'> {
  const main = removal.proceedings.findLast(({ orders }) => orders.length > 0) ?? removal.proceedings.at(-1);
  return {
    proceedingKind: (main?.kind ?? 'not_known') as PardonEffectInput['proceedingKind'],
    circuit: main?.court?.circuit ?? null,
    convictions: removal.convictions.map(convictionOf),
    charges: removal.proceedings.flatMap(chargesOf),
  };
}

/** The first charging document's day tells which text of an old paragraph the charges quote. */
function chargesOf({ charges, documents }: ProceedingView): Charge[] {
  const chargedOn = documents.map(({ servedOn }) => servedOn).find((on) => on !== null) ?? null;
  return charges.map(({ id, code, ina, groundId, origin, status, convictionIds }) => ({
    id,
    code,
    ina,
    groundId,
    origin: origin as Charge['origin'],
    statusInOrder: status as Charge['statusInOrder'],
    convictionIds,
    // A charge lodged later has a paper of its own.
    chargedOn: origin === 'charged' ? chargedOn : null,
  }));
}

function convictionOf(view: ConvictionView): Conviction {
  return {
    id: view.id,
    state: view.state ?? '',
    statute: view.statute ?? '',
    level: view.level as Conviction['level'],
    offence: view.offence ?? '',
    offenceOn: view.offenceOn,
    pleaOn: view.pleaOn,
    sentencedOn: view.sentencedOn,
    sentence: view.sentence,
    maximumSentence: view.maximumSentence,
    ageAtOffence: view.ageAtOffence,
    verdictOn: view.verdictOn,
    county: view.county,
    docket: view.docket,
    countNumber: view.countNumber,
    scheme: view.scheme,
    clearedBy: view.clearedBy as Conviction['clearedBy'],
    flags: view.flags,
  };
}
