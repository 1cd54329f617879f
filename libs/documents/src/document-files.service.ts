import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { usePermission } from '@app/access';
import { currentActor, Database, db, FileStore, Keyring, Problem, UnitOfWork } from '@app/platform';
import { DocumentReader } from './document-reader';
import { DocumentVersion } from './document.entity';
import { ENDINGS, MEDIA_TYPES, type FileKind } from './files/sniff';

/** A file on its way out. */
export interface OutgoingFile {
  bytes: Readable;
  length: number;
  mediaType: string;
  /** Says nothing about anybody: names of downloads stay behind on shared machines. */
  fileName: string;
}

const GRACE_MS = 24 * 60 * 60_000;
const BATCH = 200;

/** Opens stored files for those who may read them, and puts aside what no row knows. */
@Injectable()
export class DocumentFiles {
  constructor(
    private readonly reader: DocumentReader,
    private readonly keyring: Keyring,
    private readonly store: FileStore,
    private readonly work: UnitOfWork,
    private readonly database: Database,
  ) {}

  /**
   * The file of a version. Its first bytes are opened before anything is answered, so that a missing or changed file is
   * said to be so; the audit entry is written before that.
   * @throws Problem 404, 410 when the file is gone
   */
  async open(versionId: string): Promise<OutgoingFile> {
    const { version, key } = await this.work.run(usePermission('document.read'), () => this.keyOf(versionId));
    const parts = this.store.read(version.storageName, key)[Symbol.asyncIterator]();
    const first = await parts.next().catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      throw new Problem(410, 'file_missing', 'This file is not in the file store. Tell your administrator.');
    });
    return {
      bytes: Readable.from(from(first, parts)),
      length: Number(version.bytes),
      mediaType: MEDIA_TYPES[version.kind as FileKind],
      fileName: `document-${versionId.slice(-8)}.${ENDINGS[version.kind as FileKind]}`,
    };
  }

  /**
   * Puts files aside that have no row and are older than a day: an upload that was broken off after the file was
   * written. Returns how many.
   */
  async tidy(grace = GRACE_MS): Promise<number> {
    let found = 0;
    let batch: string[] = [];
    for await (const name of this.store.olderThan(grace)) {
      batch.push(name);
      if (batch.length < BATCH) continue;
      found += await this.putUnknownAside(batch);
      batch = [];
    }
    return found + (await this.putUnknownAside(batch));
  }

  private async keyOf(versionId: string): Promise<{ version: DocumentVersion; key: Buffer }> {
    const version = await this.reader.version(versionId);
    const clientKey = await this.keyring.clientKey(currentActor().orgId, version.clientId);
    return {
      version,
      key: clientKey.box('document_version', versionId).openBytes('file_key', version.fileKey),
    };
  }

  private async putUnknownAside(names: string[]): Promise<number> {
    if (names.length === 0) return 0;
    const offices = await this.database.outside<{ id: string }>('SELECT sec.organisations() AS id');
    const known = new Set<string>();
    for (const { id } of offices) {
      const rows = await this.work.asSystem(id, 'files.tidy', () =>
        db().query<{ storage_name: string }>(
          'SELECT storage_name FROM document_version WHERE org_id = $1 AND storage_name = ANY($2::text[])',
          [id, names],
        ),
      );
      for (const row of rows) known.add(row.storage_name);
    }
    const unknown = names.filter((name) => !known.has(name));
    for (const name of unknown) await this.store.setAside(name);
    return unknown.length;
  }
}

async function* from(
  first: IteratorResult<Buffer, unknown>,
  parts: AsyncIterator<Buffer, unknown>,
): AsyncGenerator<Buffer> {
  try {
    for (let next = first; !next.done; next = await parts.next()) yield next.value;
  } finally {
    await parts.return?.();
  }
}
