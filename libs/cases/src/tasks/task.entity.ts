import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something to be done for a client. */
@Entity('task')
export class Task {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'case_id', type: 'uuid' }) caseId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'bytea' }) title: Buffer;
  @Column({ type: 'bytea', nullable: true }) details: Buffer | null;
  @Column({ name: 'assignee_id', type: 'uuid', nullable: true }) assigneeId: string | null;
  @Column({ name: 'due_on', type: 'date', nullable: true }) dueOn: string | null;
  @Column({ type: 'text' }) priority: string;
  @Column({ type: 'text' }) status: string;
  /** Why it was dropped or opened again. */
  @Column({ type: 'bytea', nullable: true }) reason: Buffer | null;
  /** Out of the lists until this day, when it comes back. */
  @Column({ name: 'asleep_until', type: 'date', nullable: true }) asleepUntil: string | null;
  @Column({ type: 'text', nullable: true }) repeats: string | null;
  /** The task whose end made this one, when it repeats. */
  @Column({ name: 'follows_id', type: 'uuid', nullable: true }) followsId: string | null;
  @Column({ name: 'ended_by', type: 'uuid', nullable: true }) endedBy: string | null;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt: Date | null;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** One line of a task's checklist, with who ticked it and when. */
@Entity('task_item')
export class TaskLine {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'task_id', type: 'uuid' }) taskId: string;
  @Column({ type: 'smallint' }) position: number;
  @Column({ type: 'bytea' }) text: Buffer;
  @Column({ name: 'ticked_by', type: 'uuid', nullable: true }) tickedBy: string | null;
  @Column({ name: 'ticked_at', type: 'timestamptz', nullable: true }) tickedAt: Date | null;
}

/** A step of a template: the office's own words. */
export interface TemplateStep {
  title: string;
  details: string | null;
  priority: string;
  /** Days after the day on which the template is used; null for a task without a day. */
  dueAfterDays: number | null;
  items: string[];
}

/** Tasks that a kind of case always needs. */
@Entity('task_template')
export class TaskTemplate {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ type: 'text' }) name: string;
  @Column({ name: 'case_type', type: 'text', nullable: true }) caseType: string | null;
  @Column({ type: 'jsonb' }) steps: TemplateStep[];
  @Column({ type: 'boolean' }) active: boolean;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
