import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Client, ClientNames } from '@app/clients';
import { cannot, changed, currentActor, db, FileStore, Keyring, newId, type ClientKey } from '@app/platform';
import { datedFacts, filesOf, notesOf, type ScopeFile } from './demand.queries';
import { DemandExport, DemandExportItem, type Demand } from './demand.entity';
import { DemandReader } from './demand-reader';
import { DemandsService } from './demands.service';
import { covers } from './period';
import { ZIP_LIMIT, zipStream, type ZipEntry } from './zip';

/** One thing that leaves the office. */
interface Item extends ZipEntry {
  clientId: string;
  kind: string;
  id: string;
}

interface Measured {
  sha256: string;
  bytes: number;
}

/** Puts a decided and approved answer together: what is in the scope, and nothing else. */
@Injectable()
export class DemandExports {
  constructor(
    private readonly keyring: Keyring,
    private readonly names: ClientNames,
    private readonly store: FileStore,
    private readonly reader: DemandReader,
    private readonly demands: DemandsService,
  ) {}

  /**
   * The bundle as a stream; nothing of it is stored. Files are read once before the first byte goes out, so that the
   * hash of the manifest is in the log whatever becomes of the connection. @throws Problem 404, 422
   */
  async bundle(demandId: string): Promise<AsyncGenerator<Buffer>> {
    const demand = await this.reader.require(demandId);
    const decision = await this.demands.last(demandId);
    if (demand.status !== 'approved' || !decision?.approvedBy)
      throw cannot(
        'not_approved',
        'Nothing leaves the office before a second person has approved the decision.',
      );
    const clientIds = await this.approved(demandId, decision.id);
    const items = await this.items(demand, clientIds);
    if (items.length === 0) throw cannot('nothing_in_scope', 'Nothing is in the scope of this demand.');
    const lines: (Measured & { path: string; kind: string; id: string })[] = [];
    for (const item of items)
      lines.push({ path: item.path, kind: item.kind, id: item.id, ...(await measure(item)) });
    if (lines.reduce((sum, line) => sum + line.bytes, 0) > ZIP_LIMIT)
      throw cannot(
        'bundle_too_large',
        'This is more than one file can hold. Answer it in several spans of time.',
      );
    const manifest = Buffer.from(`${JSON.stringify({ demand: demandId, items: lines }, null, 2)}\n`, 'utf8');
    await this.log(demandId, decision.id, items, manifest);
    changed('export');
    return zipStream([...items, { path: 'manifest.json', bytes: () => once(manifest) }]);
  }

  /** Whoever decided, whoever approved and whoever exports see the client: the last by row security. */
  private async approved(demandId: string, decisionId: string): Promise<string[]> {
    const rows = await db().query<{ client_id: string }>(
      `SELECT d.client_id FROM demand_client d JOIN client c ON c.org_id = d.org_id AND c.id = d.client_id
        WHERE d.org_id = $1 AND d.demand_id = $2 AND d.removed_at IS NULL AND d.decided_for = $3 AND d.approved_for = $3
        ORDER BY d.added_at, d.id`,
      [currentActor().orgId, demandId, decisionId],
    );
    return rows.map((row) => row.client_id);
  }

  private async items(demand: Demand, clientIds: string[]): Promise<Item[]> {
    const keys = await this.keyring.clientKeys(currentActor().orgId, clientIds);
    const folder = new Map(clientIds.map((id, index) => [id, `client-${index + 1}`]));
    const at = (clientId: string, rest: string): string => `${folder.get(clientId)}/${rest}`;
    const asked = (kind: string): boolean => demand.recordKinds.includes(kind);
    const items: Item[] = [];
    for (const id of clientIds) {
      if (asked('identity'))
        items.push(json(id, 'identity', at(id, 'identity.json'), await this.identity(id)));
      if (asked('contacts'))
        items.push(json(id, 'contacts', at(id, 'contacts.json'), await contactsOf(id, keys.get(id)!)));
    }
    if (asked('chronology')) items.push(...(await this.chronology(demand, clientIds, at)));
    if (asked('notes')) items.push(...(await this.notes(demand, clientIds, keys, at)));
    if (asked('documents'))
      for (const file of await filesOf(demand, clientIds)) items.push(this.document(file, keys, at));
    return items.sort((a, b) => clientIds.indexOf(a.clientId) - clientIds.indexOf(b.clientId));
  }

  private async identity(clientId: string): Promise<object> {
    const client = (await db().find(Client, { id: clientId }))!;
    const key = await this.keyring.clientKey(currentActor().orgId, clientId);
    const box = key.box('client', clientId);
    const { birth, aNumber, countryOfBirth, citizenship } = client;
    return {
      name: (await this.names.display([clientId])).get(clientId),
      birth: box.open('birth', birth),
      aNumber: box.open('a_number', aNumber),
      countryOfBirth,
      citizenship,
    };
  }

  private async chronology(
    demand: Demand,
    clientIds: string[],
    at: (clientId: string, rest: string) => string,
  ): Promise<Item[]> {
    const period = { from: demand.periodFrom, to: demand.periodTo };
    const facts = (await datedFacts(clientIds)).filter((fact) => covers(period, fact.on));
    return clientIds.flatMap((id) => {
      const own = facts
        .filter((fact) => fact.client_id === id)
        .map(({ kind, on, attributes }) => ({ kind, on, attributes }));
      return own.length > 0 ? [json(id, 'chronology', at(id, 'chronology.json'), own)] : [];
    });
  }

  /** Privileged notes only when somebody released that very note for this demand. */
  private async notes(
    demand: Demand,
    clientIds: string[],
    keys: ReadonlyMap<string, ClientKey>,
    at: (clientId: string, rest: string) => string,
  ): Promise<Item[]> {
    const others = await notesOf(demand, clientIds, 'others');
    const released = (await notesOf(demand, clientIds, 'privileged')).filter(
      (note) => note.released === true,
    );
    return [...others, ...released].map((note) => {
      const text = keys.get(note.client_id)!.box('case_note', note.id).open('text', note.text);
      const bytes = Buffer.from(`${note.on}\n\n${text}\n`, 'utf8');
      const kind = note.kind === 'privileged' ? 'released_note' : 'note';
      const path = at(note.client_id, `notes/${note.id}.txt`);
      return { clientId: note.client_id, kind, id: note.id, path, bytes: () => once(bytes) };
    });
  }

  private document(
    file: ScopeFile,
    keys: ReadonlyMap<string, ClientKey>,
    at: (clientId: string, rest: string) => string,
  ): Item {
    const key = keys
      .get(file.client_id)!
      .box('document_version', file.id)
      .openBytes('file_key', file.file_key);
    return {
      clientId: file.client_id,
      kind: 'document',
      id: file.id,
      path: at(file.client_id, `documents/${file.id}.${file.kind === 'text' ? 'txt' : file.kind}`),
      bytes: () => this.store.read(file.storage_name, Buffer.from(key)),
    };
  }

  private async log(demandId: string, decisionId: string, items: Item[], manifest: Buffer): Promise<void> {
    const exportId = newId();
    await db().insert(DemandExport, {
      ...{ id: exportId, demandId, decisionId, exportedBy: currentActor().userId },
      manifestHash: createHash('sha256').update(manifest).digest(),
    });
    await db().insertAll(
      DemandExportItem,
      items.map((item) => ({
        ...{ id: newId(), clientId: item.clientId, exportId },
        kind: item.kind,
        itemId: item.id,
      })),
    );
  }
}

async function contactsOf(clientId: string, key: ClientKey): Promise<object[]> {
  const rows = await db().query<{ id: string; kind: string; value: Buffer }>(
    'SELECT id, kind, value FROM contact_point WHERE org_id = $1 AND client_id = $2 ORDER BY position, id',
    [currentActor().orgId, clientId],
  );
  return rows.map((row) => ({
    kind: row.kind,
    value: key.box('contact_point', row.id).open('value', row.value),
  }));
}

function json(clientId: string, kind: string, path: string, content: object): Item {
  const bytes = Buffer.from(`${JSON.stringify(content, null, 2)}\n`, 'utf8');
  return { clientId, kind, id: clientId, path, bytes: () => once(bytes) };
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

async function measure(item: Item): Promise<Measured> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of item.bytes()) {
    hash.update(part);
    bytes += part.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
