import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody a client's matter touches. The office may not act against one client for another. */
@Entity('conflict_party')
export class ConflictParty {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'text' }) kind: string;
  /** The row of another library that this name comes from, such as a family member; null when entered here. */
  @Column({ name: 'source_id', type: 'uuid', nullable: true }) sourceId: string | null;
  @Column({ type: 'bytea' }) name: Buffer;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt: Date | null;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}

/** A keyed part of a party's name. */
@Entity('conflict_party_token')
export class ConflictPartyToken {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @PrimaryColumn({ name: 'party_id', type: 'uuid' }) partyId: string;
  @PrimaryColumn({ type: 'bytea' }) token: Buffer;
}

/** Somebody the office knows who belongs to no client of it: former clients of old files, officials. */
@Entity('office_party')
export class OfficeParty {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'bytea' }) name: Buffer;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt: Date | null;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}

/** A keyed part of a name of the office itself. */
@Entity('office_name_token')
export class OfficeNameToken {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ name: 'owner_id', type: 'uuid' }) ownerId: string;
  @Column({ type: 'text' }) owner: string;
  @PrimaryColumn({ type: 'bytea' }) token: Buffer;
}

/** That somebody looked for conflicts, and how many hits they were shown. */
@Entity('conflict_check')
export class ConflictCheck {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) cause: string;
  @Column({ name: 'subject_client_id', type: 'uuid', nullable: true }) subjectClientId: string | null;
  @Column({ name: 'referral_id', type: 'uuid', nullable: true }) referralId: string | null;
  @Column({ name: 'office_party_id', type: 'uuid', nullable: true }) officePartyId: string | null;
  @Column({ name: 'seen_hits', type: 'integer' }) seenHits: number;
  /** With how many people it compared, of those whom whoever asked may see; null before this was kept. */
  @Column({ type: 'integer', nullable: true }) compared: number | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
}

/** Two people who may stand against each other, or be one. Row security shows it to those who see both. */
@Entity('conflict_hit')
export class ConflictHit {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'pair_hash', type: 'bytea' }) pairHash: Buffer;
  @Column({ name: 'subject_role', type: 'text' }) subjectRole: string;
  @Column({ name: 'subject_client_id', type: 'uuid', nullable: true }) subjectClientId: string | null;
  @Column({ name: 'subject_party_id', type: 'uuid', nullable: true }) subjectPartyId: string | null;
  @Column({ name: 'subject_referral_id', type: 'uuid', nullable: true }) subjectReferralId: string | null;
  @Column({ name: 'subject_office_party_id', type: 'uuid', nullable: true }) subjectOfficePartyId:
    string | null;
  @Column({ name: 'other_role', type: 'text' }) otherRole: string;
  @Column({ name: 'other_client_id', type: 'uuid', nullable: true }) otherClientId: string | null;
  @Column({ name: 'other_party_id', type: 'uuid', nullable: true }) otherPartyId: string | null;
  @Column({ name: 'other_referral_id', type: 'uuid', nullable: true }) otherReferralId: string | null;
  @Column({ name: 'other_office_party_id', type: 'uuid', nullable: true }) otherOfficePartyId: string | null;
  @Column({ type: 'text' }) gravity: string;
  @Column({ type: 'text' }) how: string;
  @Column({ type: 'smallint' }) score: number;
  @Column({ type: 'text' }) decision: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** What somebody decided about a hit and why; never changed, a new decision is a new row. */
@Entity('conflict_decision')
export class ConflictDecision {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'hit_id', type: 'uuid' }) hitId: string;
  @Column({ type: 'text' }) decision: string;
  /** Whose key the reason is sealed under: a client, a referral, or null for the office's own. */
  @Column({ name: 'key_id', type: 'uuid', nullable: true }) keyId: string | null;
  @Column({ type: 'bytea' }) reason: Buffer;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
}
