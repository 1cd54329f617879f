import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a record was entered in error: who says so, why, and whether it was put back. */
@Entity('entry_withdrawal')
export class EntryWithdrawal {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'record_kind', type: 'text' }) recordKind: string;
  @Column({ name: 'record_id', type: 'uuid' }) recordId: string;
  @Column({ type: 'bytea' }) reason: Buffer;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
  @Column({ name: 'put_back_by', type: 'uuid', nullable: true }) putBackBy: string | null;
  @Column({ name: 'put_back_at', type: 'timestamptz', nullable: true }) putBackAt: Date | null;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
