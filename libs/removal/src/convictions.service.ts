import { Injectable } from '@nestjs/common';
import { ClientsService } from '@app/clients';
import { DeadlinesService } from '@app/deadlines';
import { badField, changed, db, newId, officeToday, readPastDate } from '@app/platform';
import { stateByCode } from '@app/rules';
import { mustNotPrecede } from './dates';
import type { ConvictionFlags, EditConviction, NewConviction } from './conviction.dto';
import { named, requireRow } from './removal-rows';
import { ConvictionRecord } from './removal.entity';

/** Sealed fields and their columns. */
export const SEALED_OF_CONVICTION = {
  court: 'court',
  county: 'county',
  docket: 'docket',
  statute: 'statute',
  offence: 'offence',
  sentence: 'sentence',
  maximumSentence: 'maximum_sentence',
  countNumber: 'count_number',
  scheme: 'scheme',
  note: 'note',
} as const;

const NOTHING_KNOWN: ConvictionFlags = {
  drug: 'not_known',
  firearm: 'not_known',
  domestic: 'not_known',
  childVictim: 'not_known',
  moralTurpitude: 'not_known',
  aggravatedFelony: 'not_known',
};

/** Convictions. */
@Injectable()
export class ConvictionsService {
  constructor(
    private readonly clients: ClientsService,
    private readonly deadlines: DeadlinesService,
  ) {}

  async add(clientId: string, input: NewConviction): Promise<string> {
    await this.clients.require(clientId);
    const id = newId();
    const facts = await this.read(clientId, id, input);
    checkDates(facts);
    await db().insert(ConvictionRecord, {
      id,
      clientId,
      ...facts,
      level: input.level,
      flags: { ...NOTHING_KNOWN, ...input.flags },
    });
    changed(...named('conviction', input));
    await this.deadlines.refresh(clientId);
    return id;
  }

  async edit(id: string, version: number, input: EditConviction): Promise<void> {
    const row = await requireRow(ConvictionRecord, id);
    const facts = await this.read(row.clientId, id, input);
    checkDates({ ...row, ...facts });
    await db().update(ConvictionRecord, row, version, {
      ...facts,
      ...(input.level ? { level: input.level } : {}),
      ...(input.flags ? { flags: { ...row.flags, ...input.flags } } : {}),
    });
    changed(...named('conviction', input));
    await this.deadlines.refresh(row.clientId);
  }

  private async read(
    clientId: string,
    id: string,
    input: NewConviction | EditConviction,
  ): Promise<Partial<ConvictionRecord>> {
    const facts: Partial<ConvictionRecord> = {};
    const box = (await this.clients.key(clientId)).box('conviction', id);
    for (const [field, column] of Object.entries(SEALED_OF_CONVICTION)) {
      const text = input[field as keyof typeof SEALED_OF_CONVICTION];
      if (text !== undefined) Object.assign(facts, { [field]: box.seal(column, text?.trim() || null) });
    }
    Object.assign(facts, readDates(input, await officeToday()));
    if (input.state && !stateByCode(input.state))
      throw badField('state', 'unknown_state', 'There is no state with this code.');
    if (input.state !== undefined) facts.state = input.state;
    if (input.ageAtOffence !== undefined) facts.ageAtOffence = input.ageAtOffence;
    if (input.clearedBy !== undefined) facts.clearedBy = input.clearedBy;
    return facts;
  }
}

function readDates(input: EditConviction, today: string): Partial<ConvictionRecord> {
  const facts: Partial<ConvictionRecord> = {};
  for (const field of ['offenceOn', 'pleaOn', 'verdictOn', 'sentencedOn', 'clearedOn'] as const) {
    const on = readPastDate(field, input[field], today);
    if (on !== undefined) facts[field] = on;
  }
  return facts;
}

function checkDates({ offenceOn, pleaOn, verdictOn, sentencedOn }: Partial<ConvictionRecord>): void {
  mustNotPrecede(
    'verdictOn',
    verdictOn,
    offenceOn,
    'before_offence',
    'A verdict cannot come before the offence.',
  );
  mustNotPrecede('pleaOn', pleaOn, offenceOn, 'before_offence', 'A plea cannot come before the offence.');
  mustNotPrecede(
    'sentencedOn',
    sentencedOn,
    pleaOn ?? offenceOn,
    pleaOn ? 'before_plea' : 'before_offence',
    pleaOn ? 'A sentence cannot come before the plea.' : 'A sentence cannot come before the offence.',
  );
}
