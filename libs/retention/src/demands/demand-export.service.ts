import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Client, ClientNames } from '@app/clients';
import { cannot, changed, currentActor, db, FileStore, Keyring, newId, type ClientKey } from '@app/platform';
import type { ScopeFact, ScopeFile, ScopeNote } from './demand.queries';
import { DemandExport, DemandExportItem } from './demand.entity';
import { DemandReader } from './demand-reader';
import { DemandsService } from './demands.service';
import { selectionFor, type Selection } from './demand-selection';
import { ZIP_LIMIT, zipStream, type ZipEntry } from './zip';

/** One thing that leaves the office. */
interface Item extends ZipEntry {
  clientId: string;
  kind: string;
  id: string;
}

type PathOf = (clientId: string, rest: string) => string;

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
    const items = await this.items(await selectionFor(demand, decision.id));
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

  private async items(selection: Selection): Promise<Item[]> {
    const { clientIds } = selection;
    const keys = await this.keyring.clientKeys(currentActor().orgId, clientIds);
    const folder = new Map(clientIds.map((id, index) => [id, `client-${index + 1}`]));
    const at: PathOf = (clientId, rest) => `${folder.get(clientId)}/${rest}`;
    const items: Item[] = [];
    for (const id of clientIds) {
      if (selection.identity)
        items.push(json(id, 'identity', at(id, 'identity.json'), await this.identity(id)));
      if (selection.contacts)
        items.push(json(id, 'contacts', at(id, 'contacts.json'), await contactsOf(id, keys.get(id)!)));
      items.push(...chronologyOf(id, selection.facts, at));
    }
    items.push(...selection.notes.map((note) => noteItem(note, keys.get(note.client_id)!, at)));
    for (const file of selection.files) items.push(this.document(file, keys, at));
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

  private document(file: ScopeFile, keys: ReadonlyMap<string, ClientKey>, at: PathOf): Item {
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

function chronologyOf(clientId: string, facts: readonly ScopeFact[], at: PathOf): Item[] {
  const own = facts
    .filter((fact) => fact.client_id === clientId)
    .map(({ kind, on, attributes }) => ({ kind, on, attributes }));
  return own.length > 0 ? [json(clientId, 'chronology', at(clientId, 'chronology.json'), own)] : [];
}

function noteItem(note: ScopeNote, key: ClientKey, at: PathOf): Item {
  const text = key.box('case_note', note.id).open('text', note.text);
  const bytes = Buffer.from(`${note.on}\n\n${text}\n`, 'utf8');
  const kind = note.kind === 'privileged' ? 'released_note' : 'note';
  const path = at(note.client_id, `notes/${note.id}.txt`);
  return { clientId: note.client_id, kind, id: note.id, path, bytes: () => once(bytes) };
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
