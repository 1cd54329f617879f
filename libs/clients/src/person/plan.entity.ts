import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One saving of one item of the preparedness plan. The latest version of an item holds. */
@Entity('plan_entry')
export class PlanEntry {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'text' }) section: string;
  /** A code of PLAN_ITEMS, or the id of an item that the office added. */
  @Column({ type: 'text' }) item: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ type: 'bytea', nullable: true }) title: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) text: Buffer | null;
  @Column({ type: 'text' }) state: string;
  @Column({ name: 'done_on', type: 'date', nullable: true }) doneOn: string | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
}
