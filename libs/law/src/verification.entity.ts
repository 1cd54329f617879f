import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An attorney's word that a record agrees with its source. Withdrawn, never changed or removed. */
@Entity('law_verification')
export class LawVerification {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  /** A rule, or `jurisdiction:IL` for a pardoning authority. */
  @Column({ name: 'rule_id', type: 'text' }) ruleId: string;
  /** Null for a pardoning authority, whose record has no versions. */
  @Column({ name: 'rule_version', type: 'integer', nullable: true }) ruleVersion: number | null;
  @Column({ name: 'on_date', type: 'date' }) onDate: string;
  @Column({ name: 'source_seen', type: 'text' }) sourceSeen: string;
  @Column({ type: 'text', nullable: true }) note: string | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true }) withdrawnAt: Date | null;
  @Column({ name: 'withdrawn_by', type: 'uuid', nullable: true }) withdrawnBy: string | null;
}
