import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The date a paper prints for one deadline. It hangs on the deadline's key and so outlives every recomputation. */
@Entity('printed_date')
export class PrintedDate {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'deadline_key', type: 'text' }) deadlineKey: string;
  @Column({ name: 'on_date', type: 'date' }) onDate: string;
  @Column({ type: 'text' }) document: string;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true }) withdrawnAt: Date | null;
  @Column({ name: 'withdrawn_by', type: 'uuid', nullable: true }) withdrawnBy: string | null;
}
