import { Column, Entity } from 'typeorm';
import { ClientRecord } from '../records/client-record';

/** A country somebody fears, or that was named as a place to be sent to. */
@Entity('country_concern')
export class CountryConcern extends ClientRecord {
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'text' }) country: string;
  @Column({ name: 'said_on', type: 'text', nullable: true }) saidOn: string | null;
  @Column({ type: 'bytea', nullable: true }) reason: Buffer | null;
}

/** An attempt to get a travel document. */
@Entity('travel_document')
export class TravelDocument extends ClientRecord {
  @Column({ name: 'requested_by', type: 'text' }) requestedBy: string;
  @Column({ type: 'text' }) result: string;
  @Column({ type: 'text' }) country: string;
  @Column({ name: 'requested_on', type: 'text', nullable: true }) requestedOn: string | null;
  @Column({ name: 'answered_on', type: 'text', nullable: true }) answeredOn: string | null;
  @Column({ type: 'bytea', nullable: true }) consulate: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) document: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
}

/** A time the client left the United States. */
@Entity('departure')
export class Departure extends ClientRecord {
  @Column({ type: 'text' }) how: string;
  @Column({ name: 'left_on', type: 'text', nullable: true }) leftOn: string | null;
  @Column({ name: 'returned_on', type: 'text', nullable: true }) returnedOn: string | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
}
