import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A request for records. */
@Entity('record_request')
export class RecordRequest {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ type: 'text' }) agency: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'boolean' }) foia: boolean;
  @Column({ type: 'text' }) method: string;
  /** Follows from the events. */
  @Column({ type: 'text' }) status: string;
  @Column({ type: 'text', nullable: true }) outcome: string | null;
  @Column({ name: 'fee_cents', type: 'integer', nullable: true }) feeCents: number | null;
  @Column({ type: 'bytea', nullable: true }) office: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) subject: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) tracking: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) found: Buffer | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** Something that happened to a request, on its day. A wrong one is withdrawn and stays readable. */
@Entity('record_event')
export class RecordEvent {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'request_id', type: 'uuid' }) requestId: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ name: 'on_date', type: 'date' }) onDate: string;
  @Column({ type: 'text', nullable: true }) outcome: string | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true }) withdrawnAt: Date | null;
  @Column({ name: 'withdrawn_by', type: 'uuid', nullable: true }) withdrawnBy: string | null;
}
