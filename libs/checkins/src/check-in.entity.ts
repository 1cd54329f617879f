import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One appointment to report to ICE. Moving it makes another row, so that every date somebody was told stays. */
@Entity('check_in')
export class CheckIn {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'office_code', type: 'bytea' }) officeCode: Buffer;
  @Column({ name: 'time_zone', type: 'bytea' }) timeZone: Buffer;
  /** Day and wall-clock time (HH:MM) at the office. */
  @Column({ name: 'on_date', type: 'date' }) onDate: string;
  @Column({ name: 'at_time', type: 'text' }) atTime: string;
  @Column({ type: 'text' }) method: string;
  @Column({ type: 'text' }) status: string;
  @Column({ type: 'text', nullable: true }) outcome: string | null;
  @Column({ name: 'outcome_at', type: 'timestamptz', nullable: true }) outcomeAt: Date | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'outcome_note', type: 'bytea', nullable: true }) outcomeNote: Buffer | null;
  /** Why it was moved or cancelled. */
  @Column({ type: 'bytea', nullable: true }) reason: Buffer | null;
  @Column({ name: 'moved_from', type: 'uuid', nullable: true }) movedFrom: string | null;
  /** The appointment that follows: where it was moved to, or the next one of the series. */
  @Column({ name: 'next_id', type: 'uuid', nullable: true }) nextId: string | null;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
