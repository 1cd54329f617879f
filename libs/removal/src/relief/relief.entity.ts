import { Column, Entity } from 'typeorm';
import { ClientRecord } from '../records/client-record';

/** An application for relief from removal, wherever it was filed. */
@Entity('relief_application')
export class ReliefApplication extends ClientRecord {
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'text' }) forum: string;
  @Column({ type: 'text' }) status: string;
  @Column({ name: 'filed_on', type: 'text', nullable: true }) filedOn: string | null;
  @Column({ name: 'status_on', type: 'text', nullable: true }) statusOn: string | null;
  @Column({ type: 'bytea', nullable: true }) receipt: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
}

/** An appeal or petition to a higher forum. */
@Entity('appeal')
export class Appeal extends ClientRecord {
  @Column({ type: 'text' }) forum: string;
  @Column({ name: 'filed_by', type: 'text' }) filedBy: string;
  @Column({ type: 'text' }) fee: string;
  @Column({ type: 'text' }) result: string;
  @Column({ name: 'order_id', type: 'uuid', nullable: true }) orderId: string | null;
  @Column({ name: 'filed_on', type: 'text', nullable: true }) filedOn: string | null;
  @Column({ name: 'briefed_on', type: 'text', nullable: true }) briefedOn: string | null;
  @Column({ name: 'decided_on', type: 'text', nullable: true }) decidedOn: string | null;
  @Column({ name: 'brief_due_on', type: 'date', nullable: true }) briefDueOn: string | null;
  @Column({ type: 'bytea', nullable: true }) receipt: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) counsel: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
}

/** A prior order put into effect again after a return, INA 241(a)(5). */
@Entity('reinstatement')
export class Reinstatement extends ClientRecord {
  @Column({ type: 'text' }) contested: string;
  @Column({ name: 'order_id', type: 'uuid' }) orderId: string;
  @Column({ name: 'reinstated_on', type: 'text', nullable: true }) reinstatedOn: string | null;
  @Column({ name: 'served_on', type: 'text', nullable: true }) servedOn: string | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
}
