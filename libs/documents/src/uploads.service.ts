import { statfs } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { usePermission } from '@app/access';
import { ClientsService } from '@app/clients';
import {
  cannot,
  CONFIG,
  FileStore,
  Problem,
  receiveUpload,
  UnitOfWork,
  validationPipe,
  type Config,
  type UploadPart,
} from '@app/platform';
import type { FastifyRequest } from 'fastify';
import { DocumentReader } from './document-reader';
import { NewDocument } from './document.dto';
import type { DocumentView } from './document.view';
import { DocumentsService, type Uploaded } from './documents.service';
import { fileNameOf } from './files/file-name';
import { receive } from './files/incoming';
import { Refused } from './files/refusal';
import { readFileSafely } from './reading/reading';

const LOOK = { action: 'document.write', rule: 'none', aboutClient: false } as const;
const pipe = validationPipe();

/**
 * Takes files in. Whether the person may is settled first, then the file is received, sealed and looked into outside of
 * any transaction, and at last its row is written with the audit entry. A file whose row is never written is removed by
 * the worker; it is not removed here when the outcome of the commit is not known.
 */
@Injectable()
export class UploadsService {
  constructor(
    private readonly clients: ClientsService,
    private readonly reader: DocumentReader,
    private readonly documents: DocumentsService,
    private readonly store: FileStore,
    private readonly work: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem 404, 413, 415, 422, 507 */
  async add(clientId: string, request: FastifyRequest): Promise<DocumentView> {
    await this.work.run(LOOK, () => this.clients.require(clientId));
    const { body, uploaded } = await this.take(request, fieldsOfNew);
    return this.keep(uploaded, () => this.documents.add(clientId, body, uploaded));
  }

  /** @throws Problem 404, 413, 415, 422, 507 */
  async addVersion(documentId: string, request: FastifyRequest): Promise<DocumentView> {
    await this.work.run(LOOK, () => this.reader.document(documentId));
    const { uploaded } = await this.take(request, noFields);
    return this.keep(uploaded, async () => {
      await this.documents.addVersion(documentId, uploaded);
      return documentId;
    });
  }

  private async take<Body>(
    request: FastifyRequest,
    read: (fields: Record<string, string>) => Promise<Body>,
  ): Promise<{ body: Body; uploaded: Uploaded }> {
    await this.requireSpace();
    return receiveUpload(request, this.config.uploadBytes, async (part) => {
      const body = await read(part.fields);
      return { body, uploaded: await this.seal(part) };
    }).catch((error: unknown) => {
      throw problemOf(error);
    });
  }

  private async seal({ fileName, bytes }: UploadPart): Promise<Uploaded> {
    const incoming = await receive(bytes, this.config.uploadBytes);
    const file = await this.store.put(incoming.bytes, this.config.uploadBytes);
    try {
      const read = await readFileSafely(incoming.kind, () => this.store.read(file.name, file.key));
      return { file, read, kind: incoming.kind, fileName: fileNameOf(fileName) };
    } catch (error) {
      await this.store.remove(file.name);
      throw error;
    }
  }

  private async keep(uploaded: Uploaded, write: () => Promise<string>): Promise<DocumentView> {
    try {
      return await this.work.run(usePermission('document.write'), async () => this.reader.one(await write()));
    } catch (error) {
      if (error instanceof Problem) await this.store.remove(uploaded.file.name);
      throw error;
    } finally {
      uploaded.file.key.fill(0);
    }
  }

  /** A disk that is full stops the database too, so uploads stop well before it is. */
  private async requireSpace(): Promise<void> {
    const disk = await statfs(this.config.home).catch(() => null);
    if (!disk || disk.bavail * disk.bsize > 4 * this.config.uploadBytes) return;
    throw new Problem(
      507,
      'storage_full',
      'There is no room for more files on the server. Tell your administrator; nothing was lost.',
    );
  }
}

function fieldsOfNew(fields: Record<string, string>): Promise<NewDocument> {
  return pipe.transform(fields, { type: 'body', metatype: NewDocument }) as Promise<NewDocument>;
}

async function noFields(fields: Record<string, string>): Promise<void> {
  if (Object.keys(fields).length > 0)
    throw new Problem(400, 'unknown_field', 'A new version brings its file and nothing else.');
}

/** A refused file as an answer: the sentence says what to do. Nothing of the file is in it. */
function problemOf(error: unknown): unknown {
  return error instanceof Refused ? cannot(`file_${error.code}`, error.message) : error;
}
