import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@app/access';

export const STAFF_STATUSES = ['active', 'suspended'] as const;
export type StaffStatus = (typeof STAFF_STATUSES)[number];

export const LOCK_KINDS = ['director', 'self'] as const;
export type LockKind = (typeof LOCK_KINDS)[number];

/** A person who can sign in. Their password lies in a table the application cannot read. */
@Entity('staff_user')
export class StaffUser {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) email: string;
  @Column({ name: 'email_folded', type: 'text' }) emailFolded: string;
  @Column({ type: 'text' }) role: Role;
  @Column({ type: 'text' }) status: StaffStatus;
  /** Closed in an emergency by a director, or by the person; null when it is not. */
  @Column({ name: 'locked_at', type: 'timestamptz', nullable: true }) lockedAt: Date | null;
  @Column({ name: 'lock_kind', type: 'text', nullable: true }) lockKind: LockKind | null;
  @Column({ name: 'locked_by', type: 'uuid', nullable: true }) lockedBy: string | null;
  /** Sealed under the organisation's key. */
  @Column({ name: 'lock_reason', type: 'bytea', nullable: true }) lockReason: Buffer | null;
  /** When the person chose a new password after locking the account themselves. */
  @Column({ name: 'lock_reset_at', type: 'timestamptz', nullable: true }) lockResetAt: Date | null;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
