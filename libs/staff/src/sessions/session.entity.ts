import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser that is signed in. Only the hash of its secret is kept. */
@Entity('session')
export class Session {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'user_id', type: 'uuid' }) userId: string;
  @Column({ name: 'token_hash', type: 'bytea' }) tokenHash: Buffer;
  @Column({ name: 'client_label', type: 'text' }) clientLabel: string;
  /** The person had never been signed in on this device before. */
  @Column({ name: 'new_device', type: 'boolean' }) newDevice: boolean;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'last_seen_at', type: 'timestamptz' }) lastSeenAt: Date;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt: Date;
}
