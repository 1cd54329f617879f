import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who asks for help. Sealed under a key of its own, which is destroyed with it. */
@Entity('referral')
export class Referral {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ type: 'text' }) state: string;
  @Column({ type: 'text' }) origin: string;
  @Column({ name: 'from_org_id', type: 'uuid', nullable: true }) fromOrgId: string | null;
  @Column({ name: 'from_name', type: 'text', nullable: true }) fromName: string | null;
  @Column({ name: 'given_name', type: 'bytea' }) givenName: Buffer;
  @Column({ name: 'middle_name', type: 'bytea', nullable: true }) middleName: Buffer | null;
  @Column({ name: 'family_name', type: 'bytea' }) familyName: Buffer;
  @Column({ type: 'bytea', nullable: true }) birth: Buffer | null;
  @Column({ name: 'a_number_index', type: 'bytea', nullable: true }) aNumberIndex: Buffer | null;
  /** Everything else, as one text: none of it is shown before conflicts are cleared. */
  @Column({ type: 'bytea' }) details: Buffer;
  @Column({ name: 'decline_code', type: 'text', nullable: true }) declineCode: string | null;
  @Column({ name: 'decision_note', type: 'bytea', nullable: true }) decisionNote: Buffer | null;
  @Column({ name: 'keep_until', type: 'date', nullable: true }) keepUntil: string | null;
  @Column({ name: 'erased_at', type: 'timestamptz', nullable: true }) erasedAt: Date | null;
  @Column({ name: 'cleared_at', type: 'timestamptz', nullable: true }) clearedAt: Date | null;
  @Column({ name: 'cleared_by', type: 'uuid', nullable: true }) clearedBy: string | null;
  @Column({ name: 'became_client_id', type: 'uuid', nullable: true }) becameClientId: string | null;
  @Column({ name: 'received_by', type: 'uuid' }) receivedBy: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** A state that a referral came to, who brought it there and when. */
@Entity('referral_step')
export class ReferralStep {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'referral_id', type: 'uuid' }) referralId: string;
  @Column({ type: 'text' }) state: string;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
}

/** A client sent to another organisation of the installation, with what they agreed should cross. */
@Entity('sent_referral')
export class SentReferral {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'to_org_id', type: 'uuid' }) toOrgId: string;
  @Column({ name: 'to_name', type: 'text' }) toName: string;
  @Column({ type: 'text', array: true }) fields: string[];
  @Column({ name: 'consented_on', type: 'date' }) consentedOn: string;
  @Column({ name: 'consent_note', type: 'bytea', nullable: true }) consentNote: Buffer | null;
  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true }) sentAt: Date | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}

/** The public link of an organisation. Only the hash of its secret is kept. */
@Entity('intake_link')
export class IntakeLink {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'token_hash', type: 'bytea' }) tokenHash: Buffer;
  @Column({ name: 'opened_by', type: 'uuid' }) openedBy: string;
  @Column({ name: 'opened_at', type: 'timestamptz' }) openedAt: Date;
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true }) closedAt: Date | null;
}

/** Whether other organisations may send people here. */
@Entity('intake_setting')
export class IntakeSetting {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'accepts_referrals', type: 'boolean' }) acceptsReferrals: boolean;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
