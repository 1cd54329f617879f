import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@app/access';

/** A single-use way in, sent to one address. */
@Entity('invitation')
export class Invitation {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) email: string;
  @Column({ name: 'email_folded', type: 'text' }) emailFolded: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) role: Role;
  @Column({ name: 'token_hash', type: 'bytea' }) tokenHash: Buffer;
  @Column({ name: 'invited_by', type: 'uuid' }) invitedBy: string;
  @Column({ type: 'text' }) status: 'open' | 'accepted' | 'revoked';
  @Column({ name: 'mail_id', type: 'uuid', nullable: true }) mailId: string | null;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt: Date;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'accepted_at', type: 'timestamptz', nullable: true }) acceptedAt: Date | null;
}
