import { Injectable } from '@nestjs/common';
import { CaseFactsService } from '@app/cases';
import { ClientsService } from '@app/clients';
import { DeadlinesService } from '@app/deadlines';
import {
  about,
  badField,
  cannot,
  changed,
  currentActor,
  db,
  newId,
  notFound,
  readPastDate,
  type SealedBox,
} from '@app/platform';
import { comparePartialDates } from '@app/rules';
import type { RecordCustody } from '../custody.dto';
import { CustodyService, type Detention } from '../custody.service';
import { officeClock, readMoment, wholeDay, type OfficeClock } from '../office-clock';
import { placeNamed, readPlace } from '../place';
import type { EditEpisode, NewEpisode } from './episode.dto';
import { CustodyEpisode } from './episode.entity';
import { StaysService } from './stays.service';

/** After these somebody is still held, only not by ICE, or nobody knows. */
const NOT_FREE = ['other_custody', 'not_known', 'other'];

/** Detentions from arrest to end. The custody record says who is held now and follows what is recorded here. */
@Injectable()
export class EpisodesService {
  constructor(
    private readonly clients: ClientsService,
    private readonly caseFacts: CaseFactsService,
    private readonly custody: CustodyService,
    private readonly stays: StaysService,
    private readonly deadlines: DeadlinesService,
  ) {}

  /** Adds a detention, with the first place if it is known. @throws Problem 404, 422 */
  async add(clientId: string, input: NewEpisode): Promise<string> {
    await this.clients.require(clientId);
    await this.caseFacts.hold(clientId);
    const clock = await officeClock();
    const open = !input.endedHow && !input.endedOn;
    if (open && (await this.openOne(clientId)))
      throw cannot(
        'detention_open',
        'A detention that goes on is recorded already. Record its end, or a transfer.',
      );
    const facts = readFacts({ ...input, beganOn: beganOnOf(input, open, clock) }, clock);
    if (open && !wholeDay(facts.beganOn))
      throw badField(
        'beganOn',
        'day_needed',
        'For a detention that goes on, give the earliest day it can have begun.',
      );
    const place = readPlace(input);
    const id = newId();
    const box = (await this.clients.key(clientId)).box('custody_episode', id);
    await db().insert(CustodyEpisode, {
      id,
      clientId,
      ...facts,
      arrestedBy: input.arrestedBy,
      arrestedWhere: input.arrestedWhere,
      ...sealed(box, input),
      byUser: currentActor().userId,
    });
    await this.stays.first({ id, clientId, ...facts }, place, clock);
    if (open) await this.held(clientId, facts.beganOn!, placeNamed(place).name);
    changed(...Object.keys(input).map((field) => `episode.${field}`));
    return id;
  }

  /** Changes what is known of a detention; its end frees the client in the custody record. @throws Problem 404, 412, 422 */
  async edit(id: string, version: number, input: EditEpisode): Promise<string> {
    const row = await this.require(id);
    await this.caseFacts.hold(row.clientId);
    const clock = await officeClock();
    const facts = readFacts(merged(row, input), clock);
    const box = (await this.clients.key(row.clientId)).box('custody_episode', id);
    const { arrestedBy = row.arrestedBy, arrestedWhere = row.arrestedWhere } = input;
    await db().update(CustodyEpisode, row, version, {
      ...facts,
      beganAt: input.beganOn === undefined && input.beganTime === undefined ? row.beganAt : facts.beganAt,
      ...{ arrestedBy, arrestedWhere },
      ...sealed(box, input),
    });
    changed(...Object.keys(input).map((field) => `episode.${field}`));
    if (row.endedHow === null && facts.endedHow !== null) await this.ended(row.clientId, facts, clock);
    else await this.moved(row, facts);
    return row.clientId;
  }

  /** The detention, when this person sees it. @throws Problem 404 */
  async require(id: string): Promise<CustodyEpisode> {
    const row = await db().find(CustodyEpisode, { id });
    if (!row) throw notFound();
    about(row.clientId);
    return row;
  }

  private async openOne(clientId: string): Promise<boolean> {
    const rows = await db().query(
      'SELECT 1 FROM custody_episode WHERE org_id = $1 AND client_id = $2 AND ended_how IS NULL LIMIT 1',
      [currentActor().orgId, clientId],
    );
    return rows.length > 0;
  }

  private async held(clientId: string, since: string, place: string | null): Promise<void> {
    const { current } = await this.custody.of(clientId);
    if (current?.status === 'detained') return;
    const from = current && current.since > since ? current.since : since;
    await this.custody.append(clientId, { status: 'detained', since: from, place });
  }

  /**
   * The custody record follows a first day that is corrected: the reviews are counted from it. An earlier day is added
   * before what was recorded; of a later one the old day is taken back, where this detention had brought it.
   */
  private async moved(row: CustodyEpisode, facts: Facts): Promise<void> {
    const began = facts.endedHow === null ? wholeDay(facts.beganOn) : null;
    const detention = began ? await this.custody.detention(row.clientId) : null;
    const entries = began && detention ? corrections(began, row.beganOn, detention) : [];
    for (const entry of entries) await this.custody.append(row.clientId, entry);
    if (entries.length === 0) await this.deadlines.refresh(row.clientId);
  }

  private async ended(clientId: string, facts: Facts, clock: OfficeClock): Promise<void> {
    const { current } = await this.custody.of(clientId);
    if (current?.status !== 'detained') return;
    const day = wholeDay(facts.endedOn) ?? clock.today;
    const status = NOT_FREE.includes(facts.endedHow ?? '') ? 'not_known' : 'not_detained';
    await this.custody.append(clientId, { status, since: day < current.since ? current.since : day });
  }
}

/** What the custody record has to say when a detention began on another day than it was recorded to. */
function corrections(began: string, recorded: string | null, { since, before }: Detention): RecordCustody[] {
  const held: RecordCustody = { status: 'detained', since: began };
  if (began < since) return [held];
  if (began === since || since !== recorded) return [];
  return [{ status: before ?? 'not_known', since }, held];
}

/** A detention that goes on began today when nothing else is said. */
const beganOnOf = ({ beganOn }: NewEpisode, open: boolean, clock: OfficeClock): string | null =>
  beganOn ?? (open ? clock.today : null);

interface Facts {
  beganOn: string | null;
  beganAt: Date | null;
  endedOn: string | null;
  endedHow: string | null;
}

function merged(row: CustodyEpisode, input: EditEpisode): Parameters<typeof readFacts>[0] {
  return {
    beganOn: input.beganOn === undefined ? row.beganOn : input.beganOn,
    beganTime: input.beganTime,
    endedOn: input.endedOn === undefined ? row.endedOn : input.endedOn,
    endedHow: input.endedHow === undefined ? row.endedHow : input.endedHow,
  };
}

function readFacts(
  input: Pick<EditEpisode, 'beganOn' | 'beganTime' | 'endedOn'> & { endedHow?: string | null },
  clock: OfficeClock,
): Facts {
  const beganOn = readPastDate('beganOn', input.beganOn, clock.today) ?? null;
  const endedOn = readPastDate('endedOn', input.endedOn, clock.today) ?? null;
  if (input.beganTime && !wholeDay(beganOn))
    throw badField('beganTime', 'day_missing', 'A time needs its day.');
  checkOrder(beganOn, endedOn);
  return {
    beganOn,
    beganAt: input.beganTime ? readMoment({ on: beganOn, time: input.beganTime }, clock, 'beganTime') : null,
    endedOn,
    endedHow: input.endedHow ?? (endedOn ? 'not_known' : null),
  };
}

function checkOrder(beganOn: string | null, endedOn: string | null): void {
  if (beganOn && endedOn && comparePartialDates(endedOn, beganOn) === 'before')
    throw badField('endedOn', 'before_start', 'It cannot have ended before it began.');
}

function sealed(box: SealedBox, input: EditEpisode | NewEpisode): Partial<CustodyEpisode> {
  return {
    ...(input.arrestPlace === undefined
      ? {}
      : { arrestPlace: box.seal('arrest_place', input.arrestPlace?.trim() || null) }),
    ...(input.note === undefined ? {} : { note: box.seal('note', input.note?.trim() || null) }),
  };
}
