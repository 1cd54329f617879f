import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { CaseFactsService } from '@app/cases';
import { ClientsService } from '@app/clients';
import { DeadlinesService } from '@app/deadlines';
import { about, badField, changed, currentActor, db, newId, notFound, type ClientKey } from '@app/platform';
import { colleaguesOf } from '../custody-queries';
import { EpisodesService } from '../episodes/episodes.service';
import { officeClock } from '../office-clock';
import { readBond, standingOf, TEXTS, type BondFacts } from './bond-facts';
import { keepStep, readEnd, stands, stayView } from './bond-stays';
import type { BondInput, EndStay } from './bond.dto';
import { Bond, BondStatus, BondStayStep } from './bond.entity';
import type { BondStatusView, BondView } from './bond.view';

const COLUMNS = {
  conditions: 'conditions',
  obligorName: 'obligor_name',
  obligorRelation: 'obligor_relation',
  receiptNumber: 'receipt_number',
} as const;

/** What is said anew of a stay takes back what was said of its end. */
const NOT_ENDED = { stayEndedOn: null, stayEndedHow: null };

/** Bonds: asked for, set, appealed, posted, and what became of the money. */
@Injectable()
export class BondsService {
  constructor(
    private readonly clients: ClientsService,
    private readonly caseFacts: CaseFactsService,
    private readonly deadlines: DeadlinesService,
    private readonly episodes: EpisodesService,
  ) {}

  /** Adds a bond to a detention. @throws Problem 404, 422 */
  async add(episodeId: string, input: BondInput): Promise<string> {
    const { clientId } = await this.episodes.require(episodeId);
    await this.caseFacts.hold(clientId);
    const facts = await this.read(null, clientId, input);
    const id = newId();
    const { status, on } = standingOf(facts);
    const key = await this.clients.key(clientId);
    await db().insert(Bond, {
      ...{ id, clientId, episodeId, status, byUser: currentActor().userId },
      ...facts,
      ...sealed(key, id, input),
    });
    await this.stand(id, clientId, status, on);
    await this.noteStay({ id, clientId }, null, input, key);
    await this.done(clientId, input);
    return clientId;
  }

  /** Changes what is given; a step that leads to another status is kept. @throws Problem 404, 412, 422 */
  async edit(id: string, version: number, input: BondInput): Promise<string> {
    const row = await db().find(Bond, { id });
    if (!row) throw notFound();
    const { clientId } = row;
    about(clientId);
    await this.caseFacts.hold(clientId);
    const facts = await this.read(row, clientId, input);
    const { status, on } = standingOf(facts);
    const key = await this.clients.key(clientId);
    const before = { status: row.status, automaticStay: row.automaticStay };
    const stay = facts.automaticStay === before.automaticStay ? {} : NOT_ENDED;
    await db().update(Bond, row, version, { ...facts, ...stay, status, ...sealed(key, id, input) });
    if (status !== before.status) await this.stand(id, clientId, status, on);
    await this.noteStay(row, before.automaticStay, input, key);
    await this.done(clientId, input);
    return clientId;
  }

  /** Ends the automatic stay of a release, or says that there never was one. @throws Problem 404, 412, 422 */
  async endStay(id: string, version: number, input: EndStay): Promise<string> {
    const row = await db().find(Bond, { id });
    if (!row) throw notFound();
    const { clientId } = row;
    about(clientId);
    await this.caseFacts.hold(clientId);
    const change = await readEnd(row, input);
    await db().update(Bond, row, version, change);
    const key = await this.clients.key(clientId);
    const end = { how: input.how, on: change.stayEndedOn, note: input.note ?? null };
    await keepStep({ id, clientId }, 'ended', key, end);
    await this.deadlines.refresh(clientId);
    changed('bond.automaticStay');
    return clientId;
  }

  /** All bonds of a client with the statuses they had, the one recorded last first. */
  async of(clientId: string, key: ClientKey): Promise<BondView[]> {
    const rows = await db().findAll(Bond, { clientId }, { createdAt: 'DESC', id: 'DESC' });
    if (rows.length === 0) return [];
    const steps = await db().findAll(BondStatus, { clientId }, { at: 'ASC', id: 'ASC' });
    const stays = await db().findAll(BondStayStep, { clientId }, { at: 'ASC', id: 'ASC' });
    const names = await colleaguesOf([...steps, ...stays].map(({ byUser }) => byUser));
    const hearings = await hearingDays(rows);
    const shown = !key.erased && may('client.names') ? key : null;
    return rows.map((row) => {
      const history = steps.filter(({ bondId }) => bondId === row.id).map((step) => stepView(step, names));
      const hearingOn = row.hearingId ? (hearings.get(row.hearingId) ?? null) : row.hearingOn;
      return {
        ...plainOf(row),
        hearingOn,
        ...textsOf(row, shown),
        history,
        stay: stays.filter(({ bondId }) => bondId === row.id).map((step) => stayView(step, names, shown)),
        can: { edit: may('custody.record'), endStay: may('custody.record') && stands(row) },
      };
    });
  }

  private async read(row: Bond | null, clientId: string, input: BondInput): Promise<BondFacts> {
    const { today } = await officeClock();
    const facts = readBond(row, input, today);
    if (input.hearingId) await requireHearing(clientId, input.hearingId);
    return facts;
  }

  private async stand(
    bondId: string,
    clientId: string,
    status: string,
    onDate: string | null,
  ): Promise<void> {
    const { userId } = currentActor();
    await db().insert(BondStatus, { id: newId(), clientId, bondId, status, onDate, byUser: userId });
  }

  /** A stay that is recorded, also once more after an end, is a step of its own. */
  private async noteStay(
    bond: { id: string; clientId: string },
    before: string | null,
    input: BondInput,
    key: ClientKey,
  ): Promise<void> {
    if (input.automaticStay !== 'yes' || before === 'yes') return;
    await keepStep(bond, 'recorded', key, { how: null, on: null, note: null });
  }

  private async done(clientId: string, input: BondInput): Promise<void> {
    await this.deadlines.refresh(clientId);
    changed(...Object.keys(input).map((field) => `bond.${field}`));
  }
}

async function requireHearing(clientId: string, hearingId: string): Promise<void> {
  const found = await db().one(
    `SELECT 1 FROM hearing WHERE org_id = $1 AND client_id = $2 AND id = $3 AND kind = 'bond'`,
    [currentActor().orgId, clientId, hearingId],
  );
  if (!found) throw badField('hearingId', 'unknown_hearing', 'This client has no such bond hearing.');
}

/** The day on which each linked hearing stands now, wherever it was moved. */
async function hearingDays(rows: readonly Bond[]): Promise<Map<string, string | null>> {
  const ids = rows.flatMap(({ hearingId }) => hearingId ?? []);
  if (ids.length === 0) return new Map();
  const found = await db().query<{ id: string; on: string | null }>(
    `SELECT h.id, (SELECT n.on_date::text FROM hearing n WHERE n.org_id = h.org_id AND n.root_id = h.root_id
                    ORDER BY n.created_at DESC, n.id DESC LIMIT 1) AS "on"
       FROM hearing h WHERE h.org_id = $1 AND h.id = ANY($2::uuid[])`,
    [currentActor().orgId, ids],
  );
  return new Map(found.map(({ id, on }) => [id, on]));
}

function sealed(key: ClientKey, id: string, input: BondInput): Partial<Bond> {
  const box = key.box('bond', id);
  const given = TEXTS.filter((field) => input[field] !== undefined);
  return Object.fromEntries(
    given.map((field) => [field, box.seal(COLUMNS[field], input[field]?.trim() || null)]),
  );
}

function textsOf(row: Bond, key: ClientKey | null): Pick<BondView, (typeof TEXTS)[number]> {
  const open = (field: (typeof TEXTS)[number]): string | null =>
    key ? key.box('bond', row.id).open(COLUMNS[field], row[field]) : null;
  return {
    conditions: open('conditions'),
    obligorName: open('obligorName'),
    obligorRelation: open('obligorRelation'),
    receiptNumber: open('receiptNumber'),
  };
}

function plainOf(row: Bond): Omit<BondView, 'history' | 'stay' | 'can' | (typeof TEXTS)[number]> {
  const { id, version, episodeId, status, requestedOn, setBy, hearingId, hearingOn } = row;
  const { decision, decidedOn, amount, appealBy, appealedOn, automaticStay } = row;
  const { stayEndedOn, stayEndedHow } = row;
  const { boardOutcome, boardDecidedOn, postedOn, cancelledOn, returnedOn, breachedOn } = row;
  return {
    ...{ id, version, episodeId, status, requestedOn, setBy, hearingId, hearingOn },
    ...{ decision, decidedOn, amount, appealBy, appealedOn, automaticStay },
    ...{ stayEndedOn, stayEndedHow },
    ...{ boardOutcome, boardDecidedOn, postedOn, cancelledOn, returnedOn, breachedOn },
  };
}

const stepView = (step: BondStatus, names: Map<string, string>): BondStatusView => ({
  ...{ status: step.status, on: step.onDate, at: step.at.toISOString() },
  by: { id: step.byUser, name: names.get(step.byUser) ?? 'Vacatur' },
});
