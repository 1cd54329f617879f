import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A motion, petition or stay request that anybody filed. Dates may be known to the year or month only. */
@Entity('motion')
export class Motion {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  /** The order it is about; null when nobody knows which, as with papers of a notario. */
  @Column({ name: 'order_id', type: 'uuid', nullable: true }) orderId: string | null;
  @Column({ type: 'text' }) forum: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ name: 'filed_on', type: 'text', nullable: true }) filedOn: string | null;
  @Column({ name: 'filed_by', type: 'text' }) filedBy: string;
  @Column({ type: 'text' }) result: string;
  @Column({ name: 'result_on', type: 'text', nullable: true }) resultOn: string | null;
  @Column({ name: 'stay_until', type: 'date', nullable: true }) stayUntil: string | null;
  /** Who filed it, by name. */
  @Column({ type: 'bytea', nullable: true }) counsel: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  /** Who wrote the facts down last, and when; the table notes it. */
  @Column({ name: 'recorded_by', type: 'uuid', nullable: true, insert: false, update: false }) recordedBy:
    string | null;
  @Column({ name: 'recorded_at', type: 'timestamptz', nullable: true, insert: false, update: false })
  recordedAt: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
