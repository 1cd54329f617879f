import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that a supervisor is asked to look at, and what they said. */
@Entity('review_request')
export class ReviewRequest {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'case_id', type: 'uuid' }) caseId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ type: 'text' }) subject: string;
  @Column({ type: 'bytea' }) question: Buffer;
  /** Whom it is for; null for anybody who decides reviews and sees the client. */
  @Column({ name: 'asked_of', type: 'uuid', nullable: true }) askedOf: string | null;
  @Column({ type: 'text' }) status: string;
  @Column({ name: 'requested_by', type: 'uuid' }) requestedBy: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'decided_by', type: 'uuid', nullable: true }) decidedBy: string | null;
  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true }) decidedAt: Date | null;
  @Column({ type: 'bytea', nullable: true }) reason: Buffer | null;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
