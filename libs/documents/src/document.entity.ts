import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A paper about a client: an order, a record, a receipt. Its file is in its versions. */
@Entity('document')
export class StoredDocument {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ type: 'bytea' }) title: Buffer;
  @Column({ type: 'text' }) category: string;
  @Column({ name: 'received_on', type: 'date', nullable: true }) receivedOn: string | null;
  @Column({ type: 'bytea', nullable: true }) source: Buffer | null;
  @Column({ type: 'text', nullable: true }) language: string | null;
  @Column({ name: 'translation_of', type: 'uuid', nullable: true }) translationOf: string | null;
  /** Stays in the office when a demand is answered, unless it was released for that demand. */
  @Column({ type: 'boolean' }) privileged: boolean;
  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true }) withdrawnAt: Date | null;
  @Column({ name: 'withdrawn_by', type: 'uuid', nullable: true }) withdrawnBy: string | null;
  @Column({ name: 'withdrawn_reason', type: 'bytea', nullable: true }) withdrawnReason: Buffer | null;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** One file of a document, as it was uploaded. It is never changed. */
@Entity('document_version')
export class DocumentVersion {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'document_id', type: 'uuid' }) documentId: string;
  @Column({ type: 'integer' }) number: number;
  @Column({ type: 'text' }) kind: string;
  @Column({ name: 'file_name', type: 'bytea' }) fileName: Buffer;
  @Column({ name: 'storage_name', type: 'text' }) storageName: string;
  /** The file's own key, sealed under the client's. */
  @Column({ name: 'file_key', type: 'bytea' }) fileKey: Buffer;
  /** Keyed hash of the content: tells that the same file is there already, and nothing else. */
  @Column({ name: 'content_hash', type: 'bytea' }) contentHash: Buffer;
  @Column({ type: 'bigint' }) bytes: number;
  @Column({ type: 'integer', nullable: true }) pages: number | null;
  @Column({ name: 'text_state', type: 'text' }) textState: string;
  @Column({ type: 'boolean' }) active: boolean;
  @Column({ name: 'uploaded_by', type: 'uuid' }) uploadedBy: string;
  @Column({ name: 'uploaded_at', type: 'timestamptz' }) uploadedAt: Date;
}

/** The text of one page, for snippets and for whoever cannot see the picture of it. */
@Entity('document_page')
export class DocumentPage {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'version_id', type: 'uuid' }) versionId: string;
  @Column({ type: 'integer' }) page: number;
  @Column({ type: 'bytea' }) text: Buffer;
}

/** Where a dated fact was read. */
@Entity('fact_source')
export class FactSource {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'document_id', type: 'uuid' }) documentId: string;
  @Column({ name: 'source_kind', type: 'text' }) sourceKind: string;
  @Column({ name: 'source_id', type: 'uuid' }) sourceId: string;
  @Column({ type: 'text' }) field: string;
  @Column({ type: 'integer', nullable: true }) page: number | null;
  @Column({ type: 'bytea', nullable: true }) quote: Buffer | null;
  @Column({ name: 'added_by', type: 'uuid' }) addedBy: string;
  @Column({ name: 'added_at', type: 'timestamptz' }) addedAt: Date;
}
