import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That two records of one person became one, and when it was undone. */
@Entity('client_merge')
export class ClientMerge {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  /** The record that stays. */
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'merged_id', type: 'uuid' }) mergedId: string;
  @Column({ type: 'bytea' }) reason: Buffer;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
  @Column({ name: 'undone_by', type: 'uuid', nullable: true }) undoneBy: string | null;
  @Column({ name: 'undone_at', type: 'timestamptz', nullable: true }) undoneAt: Date | null;
}

/** A row that a merge moved, or added. */
@Entity('client_merge_row')
export class ClientMergeRow {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'merge_id', type: 'uuid' }) mergeId: string;
  @Column({ name: 'table_name', type: 'text' }) tableName: string;
  @Column({ name: 'row_id', type: 'uuid' }) rowId: string;
  @Column({ type: 'boolean' }) added: boolean;
}
