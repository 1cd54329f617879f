import { Column, Entity, PrimaryColumn } from 'typeorm';

/** From this day on somebody was held, free, or it was not known. Never changed, only followed by another. */
@Entity('custody_period')
export class CustodyPeriod {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'text' }) status: string;
  @Column({ type: 'date' }) since: string;
  @Column({ type: 'bytea', nullable: true }) place: Buffer | null;
  @Column({ type: 'text' }) source: string;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
}
