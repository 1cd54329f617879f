import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The protocol for a detained client, from the button to its end. */
@Entity('detained_protocol')
export class DetainedProtocol {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'counted_from', type: 'timestamptz' }) countedFrom: Date;
  @Column({ type: 'text' }) basis: string;
  @Column({ name: 'started_by', type: 'uuid' }) startedBy: string;
  @Column({ name: 'started_at', type: 'timestamptz' }) startedAt: Date;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt: Date | null;
  @Column({ name: 'ended_by', type: 'uuid', nullable: true }) endedBy: string | null;
  @Column({ name: 'ended_how', type: 'text', nullable: true }) endedHow: string | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** What was done of one step of a plan. */
@Entity('plan_step')
export class PlanStep {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'protocol_id', type: 'uuid', nullable: true }) protocolId: string | null;
  @Column({ name: 'check_in_id', type: 'uuid', nullable: true }) checkInId: string | null;
  /** Id of the item in the plan. */
  @Column({ type: 'text' }) step: string;
  @Column({ name: 'assigned_to', type: 'uuid', nullable: true }) assignedTo: string | null;
  @Column({ type: 'text' }) state: string;
  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true }) settledAt: Date | null;
  @Column({ name: 'settled_by', type: 'uuid', nullable: true }) settledBy: string | null;
  @Column({ type: 'bytea', nullable: true }) reason: Buffer | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
