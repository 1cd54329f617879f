import { Column, Entity } from 'typeorm';
import { ClientRecord } from '../records/client-record';

/** A condition the client lives under. What it asks for is never changed: another one takes its place. */
@Entity('supervision_condition')
export class SupervisionCondition extends ClientRecord {
  @Column({ type: 'text' }) kind: string;
  @Column({ name: 'from_on', type: 'text', nullable: true }) fromOn: string | null;
  @Column({ name: 'until_on', type: 'text', nullable: true }) untilOn: string | null;
  @Column({ name: 'imposed_by', type: 'text' }) imposedBy: string;
  @Column({ type: 'text' }) status: string;
  /** The condition that took its place. */
  @Column({ name: 'next_id', type: 'uuid', nullable: true }) nextId: string | null;
  @Column({ type: 'bytea', nullable: true }) terms: Buffer | null;
  /** The paper that imposed it. */
  @Column({ type: 'bytea', nullable: true }) document: Buffer | null;
  /** Why it ended or changed. */
  @Column({ type: 'bytea', nullable: true }) reason: Buffer | null;
}

/** That the client was asked about something, and what came of it. Asking again adds another. */
@Entity('inquiry')
export class Inquiry extends ClientRecord {
  @Column({ type: 'text' }) topic: string;
  @Column({ name: 'asked_on', type: 'date' }) askedOn: string;
  @Column({ type: 'text' }) answer: string;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
}
