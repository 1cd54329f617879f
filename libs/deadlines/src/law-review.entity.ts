import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Standing } from './law-change';

/** A date that a change of law moved, for the attorney whose client it is, until somebody says that they saw it. */
@Entity('law_review')
export class LawReview {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'deadline_id', type: 'uuid' }) deadlineId: string;
  /** Null: no attorney is responsible, the directors look at it. */
  @Column({ name: 'attorney_id', type: 'uuid', nullable: true }) attorneyId: string | null;
  @Column({ type: 'text' }) cause: string;
  /** Words of the change log, or the closed days. */
  @Column({ type: 'text' }) what: string;
  /** Null: the law made a deadline that was not there. */
  @Column({ type: 'jsonb', nullable: true }) before: Standing | null;
  /** Null: it no longer follows. */
  @Column({ type: 'jsonb', nullable: true }) after: Standing | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
  /** When the mail about it was written. */
  @Column({ name: 'told_at', type: 'timestamptz', nullable: true }) toldAt: Date | null;
  @Column({ name: 'acknowledged_by', type: 'uuid', nullable: true }) acknowledgedBy: string | null;
  @Column({ name: 'acknowledged_at', type: 'timestamptz', nullable: true }) acknowledgedAt: Date | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
}
