import { Injectable } from '@nestjs/common';
import { ClientsService } from '@app/clients';
import { DeadlinesService } from '@app/deadlines';
import { badField, changed, db, newId, officeToday, readPastDate } from '@app/platform';
import { readCourt } from './courts';
import { mustNotPrecede } from './dates';
import { HearingsService } from './hearings/hearings.service';
import type {
  EditChargingDocument,
  EditProceeding,
  NewChargingDocument,
  NewProceeding,
} from './proceeding.dto';
import { named, requireRow } from './removal-rows';
import { ChargingDocument, Proceeding } from './removal.entity';

/** Proceedings before an immigration court and the papers that opened them. */
@Injectable()
export class ProceedingsService {
  constructor(
    private readonly clients: ClientsService,
    private readonly deadlines: DeadlinesService,
    private readonly hearings: HearingsService,
  ) {}

  async add(clientId: string, input: NewProceeding): Promise<string> {
    await this.clients.require(clientId);
    const id = newId();
    const facts = await read(input);
    await db().insert(Proceeding, { id, clientId, ...facts, ...(await this.sealed(clientId, id, input)) });
    await this.hearings.follow({ id, clientId }, input);
    changed(...named('proceeding', input));
    await this.deadlines.refresh(clientId);
    return id;
  }

  async edit(id: string, version: number, input: EditProceeding): Promise<Proceeding> {
    const row = await requireRow(Proceeding, id);
    const facts = await read(input);
    await db().update(Proceeding, row, version, {
      ...facts,
      ...(await this.sealed(row.clientId, id, input)),
    });
    await this.hearings.follow(row, input);
    changed(...named('proceeding', input));
    await this.deadlines.refresh(row.clientId);
    return row;
  }

  async addDocument(proceedingId: string, input: NewChargingDocument): Promise<string> {
    const { clientId } = await requireRow(Proceeding, proceedingId);
    const id = newId();
    await db().insert(ChargingDocument, {
      id,
      clientId,
      proceedingId,
      form: input.form,
      ...(await readDates(input, {})),
    });
    changed(...named('chargingDocument', input));
    await this.deadlines.refresh(clientId);
    return id;
  }

  async editDocument(id: string, version: number, input: EditChargingDocument): Promise<void> {
    const row = await requireRow(ChargingDocument, id);
    const patch = { ...(input.form ? { form: input.form } : {}), ...(await readDates(input, row)) };
    await db().update(ChargingDocument, row, version, patch);
    changed(...named('chargingDocument', input));
    await this.deadlines.refresh(row.clientId);
  }

  /** Court and judge are sealed like the note: with the hearing's day they would say where somebody appears. */
  private async sealed(clientId: string, id: string, input: EditProceeding): Promise<Partial<Proceeding>> {
    const box = (await this.clients.key(clientId)).box('proceeding', id);
    const { courtCode, note } = input;
    const judge = input.noJudge ? null : input.judge;
    return {
      ...(courtCode === undefined ? {} : { courtCode: box.seal('court_code', readCourt(courtCode)) }),
      ...(judge === undefined ? {} : { judge: box.seal('judge', judge?.trim() || null) }),
      ...(note === undefined ? {} : { note: box.seal('note', note?.trim() || null) }),
    };
  }
}

async function read(input: NewProceeding | EditProceeding): Promise<Partial<Proceeding>> {
  const facts: Partial<Proceeding> = { ...readJudge(input), ...readHearing(input) };
  if (input.kind) facts.kind = input.kind;
  const startedOn = readPastDate('startedOn', input.startedOn, await officeToday());
  if (startedOn !== undefined) facts.startedOn = startedOn;
  return facts;
}

function readJudge({ judge, noJudge }: EditProceeding): Partial<Proceeding> {
  if (judge && noJudge)
    throw badField('noJudge', 'contradicts', 'Either name the judge or say that there is none.');
  if (noJudge) return { noJudge: true };
  return judge || noJudge === false ? { noJudge: false } : {};
}

/** Naming a hearing says that there is one; taking back "there is none" leaves it not known. */
function readHearing({ nextHearing, noHearing }: EditProceeding): Partial<Proceeding> {
  if (nextHearing && noHearing)
    throw badField('noHearing', 'contradicts', 'Either name the hearing or say that there is none.');
  if (nextHearing) return { noHearing: false };
  return noHearing === undefined ? {} : { noHearing };
}

async function readDates(
  input: EditChargingDocument,
  row: Partial<ChargingDocument>,
): Promise<Partial<ChargingDocument>> {
  const today = await officeToday();
  const dated = readPastDate('dated', input.dated, today);
  const servedOn = readPastDate('servedOn', input.servedOn, today);
  mustNotPrecede(
    'servedOn',
    servedOn === undefined ? row.servedOn : servedOn,
    dated === undefined ? row.dated : dated,
    'before_dated',
    'A paper cannot be served before it is dated.',
  );
  return { ...(dated === undefined ? {} : { dated }), ...(servedOn === undefined ? {} : { servedOn }) };
}
