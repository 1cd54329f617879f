import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who helps when it counts: one of the pod around the client. */
@Entity('trusted_contact')
export class TrustedContact {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ type: 'bytea' }) name: Buffer;
  @Column({ type: 'bytea', nullable: true }) relationship: Buffer | null;
  @Column({ type: 'text' }) role: string;
  @Column({ name: 'call_order', type: 'smallint' }) callOrder: number;
  @Column({ type: 'text', nullable: true }) language: string | null;
  /** When they agreed to be called; null while nobody has asked them. */
  @Column({ name: 'agreed_on', type: 'date', nullable: true }) agreedOn: string | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true }) withdrawnAt: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

@Entity('trusted_contact_phone')
export class TrustedContactPhone {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'trusted_contact_id', type: 'uuid' }) trustedContactId: string;
  @Column({ type: 'bytea' }) value: Buffer;
  @Column({ type: 'bytea', nullable: true }) label: Buffer | null;
  @Column({ type: 'boolean' }) safe: boolean;
  @Column({ type: 'smallint' }) position: number;
}
