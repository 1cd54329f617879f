import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AlternateDate, TraceStep, TriggerFact } from '@app/rules';

/** What a completed deadline would be now; `derived` false when the facts no longer lead to it. */
export interface MovedSince {
  derived: boolean;
  dueOn: string | null;
  taskOn: string | null;
}

/** A derived deadline as it stands, found again by its `key` when the facts are counted anew. */
@Entity('deadline')
export class Deadline {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ type: 'text' }) key: string;
  @Column({ name: 'rule_id', type: 'text' }) ruleId: string;
  @Column({ name: 'rule_version', type: 'integer' }) ruleVersion: number;
  @Column({ name: 'rule_status', type: 'text' }) ruleStatus: string;
  @Column({ name: 'rule_set_version', type: 'text' }) ruleSetVersion: string;
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ name: 'due_on', type: 'date', nullable: true }) dueOn: string | null;
  @Column({ name: 'task_on', type: 'date', nullable: true }) taskOn: string | null;
  @Column({ name: 'conservative_on', type: 'date', nullable: true }) conservativeOn: string | null;
  @Column({ name: 'outer_on', type: 'date', nullable: true }) outerOn: string | null;
  @Column({ type: 'jsonb' }) alternates: readonly AlternateDate[];
  @Column({ type: 'text' }) consequence: string;
  @Column({ type: 'text' }) cure: string;
  @Column({ type: 'text' }) stays: string;
  @Column({ type: 'text' }) citation: string;
  @Column({ type: 'boolean' }) verified: boolean;
  @Column({ type: 'jsonb' }) warnings: readonly string[];
  @Column({ type: 'jsonb' }) trace: readonly TraceStep[];
  @Column({ name: 'triggered_by', type: 'jsonb' }) triggeredBy: readonly TriggerFact[];
  @Column({ name: 'answered_by', type: 'jsonb', nullable: true }) answeredBy: TriggerFact | null;
  @Column({ type: 'text' }) status: string;
  @Column({ name: 'first_derived_on', type: 'date' }) firstDerivedOn: string;
  /** The day to act by, worked out by the table; null when there is nothing to act on. */
  @Column({ name: 'act_on', type: 'date', nullable: true, insert: false, update: false }) actOn:
    string | null;
  @Column({ name: 'confirmed_by', type: 'uuid', nullable: true }) confirmedBy: string | null;
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true }) confirmedAt: Date | null;
  /** When a moved date took the confirmation away; null after the next confirmation. */
  @Column({ name: 'unconfirmed_at', type: 'timestamptz', nullable: true }) unconfirmedAt: Date | null;
  @Column({ name: 'completed_by', type: 'uuid', nullable: true }) completedBy: string | null;
  @Column({ name: 'completed_at', type: 'timestamptz', nullable: true }) completedAt: Date | null;
  @Column({ name: 'completed_on', type: 'date', nullable: true }) completedOn: string | null;
  @Column({ name: 'completion_note', type: 'bytea', nullable: true }) completionNote: Buffer | null;
  @Column({ name: 'moved_since', type: 'jsonb', nullable: true }) movedSince: MovedSince | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** What happened to a deadline: the dates before, the dates after, why, by whom. Added, never changed. */
@Entity('deadline_history')
export class DeadlineEvent {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'deadline_id', type: 'uuid' }) deadlineId: string;
  @Column({ type: 'text' }) reason: string;
  @Column({ name: 'due_on', type: 'date', nullable: true }) dueOn: string | null;
  @Column({ name: 'task_on', type: 'date', nullable: true }) taskOn: string | null;
  @Column({ name: 'new_due_on', type: 'date', nullable: true }) newDueOn: string | null;
  @Column({ name: 'new_task_on', type: 'date', nullable: true }) newTaskOn: string | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
}
