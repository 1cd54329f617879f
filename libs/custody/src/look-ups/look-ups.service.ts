import { Injectable } from '@nestjs/common';
import { CaseFactsService } from '@app/cases';
import { ClientsService } from '@app/clients';
import { badField, changed, currentActor, db, newId } from '@app/platform';
import { nextLookUpAt, type LookUpResult } from '@app/rules';
import { detentionStart, type DetentionStart } from '../custody-queries';
import { StaysService } from '../episodes/stays.service';
import { officeClock, readMoment } from '../office-clock';
import { isNamed, readPlace, sealPlace } from '../place';
import type { RecordLookUp } from './look-up.dto';
import { LocatorLookUp } from './look-up.entity';

/** Who says so, by where somebody looked. */
const SOURCE_OF: Partial<Record<RecordLookUp['lookedIn'], string>> = {
  facility_call: 'facility',
  field_office_call: 'field_office',
  field_office_visit: 'field_office',
  family: 'family',
  court_system: 'court',
  consulate: 'other',
  other: 'other',
};

function refuseContradiction(place: ReturnType<typeof readPlace>, result: LookUpResult): void {
  if (isNamed(place) && result === 'not_found')
    throw badField('place', 'not_found', 'Who was not found has no place. Choose "found" or "unclear".');
}

/** The log of looks for a detained client: people look, the program only keeps the log and says when the next is due. */
@Injectable()
export class LookUpsService {
  constructor(
    private readonly clients: ClientsService,
    private readonly caseFacts: CaseFactsService,
    private readonly stays: StaysService,
  ) {}

  /** Records one look-up. A place other than the last one is a transfer, and tells the team. @throws Problem 404, 422 */
  async record(clientId: string, input: RecordLookUp): Promise<void> {
    await this.clients.require(clientId);
    await this.caseFacts.hold(clientId);
    const clock = await officeClock();
    const lookedAt = readMoment(input, clock);
    const place = readPlace(input);
    refuseContradiction(place, input.result);
    const start = await detentionStart(clientId, clock);
    const next = await this.nextAfter(clientId, { at: lookedAt, result: input.result }, start);
    const id = newId();
    const box = (await this.clients.key(clientId)).box('locator_look_up', id);
    await db().insert(LocatorLookUp, {
      id,
      clientId,
      episodeId: start?.episodeId ?? null,
      ...{ lookedAt, lookedIn: input.lookedIn, result: input.result, nextDueAt: next },
      ...sealPlace(box, place),
      note: box.seal('note', input.note?.trim() || null),
      byUser: currentActor().userId,
    });
    changed('lookUp');
    if (input.result === 'found' && isNamed(place) && start?.episodeId) {
      const source = SOURCE_OF[input.lookedIn] ?? 'locator';
      await this.stays.seen({ id: start.episodeId, clientId }, { place, seenAt: lookedAt, source }, clock);
    }
  }

  /** A look-up written down late does not put off the one that a later look-up has set. */
  private async nextAfter(
    clientId: string,
    look: { at: Date; result: LookUpResult },
    start: DetentionStart | null,
  ): Promise<Date> {
    const later = await db().one<{ next_due_at: Date | null }>(
      `SELECT next_due_at FROM locator_look_up
        WHERE org_id = $1 AND client_id = $2 AND looked_at > $3 ORDER BY looked_at DESC LIMIT 1`,
      [currentActor().orgId, clientId, look.at],
    );
    if (later?.next_due_at) return later.next_due_at;
    const last = { at: look.at.toISOString(), result: look.result };
    const now = look.at.toISOString();
    return new Date(nextLookUpAt({ detainedAt: start?.at.toISOString() ?? null, last, now }));
  }
}
