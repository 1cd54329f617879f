import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What pays for work: a grant, a contract, the office itself. Names no client. */
@Entity('funding_code')
export class FundingCode {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ type: 'text' }) code: string;
  @Column({ type: 'text' }) name: string;
  @Column({ name: 'active_from', type: 'date', nullable: true }) activeFrom: string | null;
  @Column({ name: 'active_until', type: 'date', nullable: true }) activeUntil: string | null;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** Time that a person worked on a case. */
@Entity('time_entry')
export class TimeEntry {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'case_id', type: 'uuid' }) caseId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'user_id', type: 'uuid' }) userId: string;
  @Column({ name: 'on_date', type: 'date' }) onDate: string;
  @Column({ type: 'integer' }) minutes: number;
  @Column({ type: 'text' }) activity: string;
  @Column({ name: 'funding_id', type: 'uuid', nullable: true }) fundingId: string | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true }) withdrawnAt: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** A timer that runs: on the server, so that a browser keeps nothing of it. One for each person. */
@Entity('running_timer')
export class RunningTimer {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'case_id', type: 'uuid' }) caseId: string;
  @Column({ name: 'user_id', type: 'uuid' }) userId: string;
  @Column({ name: 'started_at', type: 'timestamptz' }) startedAt: Date;
}
