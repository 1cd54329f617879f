import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientsService } from '@app/clients';
import { DeadlinesService } from '@app/deadlines';
import {
  badField,
  changed,
  currentActor,
  db,
  Keyring,
  newId,
  officeToday,
  readPastDate,
  type ClientKey,
} from '@app/platform';
import type { FindOptionsWhere } from 'typeorm';
import { colleaguesOf, personOf, type Colleagues } from '../colleagues';
import { mustNotPrecede } from '../dates';
import { named, requireRow } from '../removal-rows';
import { openAll, sealGiven } from '../sealed-fields';
import type { ClientRecord } from './client-record';
import { earlierValues, type EarlierRow } from './record-history.queries';
import type { RecordKind } from './record-kind';
import type { RecordView } from './record.view';

type Input = Readonly<Record<string, unknown>>;

/** Keeps the plain records of the removal file: one way to write, change and read them all. */
@Injectable()
export class RecordKeeper {
  constructor(
    private readonly clients: ClientsService,
    private readonly deadlines: DeadlinesService,
    private readonly keyring: Keyring,
  ) {}

  /** Writes a record down. @throws Problem 404, 422 */
  async add<E extends ClientRecord>(kind: RecordKind<E>, clientId: string, input: object): Promise<string> {
    await this.clients.require(clientId);
    const id = newId();
    const facts = await readFacts(kind, input as Input);
    checkOrder(kind, facts);
    await checkRefs(kind, clientId, facts);
    const box = (await this.clients.key(clientId)).box(kind.table, id);
    const row = {
      ...facts,
      ...sealGiven(box, kind.sealed, input),
      ...{ id, clientId, createdBy: currentActor().userId },
    };
    await db().insert(kind.entity, row as unknown as Partial<E> & { id: string });
    changed(...named(kind.name, input));
    await this.deadlines.refresh(clientId);
    return id;
  }

  /** Changes what is given; old values stay in the history. @throws Problem 404, 412, 422 */
  async edit<E extends ClientRecord>(
    kind: RecordKind<E>,
    id: string,
    version: number,
    input: object,
  ): Promise<void> {
    const row = await requireRow<E>(kind.entity, id);
    const facts = await readFacts(kind, input as Input);
    checkOrder(kind, { ...row, ...facts });
    await checkRefs(kind, row.clientId, facts);
    const box = (await this.clients.key(row.clientId)).box(kind.table, id);
    const patch = { ...facts, ...sealGiven(box, kind.sealed, input) };
    await db().update(kind.entity, row, version, patch as Partial<E>);
    changed(...named(kind.name, input));
    await this.deadlines.refresh(row.clientId);
  }

  /** All records of this kind, oldest first, opened. @throws Problem 404 */
  async of<E extends ClientRecord, V extends RecordView>(
    kind: RecordKind<E>,
    clientId: string,
  ): Promise<V[]> {
    await this.clients.require(clientId);
    const rows = await db().findAll(kind.entity, { clientId } as FindOptionsWhere<E>);
    return this.views<E, V>(kind, clientId, rows);
  }

  /** One record. @throws Problem 404 */
  async one<E extends ClientRecord, V extends RecordView>(kind: RecordKind<E>, id: string): Promise<V> {
    const row = await requireRow<E>(kind.entity, id);
    return (await this.views<E, V>(kind, row.clientId, [row]))[0]!;
  }

  private async views<E extends ClientRecord, V extends RecordView>(
    kind: RecordKind<E>,
    clientId: string,
    rows: E[],
  ): Promise<V[]> {
    if (rows.length === 0) return [];
    const { told } = kind;
    const earlier = told ? await earlierValues(clientId, kind.table, told.column, told.on) : [];
    const key = await this.keyring.clientKey(currentActor().orgId, clientId);
    const people = await colleaguesOf([
      ...rows.map((row) => row.createdBy),
      ...earlier.map((row) => row.replaced_by),
    ]);
    const dated = (row: E): string => String((row as unknown as Input)[kind.past[0] ?? ''] ?? '9999');
    rows.sort((a, b) => (dated(a) < dated(b) ? -1 : Number(dated(a) > dated(b))));
    return rows.map((row) => viewOf(kind, row, { key, people, earlier }) as unknown as V);
  }
}

function viewOf<E extends ClientRecord>(
  kind: RecordKind<E>,
  row: E,
  about: { key: ClientKey; people: Colleagues; earlier: EarlierRow[] },
): Input {
  const { key, people, earlier } = about;
  const values = row as unknown as Input;
  const now = kind.told ? values[kind.told.field] : null;
  const before = earlier.filter((each) => each.row_id === row.id);
  // The last one kept may differ from the present value in another field only.
  if (before.length > 0 && before.at(-1)!.value === now) before.pop();
  return {
    ...{ id: row.id, version: row.version },
    ...Object.fromEntries(fieldsOf(kind).map((field) => [field, values[field] ?? null])),
    ...openAll(key, kind.table, kind.sealed, row as never),
    by: personOf(row.createdBy, people),
    at: row.createdAt.toISOString(),
    earlier: before.map((each) => ({
      value: each.value,
      on: each.on,
      replacedBy: personOf(each.replaced_by, people),
      replacedAt: each.replaced_at.toISOString(),
    })),
    can: { edit: may('removal.edit') },
  };
}

const fieldsOf = <E extends ClientRecord>(kind: RecordKind<E>): string[] => [
  ...kind.codes,
  ...(kind.optional ?? []),
  ...kind.past,
  ...(kind.days ?? []),
];

async function readFacts<E extends ClientRecord>(kind: RecordKind<E>, input: Input): Promise<Input> {
  const facts: Record<string, unknown> = {};
  for (const field of kind.codes) {
    if (input[field] === null) throw badField(field, 'required', 'Choose one; “not known” is an answer too.');
    if (input[field] !== undefined) facts[field] = input[field];
  }
  for (const field of [...(kind.optional ?? []), ...(kind.days ?? [])]) {
    if (input[field] !== undefined) facts[field] = input[field];
  }
  const today = await officeToday();
  for (const field of kind.past) {
    const on = readPastDate(field, input[field] as string | null | undefined, today);
    if (on !== undefined) facts[field] = on;
  }
  return facts;
}

function checkOrder<E extends ClientRecord>(kind: RecordKind<E>, facts: Input): void {
  for (const [earlier, later] of kind.inOrder ?? [])
    mustNotPrecede(
      later,
      facts[later] as string | null,
      facts[earlier] as string | null,
      'before_start',
      'This cannot lie before the day it follows.',
    );
}

async function checkRefs<E extends ClientRecord>(
  kind: RecordKind<E>,
  clientId: string,
  facts: Input,
): Promise<void> {
  for (const [field, entity] of Object.entries(kind.refs ?? {})) {
    const id = facts[field];
    if (typeof id === 'string' && !(await db().find(entity, { id, clientId } as never)))
      throw badField(field, 'unknown_record', 'This client has no such record.');
  }
}
