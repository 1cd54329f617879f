import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A note on a case. Its text stays as it was written. */
@Entity('case_note')
export class CaseNote {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'case_id', type: 'uuid' }) caseId: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'bytea' }) text: Buffer;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'text' }) topic: string;
  /** The note whose text this one puts right. */
  @Column({ name: 'corrects_id', type: 'uuid', nullable: true }) correctsId: string | null;
  @Column({ name: 'pinned_at', type: 'timestamptz', nullable: true }) pinnedAt: Date | null;
  @Column({ name: 'pinned_by', type: 'uuid', nullable: true }) pinnedBy: string | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
}
