import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody asks the office for what it keeps. Who asked and for what is sealed under the organisation's key. */
@Entity('demand')
export class Demand {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'text' }) status: string;
  @Column({ name: 'received_from', type: 'bytea' }) receivedFrom: Buffer;
  @Column({ type: 'bytea' }) asked: Buffer;
  @Column({ name: 'received_on', type: 'date' }) receivedOn: string;
  @Column({ name: 'due_on', type: 'date', nullable: true }) dueOn: string | null;
  @Column({ name: 'period_from', type: 'date', nullable: true }) periodFrom: string | null;
  @Column({ name: 'period_to', type: 'date', nullable: true }) periodTo: string | null;
  @Column({ name: 'record_kinds', type: 'text', array: true }) recordKinds: string[];
  @Column({ name: 'recorded_by', type: 'uuid' }) recordedBy: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** A decision and, for release, the second person who approved it. A later one stands beside it. */
@Entity('demand_decision')
export class DemandDecision {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'demand_id', type: 'uuid' }) demandId: string;
  @Column({ type: 'text' }) decision: string;
  @Column({ type: 'bytea' }) reasons: Buffer;
  @Column({ name: 'decided_by', type: 'uuid' }) decidedBy: string;
  @Column({ name: 'decided_at', type: 'timestamptz' }) decidedAt: Date;
  @Column({ name: 'approved_by', type: 'uuid', nullable: true }) approvedBy: string | null;
  @Column({ name: 'approved_at', type: 'timestamptz', nullable: true }) approvedAt: Date | null;
}

/** A client in the scope of a demand, and the decision and approval by people who see that client. */
@Entity('demand_client')
export class DemandClient {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'demand_id', type: 'uuid' }) demandId: string;
  @Column({ name: 'added_by', type: 'uuid' }) addedBy: string;
  @Column({ name: 'added_at', type: 'timestamptz' }) addedAt: Date;
  @Column({ name: 'removed_at', type: 'timestamptz', nullable: true }) removedAt: Date | null;
  @Column({ name: 'decided_for', type: 'uuid', nullable: true }) decidedFor: string | null;
  @Column({ name: 'approved_for', type: 'uuid', nullable: true }) approvedFor: string | null;
}

/** A note, a document or, without either, a protected client, released for a demand or held back again: the newest counts. */
@Entity('demand_release')
export class DemandRelease {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'demand_id', type: 'uuid' }) demandId: string;
  @Column({ name: 'note_id', type: 'uuid', nullable: true }) noteId: string | null;
  @Column({ name: 'document_id', type: 'uuid', nullable: true }) documentId: string | null;
  @Column({ type: 'boolean' }) released: boolean;
  @Column({ type: 'bytea' }) reason: Buffer;
  @Column({ name: 'released_by', type: 'uuid' }) releasedBy: string;
  @Column({ name: 'released_at', type: 'timestamptz' }) releasedAt: Date;
}

/** One bundle that left the office. */
@Entity('demand_export')
export class DemandExport {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'demand_id', type: 'uuid' }) demandId: string;
  @Column({ name: 'decision_id', type: 'uuid' }) decisionId: string;
  @Column({ name: 'exported_by', type: 'uuid' }) exportedBy: string;
  @Column({ name: 'exported_at', type: 'timestamptz' }) exportedAt: Date;
  /** SHA-256 of the manifest in the bundle. */
  @Column({ name: 'manifest_hash', type: 'bytea' }) manifestHash: Buffer;
}

/** One thing in a bundle that left the office. */
@Entity('demand_export_item')
export class DemandExportItem {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'export_id', type: 'uuid' }) exportId: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ name: 'item_id', type: 'uuid' }) itemId: string;
}
