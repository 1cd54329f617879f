import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@app/access';

export const STAFF_STATUSES = ['active', 'suspended'] as const;
export type StaffStatus = (typeof STAFF_STATUSES)[number];

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
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
