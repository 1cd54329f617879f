import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One detention, from the arrest to its end. */
@Entity('custody_episode')
export class CustodyEpisode {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  @Column({ name: 'began_on', type: 'text', nullable: true }) beganOn: string | null;
  /** The hour, when it is known. */
  @Column({ name: 'began_at', type: 'timestamptz', nullable: true }) beganAt: Date | null;
  @Column({ name: 'arrested_by', type: 'text' }) arrestedBy: string;
  @Column({ name: 'arrested_where', type: 'text' }) arrestedWhere: string;
  @Column({ name: 'arrest_place', type: 'bytea', nullable: true }) arrestPlace: Buffer | null;
  @Column({ name: 'ended_on', type: 'text', nullable: true }) endedOn: string | null;
  @Column({ name: 'ended_how', type: 'text', nullable: true }) endedHow: string | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** From when on somebody was seen at a place. Never changed, only followed by another. */
@Entity('custody_stay')
export class CustodyStay {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'episode_id', type: 'uuid' }) episodeId: string;
  @Column({ name: 'facility_code', type: 'bytea', nullable: true }) facilityCode: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) place: Buffer | null;
  @Column({ name: 'seen_at', type: 'timestamptz' }) seenAt: Date;
  @Column({ name: 'seen_on', type: 'date' }) seenOn: string;
  @Column({ name: 'is_move', type: 'boolean' }) isMove: boolean;
  @Column({ type: 'text' }) source: string;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
}
