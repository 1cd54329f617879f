import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClientsService, TextIndex } from '@app/clients';
import {
  badField,
  blindIndex,
  blindIndexes,
  cannot,
  changed,
  currentActor,
  db,
  KeyedTokens,
  Keyring,
  newId,
  type OrgKey,
  type TokenKeeper,
  type StoredFile,
} from '@app/platform';
import { CONTENT } from './content-hashes';
import { DocumentReader } from './document-reader';
import type { EditDocument, NewDocument, WithdrawDocument } from './document.dto';
import { DocumentPage, DocumentVersion, StoredDocument } from './document.entity';
import { pagesOf } from './document.queries';
import type { FileKind } from './files/sniff';
import type { Read } from './reading/reading';

/** A file that lies in the store and has been looked into. */
export interface Uploaded {
  file: StoredFile;
  kind: FileKind;
  /** Without folders. */
  fileName: string;
  read: Read;
}

/** Keeps documents, their versions and their texts. Files are written before it is called. */
@Injectable()
export class DocumentsService implements OnModuleInit, TokenKeeper {
  readonly columns = ['client_text_token.token'];

  constructor(
    private readonly clients: ClientsService,
    private readonly reader: DocumentReader,
    private readonly keyring: Keyring,
    private readonly texts: TextIndex,
    private readonly tokens: KeyedTokens,
  ) {}

  onModuleInit(): void {
    this.tokens.register(this);
  }

  /** Indexes every document of a client that counts anew, after the organisation got another key. */
  async rebuild(clientId: string): Promise<void> {
    const documents = await db().findAll(StoredDocument, { clientId });
    for (const document of documents) if (!document.withdrawnAt) await this.index(document.id);
  }

  /** Writes a new document with its first version. Returns its id. @throws Problem 404, 422 */
  async add(clientId: string, input: NewDocument, uploaded: Uploaded): Promise<string> {
    await this.clients.require(clientId);
    await this.requireTranslated(clientId, input.translationOf);
    await this.requireNew(clientId, uploaded);
    const id = newId();
    const box = (await this.key(clientId)).box('document', id);
    await db().insert(StoredDocument, {
      ...{ id, clientId, category: input.category, createdBy: currentActor().userId },
      title: box.seal('title', input.title?.trim() || withoutEnding(uploaded.fileName)),
      receivedOn: input.receivedOn ?? null,
      source: box.seal('source', input.source?.trim() || null),
      language: input.language ?? null,
      translationOf: input.translationOf ?? null,
      privileged: input.privileged ?? false,
    });
    await this.addFile(clientId, id, 1, uploaded);
    changed('document');
    await this.index(id);
    return id;
  }

  /** Adds a version; the ones before it stay. @throws Problem 404, 422 */
  async addVersion(documentId: string, uploaded: Uploaded): Promise<void> {
    const document = await this.reader.document(documentId);
    if (document.withdrawnAt)
      throw cannot('withdrawn', 'This document was withdrawn. Restore it before adding a version.');
    await this.requireNew(document.clientId, uploaded);
    const row = await db().one<{ last: number }>(
      `SELECT max(number) AS last FROM (SELECT number FROM document_version WHERE org_id = $1 AND document_id = $2
         FOR UPDATE) AS versions`,
      [currentActor().orgId, documentId],
    );
    await this.addFile(document.clientId, documentId, (row?.last ?? 0) + 1, uploaded);
    await db().update(StoredDocument, document, document.version, {});
    changed('versions');
    await this.index(documentId);
  }

  /** @throws Problem 404, 412, 422 */
  async edit(documentId: string, version: number, input: EditDocument): Promise<void> {
    const document = await this.reader.document(documentId);
    if (document.withdrawnAt)
      throw cannot('withdrawn', 'This document was withdrawn. Restore it to change it.');
    if (input.translationOf === documentId)
      throw badField('translationOf', 'itself', 'A document is no translation of itself.');
    await this.requireTranslated(document.clientId, input.translationOf);
    const box = (await this.key(document.clientId)).box('document', documentId);
    const { title, source, category, receivedOn, language, translationOf, privileged } = input;
    await db().update(StoredDocument, document, version, {
      ...present({ category, receivedOn, language, translationOf, privileged }),
      ...(title === undefined ? {} : { title: box.seal('title', title.trim()) }),
      ...(source === undefined ? {} : { source: box.seal('source', source?.trim() || null) }),
    });
    changed(...Object.keys(input));
    await this.index(documentId);
  }

  /** Marks a document as one that does not count; it stays readable with the reason, and leaves the search. */
  async withdraw(documentId: string, version: number, input: WithdrawDocument): Promise<void> {
    const document = await this.reader.document(documentId);
    if (document.withdrawnAt) throw cannot('withdrawn', 'This document was withdrawn already.');
    const box = (await this.key(document.clientId)).box('document', documentId);
    await db().update(StoredDocument, document, version, {
      withdrawnAt: new Date(),
      withdrawnBy: currentActor().userId,
      withdrawnReason: box.seal('withdrawn_reason', input.reason.trim()),
    });
    await this.texts.forget('document', documentId);
    changed('withdrawn');
  }

  /** Takes the withdrawal back. @throws Problem 404, 412, 422 */
  async restore(documentId: string, version: number): Promise<void> {
    const document = await this.reader.document(documentId);
    if (!document.withdrawnAt) throw cannot('not_withdrawn', 'This document was not withdrawn.');
    await db().update(StoredDocument, document, version, {
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawnReason: null,
    });
    await this.index(documentId);
    changed('withdrawn');
  }

  private async addFile(clientId: string, documentId: string, number: number, from: Uploaded): Promise<void> {
    const id = newId();
    const key = await this.key(clientId);
    const box = key.box('document_version', id);
    const { texts, complete, pages, active } = from.read;
    await db().insert(DocumentVersion, {
      ...{ id, clientId, documentId, number, kind: from.kind, pages, active },
      fileName: box.seal('file_name', from.fileName),
      storageName: from.file.name,
      fileKey: box.sealBytes('file_key', from.file.key),
      contentHash: blindIndex(await this.orgKey(), CONTENT, hex(from.file)),
      bytes: from.file.bytes,
      textState: !complete ? 'partly_read' : texts.size === 0 ? 'no_text' : 'read',
      uploadedBy: currentActor().userId,
    });
    const rows = [...texts].map(([page, text]) => {
      const pageId = newId();
      return {
        id: pageId,
        clientId,
        versionId: id,
        page,
        text: key.box('document_page', pageId).seal('text', text),
      };
    });
    for (let at = 0; at < rows.length; at += 500)
      await db().insertAll(DocumentPage, rows.slice(at, at + 500));
  }

  /** The title and the text of the newest version are what a search finds. */
  private async index(documentId: string): Promise<void> {
    const document = await this.reader.document(documentId);
    const [current] = await db().findAll(DocumentVersion, { documentId }, { number: 'DESC' });
    const key = await this.key(document.clientId);
    const box = key.box('document', documentId);
    const pages = await pagesOf(current.id);
    const texts = pages.map(({ id, text }) => key.box('document_page', id).open('text', text));
    const whole = [box.open('title', document.title), box.open('source', document.source) ?? '', ...texts];
    await this.texts.remember(document.clientId, 'document', documentId, whole.join('\n'));
  }

  private async requireTranslated(clientId: string, id: string | null | undefined): Promise<void> {
    if (!id) return;
    const original = await db().find(StoredDocument, { id, clientId });
    if (!original) throw badField('translationOf', 'unknown_document', 'This client has no such document.');
  }

  /** The same file twice is a mistake of the hand, and a hint which of the two counts is lost with it. */
  private async requireNew(clientId: string, { file }: Uploaded): Promise<void> {
    const same = await db().one<{ document_id: string }>(
      `SELECT v.document_id FROM document_version v JOIN document d ON d.org_id = v.org_id AND d.id = v.document_id
        WHERE v.org_id = $1 AND v.client_id = $2 AND v.content_hash = ANY ($3) AND d.withdrawn_at IS NULL LIMIT 1`,
      [currentActor().orgId, clientId, blindIndexes(await this.orgKey(), CONTENT, hex(file))],
    );
    if (same)
      throw cannot('same_file', 'This very file is among the documents of this client already.', {
        documentId: same.document_id,
      });
  }

  private orgKey(): Promise<OrgKey> {
    return this.keyring.orgKey(currentActor().orgId);
  }

  private key(clientId: string) {
    return this.keyring.clientKey(currentActor().orgId, clientId);
  }
}

function present<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function withoutEnding(name: string): string {
  return name.replace(/\.[^.]{1,5}$/, '').trim() || name;
}

const hex = ({ digest }: StoredFile): string => digest.toString('hex');
