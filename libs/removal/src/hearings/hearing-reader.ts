import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientsService } from '@app/clients';
import { currentActor, db, Keyring, notFound, officeToday } from '@app/platform';
import { colleaguesOf } from '../colleagues';
import { Judge } from '../judges/judge.entity';
import { requireRow } from '../removal-rows';
import { Proceeding } from '../removal.entity';
import { Hearing, HearingLookUp } from './hearing.entity';
import { MessageReader } from './message-reader';
import { nextLookUpsOf } from './hearing-watch.queries';
import { hearingView, lookUpView, type HearingContext } from './hearing-views';
import type { ClientHearings, HearingLookUpView, HearingView, PlannedMessageView } from './hearing.view';

/** Reads hearings, the look-ups of them and what is to be told about them. */
@Injectable()
export class HearingReader {
  constructor(
    private readonly clients: ClientsService,
    private readonly keyring: Keyring,
    private readonly messages: MessageReader,
  ) {}

  /** Everything about the hearings of a client. @throws Problem 404 */
  async of(clientId: string): Promise<ClientHearings> {
    await this.clients.require(clientId);
    const today = await officeToday();
    const rows = await db().findAll(Hearing, { clientId }, { createdAt: 'ASC', id: 'ASC' });
    const lookUps = await db().findAll(HearingLookUp, { clientId }, { at: 'DESC', id: 'DESC' });
    const people = rows.map(({ createdBy }) => createdBy);
    const context = await this.context(clientId, [...people, ...lookUps.map(({ byUser }) => byUser)]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return {
      items: sorted(rows, today).map((row) => hearingView(row, context)),
      lookUps: lookUps.map((row) => lookUpView(row, byId.get(row.hearingId ?? '') ?? null, context)),
      messages: await this.messages.of(clientId),
      nextLookUps: await nextLookUpsOf(clientId, today),
      can: { record: may('removal.edit'), lookUp: may('hearing.watch') },
    };
  }

  /** @throws Problem 404 */
  async one(id: string): Promise<HearingView> {
    const row = await requireRow(Hearing, id);
    return hearingView(row, await this.context(row.clientId, [row.createdBy]));
  }

  /** @throws Problem 404 */
  async lookUp(id: string): Promise<HearingLookUpView> {
    const row = await db().find(HearingLookUp, { id });
    if (!row) throw notFound();
    const was = row.hearingId ? await db().find(Hearing, { id: row.hearingId }) : null;
    return lookUpView(row, was, await this.context(row.clientId, [row.byUser]));
  }

  /** @throws Problem 404 */
  message(id: string): Promise<PlannedMessageView> {
    return this.messages.one(id);
  }

  private async context(clientId: string, people: (string | null)[]): Promise<HearingContext> {
    const key = await this.keyring.clientKey(currentActor().orgId, clientId);
    const proceedings = await db().findAll(Proceeding, { clientId });
    const judges = await db().findAll(Judge, {});
    const byId = new Map(judges.map((one) => [one.id, one]));
    return {
      key,
      courts: new Map(
        proceedings.map((row) => [
          row.id,
          key.erased ? null : key.box('proceeding', row.id).open('court_code', row.courtCode),
        ]),
      ),
      judges: new Map(judges.map((one) => [one.id, byId.get(one.joinedInto ?? '') ?? one])),
      colleagues: await colleaguesOf(people),
    };
  }
}

/** Those ahead first, the nearest at the top; then what is over, the latest at the top. */
function sorted(rows: Hearing[], today: string): Hearing[] {
  const ahead = ({ status, onDate }: Hearing): boolean =>
    status === 'scheduled' && (onDate === null || onDate >= today);
  const by = (a: Hearing, b: Hearing): number => {
    const [left, right] = [a.onDate ?? '9999', b.onDate ?? '9999'];
    return left < right ? -1 : Number(left > right);
  };
  return [...rows.filter(ahead).sort(by), ...rows.filter((row) => !ahead(row)).sort((a, b) => by(b, a))];
}
