import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something to be sent, written in the same transaction as what it tells. The worker sends it. */
@Entity('outbox_message')
export class OutboxMessage {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'bytea' }) payload: Buffer;
  @Column({ name: 'due_at', type: 'timestamptz' }) dueAt: Date;
  @Column({ type: 'integer' }) attempts: number;
  @Column({ name: 'lease_until', type: 'timestamptz', nullable: true }) leaseUntil: Date | null;
  /** Since when it may have been sent although nobody recorded it: its sender ended, or got no answer in time. */
  @Column({ name: 'unsure_at', type: 'timestamptz', nullable: true }) unsureAt: Date | null;
  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true }) sentAt: Date | null;
  @Column({ name: 'given_up_at', type: 'timestamptz', nullable: true }) givenUpAt: Date | null;
  @Column({ type: 'text', nullable: true }) answer: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}
