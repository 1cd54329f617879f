import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One reading of an organisation's whole audit trail, and what did not fit. */
@Entity('audit_check')
export class AuditCheck {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'timestamptz' }) at: Date;
  @Column({ type: 'bigint' }) entries: number;
  @Column({ name: 'head_seq', type: 'bigint' }) headSeq: number;
  @Column({ type: 'bytea' }) hash: Buffer;
  @Column({ type: 'integer' }) anchors: number;
  @Column({ type: 'bigint', array: true }) breaks: number[];
  @Column({ name: 'anchor_breaks', type: 'bigint', array: true }) anchorBreaks: number[];
}

/** Something a director must look at. */
@Entity('access_alert')
export class AccessAlert {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ name: 'user_id', type: 'uuid', nullable: true }) userId: string | null;
  @Column({ type: 'integer' }) count: number;
  @Column({ type: 'timestamptz' }) at: Date;
  @Column({ type: 'timestamptz' }) hour: Date;
}
