import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientsService } from '@app/clients';
import { currentActor, db, Keyring, type ClientKey } from '@app/platform';
import { districtCourtsOf, nextLookUpAt, type LookUpResult } from '@app/rules';
import type {
  CustodyFileView,
  EpisodeView,
  LookUpView,
  CustodyStayView,
  VenueView,
} from './custody-file.view';
import { BondsService } from './bonds/bonds.service';
import { CallsService } from './calls/calls.service';
import type { ProtocolView } from './protocol/protocol.view';
import { ProtocolsService } from './protocol/protocols.service';
import { colleaguesOf, detentionStart } from './custody-queries';
import { CustodyService } from './custody.service';
import { CustodyEpisode, CustodyStay } from './episodes/episode.entity';
import { LocatorLookUp } from './look-ups/look-up.entity';
import { officeClock, wholeHours, type OfficeClock } from './office-clock';
import { placeView } from './place';
import type { PlaceView } from './place.view';

const LOOK_UPS = 200;

type Names = Map<string, string>;
const personOf = (id: string, names: Names) => ({ id, name: names.get(id) ?? 'Vacatur' });

/** Reads everything about a client's detention at once. */
@Injectable()
export class CustodyFileService {
  constructor(
    private readonly clients: ClientsService,
    private readonly keyring: Keyring,
    private readonly custody: CustodyService,
    private readonly protocols: ProtocolsService,
    private readonly calls: CallsService,
    private readonly bonds: BondsService,
  ) {}

  /** @throws Problem 404 */
  async of(clientId: string): Promise<CustodyFileView> {
    await this.clients.require(clientId);
    const clock = await officeClock();
    const key = await this.keyring.clientKey(currentActor().orgId, clientId);
    const rows = await rowsOf(clientId);
    const names = await colleaguesOf(
      [...rows.episodes, ...rows.stays, ...rows.lookUps].map(({ byUser }) => byUser),
    );
    const standing = await this.standing(clientId);
    const start = await detentionStart(clientId, clock);
    const protocol = await this.protocols.of(clientId, clock);
    const stays = rows.stays.map((row) => stayView(row, key, names));
    const lookUps = rows.lookUps.map((row) => lookUpView(row, key, names));
    return {
      ...{ now: clock.now, timeZone: clock.timeZone },
      ...standing,
      detainedAt: start?.at.toISOString() ?? null,
      hourKnown: start?.basis === 'hour_recorded',
      episodes: rows.episodes.map((row) => episodeView(row, rows.stays, stays, key, names)),
      bonds: await this.bonds.of(clientId, key),
      lookUps,
      nextLookUpAt: dueAt(rows.lookUps[0], start?.at ?? runsFrom(protocol), clock),
      venue: start ? venueOf(stays, lookUps, start.at, clock) : null,
      protocol,
      calls: await this.calls.of(clientId, clock),
      can: { record: may('custody.record'), lookUp: may('hearing.watch'), protocol: may('custody.protocol') },
    };
  }

  /** How custody stands, and since when: of somebody held, since the first day of the detention. */
  private async standing(clientId: string): Promise<Pick<CustodyFileView, 'status' | 'since'>> {
    const { current } = await this.custody.of(clientId);
    if (!current) return { status: null, since: null };
    const held = await this.custody.detention(clientId);
    return { status: current.status, since: held?.since ?? current.since };
  }
}

interface Rows {
  episodes: CustodyEpisode[];
  stays: CustodyStay[];
  lookUps: LocatorLookUp[];
}

async function rowsOf(clientId: string): Promise<Rows> {
  const episodes = await db().findAll(CustodyEpisode, { clientId });
  const order = (row: CustodyEpisode): string =>
    `${row.endedHow === null ? 1 : 0}|${row.beganOn ?? ''}|${row.id}`;
  const lookUps = await db().findAll(LocatorLookUp, { clientId }, { lookedAt: 'DESC', at: 'DESC' });
  return {
    episodes: episodes.sort((a, b) => (order(a) < order(b) ? 1 : -1)),
    stays: await db().findAll(CustodyStay, { clientId }, { seenAt: 'ASC', at: 'ASC' }),
    lookUps: lookUps.slice(0, LOOK_UPS),
  };
}

function noteOf(key: ClientKey, table: string, row: { id: string; note: Buffer | null }): string | null {
  return !key.erased && may('client.names') ? key.box(table, row.id).open('note', row.note) : null;
}

function stayView(row: CustodyStay, key: ClientKey, names: Names): CustodyStayView {
  return {
    id: row.id,
    place: placeView(key, 'custody_stay', row),
    seenAt: row.seenAt.toISOString(),
    ...{ isMove: row.isMove, source: row.source, note: noteOf(key, 'custody_stay', row) },
    by: personOf(row.byUser, names),
    at: row.at.toISOString(),
  };
}

function episodeView(
  row: CustodyEpisode,
  rows: CustodyStay[],
  stays: CustodyStayView[],
  key: ClientKey,
  names: Names,
): EpisodeView {
  const shown = !key.erased && may('client.names');
  return {
    ...{ id: row.id, version: row.version, beganOn: row.beganOn },
    beganAt: row.beganAt?.toISOString() ?? null,
    ...{ arrestedBy: row.arrestedBy, arrestedWhere: row.arrestedWhere },
    arrestPlace: shown ? key.box('custody_episode', row.id).open('arrest_place', row.arrestPlace) : null,
    ...{ endedOn: row.endedOn, endedHow: row.endedHow, note: noteOf(key, 'custody_episode', row) },
    stays: stays.filter((_, at) => rows[at].episodeId === row.id),
    by: personOf(row.byUser, names),
    can: { edit: may('custody.record') },
  };
}

function lookUpView(row: LocatorLookUp, key: ClientKey, names: Names): LookUpView {
  return {
    ...{ id: row.id, lookedAt: row.lookedAt.toISOString(), lookedIn: row.lookedIn, result: row.result },
    place: placeView(key, 'locator_look_up', row),
    note: noteOf(key, 'locator_look_up', row),
    by: personOf(row.byUser, names),
  };
}

/** Somebody is looked for from the hour of a protocol that runs, also while nobody knows whether they are held. */
const runsFrom = (protocol: ProtocolView | null): Date | null =>
  protocol && protocol.endedAt === null ? new Date(protocol.countedFrom) : null;

/** A look-up from before this detention says nothing about it. */
function dueAt(last: LocatorLookUp | undefined, detainedAt: Date | null, clock: OfficeClock): string | null {
  if (!detainedAt) return null;
  const counts = last && last.lookedAt >= detainedAt;
  const seen = counts ? { at: last.lookedAt.toISOString(), result: last.result as LookUpResult } : null;
  return nextLookUpAt({ detainedAt: detainedAt.toISOString(), last: seen, now: clock.now });
}

/** The last time anybody saw the client somewhere in this detention; a look-up that found them counts as one. */
function venueOf(
  stays: CustodyStayView[],
  lookUps: LookUpView[],
  detainedAt: Date,
  clock: OfficeClock,
): VenueView | null {
  const found = lookUps.filter(({ result, place }) => result === 'found' && place !== null);
  const sightings: { place: PlaceView | null; at: string }[] = [
    ...stays.map(({ place, seenAt }) => ({ place, at: seenAt })),
    ...found.map(({ place, lookedAt }) => ({ place, at: lookedAt })),
  ].filter(({ at }) => new Date(at) >= detainedAt);
  const last = sightings.sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  if (!last) return null;
  const courts = districtCourtsOf(last.place?.state ?? null);
  return {
    lastSeen: last.place,
    seenAt: last.at,
    hoursSince: wholeHours(new Date(last.at), clock.now),
    courts: courts.map(({ id, citation, name }) => ({ id, citation, name })),
  };
}
