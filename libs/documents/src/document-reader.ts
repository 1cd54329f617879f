import { Inject, Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientsService } from '@app/clients';
import {
  about,
  CONFIG,
  currentActor,
  db,
  Keyring,
  notFound,
  type ClientKey,
  type Config,
} from '@app/platform';
import { DocumentVersion, StoredDocument } from './document.entity';
import {
  documentRow,
  documentsOf,
  factSourcesOf,
  pagesOf,
  versionsOf,
  type DocumentRow,
  type FactSourceRow,
  type VersionRow,
} from './document.queries';
import type {
  DocumentItem,
  DocumentList,
  DocumentVersionView,
  DocumentView,
  FactSourceView,
  VersionText,
} from './document.view';

/** Opens what is kept of documents for the people who may read them. */
@Injectable()
export class DocumentReader {
  constructor(
    private readonly clients: ClientsService,
    private readonly keyring: Keyring,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A client's documents, newest first, those withdrawn too. @throws Problem 404 */
  async of(clientId: string): Promise<DocumentList> {
    await this.clients.require(clientId);
    const rows = await documentsOf(clientId);
    const versions = await versionsOf(rows.map((row) => row.id));
    const key = await this.key(clientId);
    return {
      items: rows.map((row) =>
        itemOf(
          key,
          row,
          versions.filter((each) => each.document_id === row.id),
        ),
      ),
      largest: this.config.uploadBytes,
    };
  }

  /** One document with its versions and the facts that rest on it. @throws Problem 404 */
  async one(documentId: string): Promise<DocumentView> {
    const row = await documentRow(documentId);
    if (!row) throw notFound();
    about(row.client_id);
    const key = await this.key(row.client_id);
    const versions = await versionsOf([documentId]);
    const facts = await factSourcesOf(row.client_id, documentId);
    return {
      ...itemOf(key, row, versions),
      clientId: row.client_id,
      versions: versions.map((each) => versionOf(key, each)),
      facts: facts.map((each) => factSourceOf(key, each)),
    };
  }

  /** The text that was found in a version. @throws Problem 404 */
  async text(versionId: string): Promise<VersionText> {
    const version = await this.version(versionId);
    const key = await this.key(version.clientId);
    const pages = await pagesOf(versionId);
    return {
      items: pages.map(({ id, page, text }) => ({
        page,
        text: key.box('document_page', id).open('text', text),
      })),
    };
  }

  /** The row of a version; the audit entry is about its client. @throws Problem 404 */
  async version(versionId: string): Promise<DocumentVersion> {
    const version = await db().find(DocumentVersion, { id: versionId });
    if (!version) throw notFound();
    about(version.clientId);
    return version;
  }

  /** The row of a document; the audit entry is about its client. @throws Problem 404 */
  async document(documentId: string): Promise<StoredDocument> {
    const document = await db().find(StoredDocument, { id: documentId });
    if (!document) throw notFound();
    about(document.clientId);
    return document;
  }

  private key(clientId: string): Promise<ClientKey> {
    return this.keyring.clientKey(currentActor().orgId, clientId);
  }
}

function itemOf(key: ClientKey, row: DocumentRow, versions: VersionRow[]): DocumentItem {
  const box = key.box('document', row.id);
  const withdrawn = row.withdrawn_at;
  return {
    id: row.id,
    version: row.version,
    title: box.open('title', row.title),
    category: row.category,
    receivedOn: row.received_on,
    source: box.open('source', row.source),
    language: row.language,
    translationOf: row.translation_of,
    privileged: row.privileged,
    withdrawn: withdrawn && {
      at: withdrawn.toISOString(),
      by: { id: row.withdrawn_by ?? '', name: row.withdrawn_name ?? '' },
      reason: box.open('withdrawn_reason', row.withdrawn_reason) ?? '',
    },
    current: versionOf(key, versions[0]),
    versionCount: versions.length,
    factCount: row.facts,
    createdBy: { id: row.created_by, name: row.created_name },
    createdAt: row.created_at.toISOString(),
    can: { edit: may('document.write') && !withdrawn, withdraw: may('document.remove') },
  };
}

function versionOf(key: ClientKey, row: VersionRow): DocumentVersionView {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    fileName: key.box('document_version', row.id).open('file_name', row.file_name),
    bytes: Number(row.bytes),
    pages: row.pages,
    textState: row.text_state,
    active: row.active,
    uploadedBy: { id: row.uploaded_by, name: row.uploaded_name },
    uploadedAt: row.uploaded_at.toISOString(),
  };
}

/** A link between a fact and a document, opened. */
export function factSourceOf(key: ClientKey, row: FactSourceRow): FactSourceView {
  return {
    id: row.id,
    sourceKind: row.source_kind,
    sourceId: row.source_id,
    kind: row.field,
    documentId: row.document_id,
    documentTitle: key.box('document', row.document_id).open('title', row.title),
    page: row.page,
    quote: key.box('fact_source', row.id).open('quote', row.quote),
    addedBy: { id: row.added_by, name: row.added_name },
    addedAt: row.added_at.toISOString(),
  };
}
