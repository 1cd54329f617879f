import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One matter of a client. */
@Entity('cases')
export class Case {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ type: 'text' }) type: string;
  @Column({ type: 'text' }) stage: string;
  @Column({ type: 'text' }) status: string;
  @Column({ name: 'responsible_id', type: 'uuid', nullable: true }) responsibleId: string | null;
  @Column({ name: 'opened_on', type: 'date' }) openedOn: string;
  @Column({ name: 'closed_on', type: 'date', nullable: true }) closedOn: string | null;
  @Column({ type: 'text', nullable: true }) outcome: string | null;
  @Column({ name: 'next_deadline_on', type: 'date', nullable: true }) nextDeadlineOn: string | null;
  @Column({ name: 'next_deadline_rule', type: 'text', nullable: true }) nextDeadlineRule: string | null;
  @Column({ name: 'next_check_in_on', type: 'date', nullable: true }) nextCheckInOn: string | null;
  @Column({ name: 'next_check_in_time', type: 'text', nullable: true }) nextCheckInTime: string | null;
  @Column({ type: 'text' }) custody: string;
  @Column({ name: 'clemency_stage', type: 'text', nullable: true }) clemencyStage: string | null;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** Who is on a case, since when and until when. The row rule of the whole product reads this table. */
@Entity('case_team')
export class CaseTeamMember {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'case_id', type: 'uuid' }) caseId: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'user_id', type: 'uuid' }) userId: string;
  @Column({ name: 'added_by', type: 'uuid' }) addedBy: string;
  @Column({ type: 'timestamptz' }) since: Date;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt: Date | null;
}

/** A stage the case reached, on which day, by whom. Never overwritten. */
@Entity('case_stage')
export class CaseStage {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'case_id', type: 'uuid' }) caseId: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'text' }) stage: string;
  @Column({ name: 'on_date', type: 'date' }) onDate: string;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
}
