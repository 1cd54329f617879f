import { Column, Entity } from 'typeorm';
import { ClientRecord } from '../records/client-record';

/** Another source gives another date for a fact of the chronology. Both stay until somebody settles it. */
@Entity('disputed_date')
export class DisputedDate extends ClientRecord {
  @Column({ name: 'source_kind', type: 'text' }) sourceKind: string;
  @Column({ name: 'source_id', type: 'uuid' }) sourceId: string;
  /** The kind of fact, such as order_decided. */
  @Column({ type: 'text' }) field: string;
  @Column({ name: 'other_on', type: 'text', nullable: true }) otherOn: string | null;
  @Column({ type: 'text' }) status: string;
  @Column({ type: 'bytea', nullable: true }) why: Buffer | null;
}
