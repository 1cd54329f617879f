import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an organisation's stored dates were last counted under; one row, whose id is the organisation's. */
@Entity('law_basis')
export class CountedUnder {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  /** Of everything below together. */
  @Column({ type: 'text' }) fingerprint: string;
  @Column({ name: 'rule_set_version', type: 'text' }) ruleSetVersion: string;
  @Column({ name: 'calendar_mark', type: 'text' }) calendarMark: string;
  @Column({ name: 'verification_mark', type: 'text' }) verificationMark: string;
  /** When the law was looked at, before the count: what is entered during it belongs to the next. */
  @Column({ type: 'timestamptz' }) at: Date;
}
