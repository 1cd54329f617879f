import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who may be told what. Only the revoking of a row changes it; the database refuses anything else. */
@Entity('consent')
export class Consent {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'recipient_kind', type: 'text' }) recipientKind: string;
  @Column({ name: 'trusted_contact_id', type: 'uuid', nullable: true }) trustedContactId: string | null;
  @Column({ name: 'related_person_id', type: 'uuid', nullable: true }) relatedPersonId: string | null;
  /** Name of a recipient who is neither a trusted contact nor a relative. */
  @Column({ type: 'bytea', nullable: true }) recipient: Buffer | null;
  @Column({ type: 'text', array: true }) scopes: string[];
  @Column({ type: 'text', array: true }) channels: string[];
  @Column({ name: 'from_on', type: 'date' }) fromOn: string;
  @Column({ name: 'until_on', type: 'date', nullable: true }) untilOn: string | null;
  @Column({ name: 'given_how', type: 'text' }) givenHow: string;
  @Column({ name: 'given_language', type: 'text', nullable: true }) givenLanguage: string | null;
  @Column({ name: 'document_reference', type: 'bytea', nullable: true }) documentReference: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'recorded_by', type: 'uuid' }) recordedBy: string;
  @Column({ name: 'revoked_on', type: 'date', nullable: true }) revokedOn: string | null;
  @Column({ name: 'revoked_by', type: 'uuid', nullable: true }) revokedBy: string | null;
  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true }) revokedAt: Date | null;
  @Column({ name: 'revoke_reason', type: 'bytea', nullable: true }) revokeReason: Buffer | null;
  @Column({ name: 'replaced_by', type: 'uuid', nullable: true }) replacedBy: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
