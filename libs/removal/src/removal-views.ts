import { may } from '@app/access';
import type { ClientKey } from '@app/platform';
import { chargeByCode } from '@app/rules';
import { personOf, type Colleagues } from './colleagues';
import { courtOf } from './courts';
import { SEALED_OF_CONVICTION } from './convictions.service';
import type { Hearing } from './hearings/hearing.entity';
import { nextStatusesOf, orderCan } from './order.policy';
import type {
  ChargeRecord,
  ChargingDocument,
  ConvictionRecord,
  OrderStatus,
  Proceeding,
  RemovalOrder,
} from './removal.entity';
import type {
  ChargeView,
  ChargingDocumentView,
  ConvictionView,
  OrderView,
  ProceedingView,
} from './removal.view';

const canEdit = (): { edit: boolean } => ({ edit: may('removal.edit') });

function open(
  key: ClientKey,
  table: string,
  id: string,
  column: string,
  sealed: Buffer | null,
): string | null {
  return key.erased ? null : key.box(table, id).open(column, sealed);
}

/** Free text about a person, and what identifies a court file, go to roles that see who the person is. */
export function openIdentifying(...sealed: Parameters<typeof open>): string | null {
  return may('client.names') ? open(...sealed) : null;
}

/** A proceeding without its parts. */
export function proceedingView(
  row: Proceeding,
  key: ClientKey,
  parts: Pick<ProceedingView, 'documents' | 'charges' | 'orders'> & { hearing: Hearing | null },
): ProceedingView {
  const courtCode = open(key, 'proceeding', row.id, 'court_code', row.courtCode);
  return {
    id: row.id,
    version: row.version,
    courtCode,
    court: courtOf(courtCode),
    kind: row.kind,
    judge: open(key, 'proceeding', row.id, 'judge', row.judge),
    noJudge: row.noJudge,
    nextHearing: parts.hearing?.onDate
      ? { date: parts.hearing.onDate, time: parts.hearing.atTime, kind: parts.hearing.kind }
      : null,
    noHearing: row.noHearing && !parts.hearing,
    startedOn: row.startedOn,
    note: openIdentifying(key, 'proceeding', row.id, 'note', row.note),
    documents: parts.documents,
    charges: parts.charges,
    orders: parts.orders,
    can: canEdit(),
  };
}

/** A charging document. */
export function documentView({ id, version, form, dated, servedOn }: ChargingDocument): ChargingDocumentView {
  return { id, version, form, dated, servedOn };
}

/** A charge with what its code stands for. */
export function chargeView(row: ChargeRecord, key: ClientKey, convictionIds: string[]): ChargeView {
  const known = chargeByCode(row.code);
  return {
    id: row.id,
    version: row.version,
    code: row.code,
    description: known?.description ?? null,
    ina: known?.ina ?? '',
    usc: known?.usc ?? null,
    groundId: known?.groundId ?? null,
    status: row.status,
    origin: row.origin,
    convictionIds,
    note: openIdentifying(key, 'charge', row.id, 'note', row.note),
  };
}

/** An order with its standings. */
export function orderView(
  row: RemovalOrder,
  key: ClientKey,
  statuses: OrderStatus[],
  colleagues: Colleagues,
): OrderView {
  return {
    ...{ id: row.id, version: row.version, kind: row.kind },
    ...{ decidedOn: row.decidedOn, decidedAbout: row.decidedAbout, decisionForm: row.decisionForm },
    ...{ mailedOn: row.mailedOn, inAbsentia: row.inAbsentia, appeal: row.appeal },
    ...{ appealFiledOn: row.appealFiledOn, appealDecidedOn: row.appealDecidedOn },
    ...{ appealOutcome: row.appealOutcome, asylumDecided: row.asylumDecided },
    countryDesignated: row.countryDesignated,
    voluntaryDepartureUntil: row.voluntaryDepartureUntil,
    status: row.status,
    statuses: statuses.map((each) => ({
      id: each.id,
      status: each.status,
      on: each.onDate,
      note: openIdentifying(key, 'order_status', each.id, 'note', each.note),
      by: personOf(each.byUser, colleagues),
      at: each.at.toISOString(),
    })),
    nextStatuses: [...nextStatusesOf(row)],
    note: openIdentifying(key, 'removal_order', row.id, 'note', row.note),
    can: orderCan(row),
  };
}

/** A conviction, opened. */
export function convictionView(row: ConvictionRecord, key: ClientKey): ConvictionView {
  const text = (field: keyof typeof SEALED_OF_CONVICTION, opened = open): string | null =>
    opened(key, 'conviction', row.id, SEALED_OF_CONVICTION[field], row[field]);
  return {
    ...{ id: row.id, version: row.version, state: row.state, level: row.level },
    ...{
      court: text('court'),
      county: text('county'),
      docket: text('docket', openIdentifying),
      statute: text('statute'),
    },
    ...{ offence: text('offence'), sentence: text('sentence'), maximumSentence: text('maximumSentence') },
    ...{ offenceOn: row.offenceOn, pleaOn: row.pleaOn, sentencedOn: row.sentencedOn },
    ...{ verdictOn: row.verdictOn, clearedBy: row.clearedBy, clearedOn: row.clearedOn },
    ...{ countNumber: text('countNumber', openIdentifying), scheme: text('scheme', openIdentifying) },
    ...{ ageAtOffence: row.ageAtOffence, flags: row.flags, note: text('note', openIdentifying) },
    can: canEdit(),
  };
}
