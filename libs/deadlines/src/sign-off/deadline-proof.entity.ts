import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That something was filed, as one person recorded it and another signed it off or sent it back. */
@Entity('deadline_proof')
export class DeadlineProof {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'deadline_id', type: 'uuid' }) deadlineId: string;
  @Column({ type: 'text' }) way: string;
  @Column({ name: 'filed_on', type: 'date' }) filedOn: string;
  @Column({ type: 'bytea', nullable: true }) receipt: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  /** The document of the client's file that shows it. */
  @Column({ name: 'document_id', type: 'uuid', nullable: true }) documentId: string | null;
  @Column({ type: 'text' }) state: string;
  @Column({ name: 'recorded_by', type: 'uuid' }) recordedBy: string;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt: Date;
  @Column({ name: 'decided_by', type: 'uuid', nullable: true }) decidedBy: string | null;
  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true }) decidedAt: Date | null;
  @Column({ type: 'bytea', nullable: true }) reason: Buffer | null;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
