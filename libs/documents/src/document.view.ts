import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '@app/cases';
import { DOCUMENT_CATEGORIES } from './document.dto';
import { FILE_KINDS } from './files/sniff';

const TEXT_STATES = ['read', 'partly_read', 'no_text'] as const;

export class DocumentVersionView {
  id: string;
  number: number;
  @ApiProperty({ enum: FILE_KINDS }) kind: string;
  /** The name the file had on the machine it came from, without folders. */
  fileName: string;
  bytes: number;
  /** Of a PDF. */
  pages: number | null;
  /** `no_text`: a picture or a scan; nothing in it can be searched. `partly_read`: reading was stopped by its limits. */
  @ApiProperty({ enum: TEXT_STATES }) textState: string;
  /** A PDF with scripts or files inside. They never run in the preview here; another program may run them. */
  active: boolean;
  uploadedBy: PersonRef;
  uploadedAt: string;
}

export class DocumentWithdrawal {
  at: string;
  by: PersonRef;
  reason: string;
}

export class DocumentCan {
  edit: boolean;
  withdraw: boolean;
}

export class DocumentItem {
  id: string;
  version: number;
  title: string;
  @ApiProperty({ enum: DOCUMENT_CATEGORIES }) category: string;
  receivedOn: string | null;
  source: string | null;
  language: string | null;
  translationOf: string | null;
  /** Stays here when a demand is answered, unless it is released for that demand. */
  privileged: boolean;
  @ApiProperty({ type: DocumentWithdrawal, nullable: true }) withdrawn: DocumentWithdrawal | null;
  /** The newest version; of a document there is always one. */
  current: DocumentVersionView;
  versionCount: number;
  /** Dated facts that rest on it. */
  factCount: number;
  createdBy: PersonRef;
  createdAt: string;
  can: DocumentCan;
}

export class DocumentList {
  items: DocumentItem[];
  /** The largest file that is taken, in bytes. */
  largest: number;
}

export class FactSourceView {
  id: string;
  sourceKind: string;
  sourceId: string;
  kind: string;
  documentId: string;
  documentTitle: string;
  page: number | null;
  quote: string | null;
  addedBy: PersonRef;
  addedAt: string;
}

export class FactSourceList {
  items: FactSourceView[];
}

export class DocumentView extends DocumentItem {
  clientId: string;
  /** Newest first. */
  versions: DocumentVersionView[];
  facts: FactSourceView[];
}

export class PageText {
  page: number;
  text: string;
}

export class VersionText {
  items: PageText[];
}

export class TextHit {
  @ApiProperty({ enum: ['note', 'document'] }) kind: string;
  id: string;
  clientId: string;
  /** The case of a note, or the newest case of the document's client. */
  caseId: string | null;
  clientName: string;
  /** Of a document. */
  title: string | null;
  /** Of a document with pages: the first one where the words stand. */
  page: number | null;
  snippet: string;
  at: string;
}

export class TextResults {
  items: TextHit[];
}
