import { Column, Entity } from 'typeorm';
import { ClientRecord } from '../records/client-record';

/** An arrest, whatever came of it. */
@Entity('arrest')
export class Arrest extends ClientRecord {
  @Column({ type: 'text' }) outcome: string;
  @Column({ name: 'conviction_id', type: 'uuid', nullable: true }) convictionId: string | null;
  @Column({ name: 'arrested_on', type: 'text', nullable: true }) arrestedOn: string | null;
  @Column({ name: 'outcome_on', type: 'text', nullable: true }) outcomeOn: string | null;
  @Column({ type: 'bytea', nullable: true }) agency: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) charges: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
}

/** How the client came to the country, and when status followed. */
@Entity('admission')
export class Admission extends ClientRecord {
  @Column({ name: 'as_refugee', type: 'text' }) asRefugee: string;
  @Column({ name: 'admitted_on', type: 'text', nullable: true }) admittedOn: string | null;
  @Column({ name: 'adjusted_on', type: 'text', nullable: true }) adjustedOn: string | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
}
