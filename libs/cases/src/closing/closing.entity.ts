import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a case was closed. Opening it again takes nothing away. */
@Entity('case_closing')
export class CaseClosing {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'case_id', type: 'uuid' }) caseId: string;
  @Column({ name: 'on_date', type: 'date' }) onDate: string;
  @Column({ type: 'text' }) outcome: string;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
}

/** Something that was still open when a case was closed, and why it was left so. */
@Entity('case_closing_end')
export class ClosingEnd {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'closing_id', type: 'uuid' }) closingId: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ name: 'subject_id', type: 'uuid' }) subjectId: string;
  @Column({ name: 'on_date', type: 'date', nullable: true }) onDate: string | null;
  @Column({ type: 'bytea' }) reason: Buffer;
}
