import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person looked for the client: where, when, with what result. Only added. */
@Entity('locator_look_up')
export class LocatorLookUp {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'episode_id', type: 'uuid', nullable: true }) episodeId: string | null;
  @Column({ name: 'looked_at', type: 'timestamptz' }) lookedAt: Date;
  @Column({ name: 'looked_in', type: 'text' }) lookedIn: string;
  @Column({ type: 'text' }) result: string;
  @Column({ name: 'facility_code', type: 'bytea', nullable: true }) facilityCode: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) place: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'next_due_at', type: 'timestamptz', nullable: true }) nextDueAt: Date | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
}
