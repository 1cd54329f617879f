import { Injectable } from '@nestjs/common';
import { CaseFactsService } from '@app/cases';
import { ClientsService } from '@app/clients';
import { about, badField, changed, currentActor, db, newId, notFound } from '@app/platform';
import { instantAt } from '@app/rules';
import { dayOf, officeClock, readMoment, wholeDay, type OfficeClock } from '../office-clock';
import { isNamed, openPlace, readPlace, samePlace, sealPlace } from '../place';
import { TransferAlert } from '../transfer-alert';
import type { RecordStay } from './episode.dto';
import { CustodyEpisode, CustodyStay } from './episode.entity';

type Read = ReturnType<typeof readPlace>;
/** A place at which somebody was seen. */
export interface Sighting {
  place: Read;
  seenAt: Date;
  source: string;
  note?: string | null;
}

/** The places of a detention, each from when somebody was seen there. Another place than before is a transfer. */
@Injectable()
export class StaysService {
  constructor(
    private readonly clients: ClientsService,
    private readonly caseFacts: CaseFactsService,
    private readonly alert: TransferAlert,
  ) {}

  /** Records where the client was seen; a transfer tells the team. @throws Problem 404, 422 */
  async record(episodeId: string, input: RecordStay): Promise<string> {
    const episode = await db().find(CustodyEpisode, { id: episodeId });
    if (!episode) throw notFound();
    about(episode.clientId);
    await this.caseFacts.hold(episode.clientId);
    const place = readPlace(input);
    if (!isNamed(place))
      throw badField('place', 'place_missing', 'Choose the place from the list, or type its name.');
    const clock = await officeClock();
    const sighting = { place, seenAt: readMoment(input, clock), source: input.source, note: input.note };
    await this.seen(episode, sighting, clock);
    changed('stay');
    return episode.clientId;
  }

  /** The place at which a detention began, if it is known. It is no transfer. */
  async first(
    episode: Pick<CustodyEpisode, 'id' | 'clientId' | 'beganOn' | 'beganAt'>,
    place: Read,
    clock: OfficeClock,
  ): Promise<void> {
    if (!isNamed(place)) return;
    const day = wholeDay(episode.beganOn);
    const from = day ? new Date(instantAt(`${day}T00:00`, clock.timeZone)) : new Date(clock.now);
    await this.write(episode, { place, seenAt: episode.beganAt ?? from, source: 'other' }, false, clock);
  }

  /** Adds a sighting when it says something new: another place, which is a transfer. Returns whether it was one. */
  async seen(
    episode: Pick<CustodyEpisode, 'id' | 'clientId'>,
    sighting: Sighting,
    clock: OfficeClock,
  ): Promise<boolean> {
    const before = await this.lastBefore(episode, sighting.seenAt);
    const moved = before !== null && !samePlace(before, sighting.place);
    await this.write(episode, sighting, moved, clock);
    if (moved) await this.alert.moved(episode.clientId, sighting.seenAt);
    return moved;
  }

  private async lastBefore(
    episode: Pick<CustodyEpisode, 'id' | 'clientId'>,
    seenAt: Date,
  ): Promise<Read | null> {
    const stays = await db().findAll(
      CustodyStay,
      { clientId: episode.clientId, episodeId: episode.id },
      { seenAt: 'ASC', at: 'ASC' },
    );
    const last = stays.filter((stay) => stay.seenAt <= seenAt).at(-1);
    if (!last) return null;
    return openPlace((await this.clients.key(episode.clientId)).box('custody_stay', last.id), last);
  }

  private async write(
    episode: Pick<CustodyEpisode, 'id' | 'clientId'>,
    { place, seenAt, source, note }: Sighting,
    isMove: boolean,
    clock: OfficeClock,
  ): Promise<void> {
    const id = newId();
    const box = (await this.clients.key(episode.clientId)).box('custody_stay', id);
    await db().insert(CustodyStay, {
      id,
      clientId: episode.clientId,
      episodeId: episode.id,
      ...sealPlace(box, place),
      ...{ seenAt, seenOn: dayOf(seenAt, clock), isMove, source },
      note: box.seal('note', note?.trim() || null),
      byUser: currentActor().userId,
    });
  }
}
