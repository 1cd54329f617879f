import { Column, Entity, PrimaryColumn } from 'typeorm';

export const FACTOR_KINDS = ['totp', 'passkey'] as const;
export type FactorKind = (typeof FACTOR_KINDS)[number];

/** Something a person has, asked for beside the password: an authenticator app or a passkey. */
@Entity('second_factor')
export class SecondFactor {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'user_id', type: 'uuid' }) userId: string;
  @Column({ type: 'text' }) kind: FactorKind;
  @Column({ type: 'text' }) name: string;
  /** Pending until a code of it was typed: an app that was never set up must not lock its person out. */
  @Column({ type: 'text' }) status: 'pending' | 'active';
  /** Of an authenticator app, sealed under the organisation's key. */
  @Column({ type: 'bytea', nullable: true }) secret: Buffer | null;
  /** The newest time step a code was taken for: no code works twice, and no older one after it. */
  @Column({ name: 'last_step', type: 'bigint' }) lastStep: number;
  @Column({ name: 'credential_id', type: 'text', nullable: true }) credentialId: string | null;
  /** COSE key of a passkey, base64url. It verifies and cannot sign. */
  @Column({ name: 'public_key', type: 'text', nullable: true }) publicKey: string | null;
  @Column({ name: 'sign_count', type: 'bigint' }) signCount: number;
  @Column({ type: 'text', array: true }) transports: string[];
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true }) confirmedAt: Date | null;
  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true }) lastUsedAt: Date | null;
}

/** A code for the day the phone is lost. Only its hash is kept. */
@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'user_id', type: 'uuid' }) userId: string;
  @Column({ name: 'code_hash', type: 'bytea' }) codeHash: Buffer;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'used_at', type: 'timestamptz', nullable: true }) usedAt: Date | null;
}
