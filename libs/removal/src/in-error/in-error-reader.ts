import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientsService } from '@app/clients';
import { amongErrors, currentActor, db, Keyring, type ClientKey } from '@app/platform';
import { colleaguesOf, personOf, type Colleagues } from '../colleagues';
import { requireRow } from '../removal-rows';
import { EntryWithdrawal } from './entry-withdrawal.entity';
import { ERROR_KINDS, type ErrorKindName } from './error-kinds';
import type { EntriesInError, EntryInErrorView } from './in-error.dto';

interface Told {
  plain: Record<string, string | null>;
  text: Buffer | null;
}

/** Reads what was entered in error: the one place that shows it. */
@Injectable()
export class InErrorReader {
  constructor(
    private readonly clients: ClientsService,
    private readonly keyring: Keyring,
  ) {}

  /** Everything of a client that was withdrawn, also what was put back. @throws Problem 404 */
  async of(clientId: string): Promise<EntriesInError> {
    await this.clients.require(clientId);
    const rows = await db().findAll(EntryWithdrawal, { clientId }, { at: 'DESC', id: 'DESC' });
    return { items: await this.views(clientId, rows), can: { withdraw: may('removal.edit') } };
  }

  /** @throws Problem 404 */
  async one(id: string): Promise<EntryInErrorView> {
    const row = await requireRow(EntryWithdrawal, id);
    return (await this.views(row.clientId, [row]))[0]!;
  }

  private async views(clientId: string, rows: EntryWithdrawal[]): Promise<EntryInErrorView[]> {
    const key = await this.keyring.clientKey(currentActor().orgId, clientId);
    const people = await colleaguesOf(rows.flatMap(({ byUser, putBackBy }) => [byUser, putBackBy]));
    const records = await amongErrors(() => recordsOf(clientId, rows));
    return rows.map((row) => viewOf(row, records.get(row.recordId), key, people));
  }
}

/** The records meant, by id: one query for each kind that occurs. */
async function recordsOf(clientId: string, rows: EntryWithdrawal[]): Promise<Map<string, Told>> {
  const found = new Map<string, Told>();
  for (const kind of new Set(rows.map(({ recordKind }) => recordKind as ErrorKindName))) {
    const { plain, text } = ERROR_KINDS[kind];
    const pairs = plain.map((column) => `'${column}', x."${column}"`).join(', ');
    const ids = rows.filter(({ recordKind }) => recordKind === kind).map(({ recordId }) => recordId);
    const records = await db().query<Told & { id: string }>(
      `SELECT x.id, jsonb_build_object(${pairs}) AS plain, x."${text}" AS text FROM "${kind}" x
        WHERE x.org_id = $1 AND x.client_id = $2 AND x.id = ANY ($3::uuid[])`,
      [currentActor().orgId, clientId, ids],
    );
    for (const record of records) found.set(record.id, record);
  }
  return found;
}

function viewOf(
  row: EntryWithdrawal,
  record: Told | undefined,
  key: ClientKey,
  people: Colleagues,
): EntryInErrorView {
  const opens = !key.erased && may('client.names');
  const { text: column, plain } = ERROR_KINDS[row.recordKind as ErrorKindName];
  const values = record?.plain ?? {};
  return {
    ...{ id: row.id, version: row.version, kind: row.recordKind, recordId: row.recordId },
    facts: plain.flatMap((name) =>
      typeof values[name] === 'string' ? [{ name: camel(name), value: values[name] }] : [],
    ),
    text: opens && record ? key.box(row.recordKind, row.recordId).open(column, record.text) : null,
    reason: opens ? key.box('entry_withdrawal', row.id).open('reason', row.reason) : null,
    by: personOf(row.byUser, people),
    at: row.at.toISOString(),
    putBack: row.putBackAt ? { by: personOf(row.putBackBy, people), at: row.putBackAt.toISOString() } : null,
    can: { putBack: may('removal.edit') && !row.putBackAt },
  };
}

const camel = (name: string): string =>
  name.replace(/_(.)/g, (_whole, letter: string) => letter.toUpperCase());
