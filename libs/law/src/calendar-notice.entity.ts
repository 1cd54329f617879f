import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A closed day that no statute tells: an executive closure, a state's holiday, an outage of a forum. */
@Entity('calendar_notice')
export class CalendarNotice {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ type: 'text' }) layer: string;
  @Column({ name: 'on_date', type: 'date' }) onDate: string;
  @Column({ type: 'text' }) name: string;
  /** Null: every forum. */
  @Column({ type: 'text', nullable: true }) forum: string | null;
  @Column({ type: 'text', nullable: true }) state: string | null;
  @Column({ name: 'source_link', type: 'text', nullable: true }) sourceLink: string | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true }) withdrawnAt: Date | null;
  @Column({ name: 'withdrawn_by', type: 'uuid', nullable: true }) withdrawnBy: string | null;
}
