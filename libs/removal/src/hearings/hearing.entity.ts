import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One date before the court. Moving it makes another row with the same root, so that every date somebody was told stays. */
@Entity('hearing')
export class Hearing {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'proceeding_id', type: 'uuid' }) proceedingId: string;
  /** The first of the rows that this hearing was moved through. */
  @Column({ name: 'root_id', type: 'uuid' }) rootId: string;
  /** Where it was moved to, or what it was adjourned to. */
  @Column({ name: 'next_id', type: 'uuid', nullable: true }) nextId: string | null;
  @Column({ type: 'text' }) kind: string;
  @Column({ name: 'date_state', type: 'text' }) dateState: string;
  @Column({ name: 'on_date', type: 'date', nullable: true }) onDate: string | null;
  /** Wall clock (HH:MM) at the court. */
  @Column({ name: 'at_time', type: 'text', nullable: true }) atTime: string | null;
  @Column({ name: 'time_zone', type: 'bytea', nullable: true }) timeZone: Buffer | null;
  /** null: the court of the proceeding. */
  @Column({ name: 'court_code', type: 'bytea', nullable: true }) courtCode: Buffer | null;
  @Column({ name: 'judge_id', type: 'bytea', nullable: true }) judgeId: Buffer | null;
  @Column({ name: 'place_kind', type: 'text' }) placeKind: string;
  @Column({ type: 'bytea', nullable: true }) place: Buffer | null;
  @Column({ type: 'text' }) status: string;
  @Column({ type: 'text', nullable: true }) adjournment: string | null;
  @Column({ type: 'bytea', nullable: true }) result: Buffer | null;
  /** Why it was moved or cancelled. */
  @Column({ type: 'bytea', nullable: true }) reason: Buffer | null;
  @Column({ name: 'created_by', type: 'uuid', nullable: true }) createdBy: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** One look at what the court says about the next hearing. Never changed afterwards. */
@Entity('hearing_look_up')
export class HearingLookUp {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'proceeding_id', type: 'uuid' }) proceedingId: string;
  /** The hearing it was compared with; null when none was recorded. */
  @Column({ name: 'hearing_id', type: 'uuid', nullable: true }) hearingId: string | null;
  @Column({ type: 'text' }) source: string;
  @Column({ type: 'text' }) outcome: string;
  /** What differs from the hearing it was compared with. */
  @Column({ type: 'text', array: true }) changes: string[];
  @Column({ name: 'found_kind', type: 'text', nullable: true }) foundKind: string | null;
  @Column({ name: 'found_state', type: 'text', nullable: true }) foundState: string | null;
  @Column({ name: 'found_on', type: 'date', nullable: true }) foundOn: string | null;
  @Column({ name: 'found_time', type: 'text', nullable: true }) foundTime: string | null;
  @Column({ name: 'found_court', type: 'bytea', nullable: true }) foundCourt: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'next_due_on', type: 'date' }) nextDueOn: string;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
}

/** Something to be said to a client. Nothing sends it yet: what people did about it are its steps. */
@Entity('planned_message')
export class PlannedMessage {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'about_kind', type: 'text' }) aboutKind: string;
  @Column({ name: 'about_id', type: 'uuid' }) aboutId: string;
  @Column({ type: 'text' }) status: string;
  @Column({ name: 'contact_id', type: 'uuid', nullable: true }) contactId: string | null;
  @Column({ type: 'bytea', nullable: true }) recipient: Buffer | null;
  @Column({ type: 'text' }) language: string;
  @Column({ type: 'bytea' }) body: Buffer;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** What somebody did about a message. Rows are added, never changed. */
@Entity('message_step')
export class MessageStep {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'message_id', type: 'uuid' }) messageId: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'text', nullable: true }) channel: string | null;
  @Column({ name: 'on_date', type: 'date' }) onDate: string;
  /** Who spoke with the client or tried to; null when the message was taken back. */
  @Column({ name: 'told_by', type: 'uuid', nullable: true }) toldBy: string | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
}
