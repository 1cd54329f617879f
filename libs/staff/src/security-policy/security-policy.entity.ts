import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@app/access';

/** Which roles of the office need a second factor, and from which day. No row: none does. */
@Entity('security_policy')
export class SecurityPolicy {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text', array: true }) roles: Role[];
  @Column({ name: 'required_from', type: 'date' }) requiredFrom: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
