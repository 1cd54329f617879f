import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who goes along to a check-in, since when and until when. The row rule reads this table. */
@Entity('check_in_companion')
export class CheckInCompanion {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'check_in_id', type: 'uuid' }) checkInId: string;
  @Column({ name: 'user_id', type: 'uuid' }) userId: string;
  @Column({ name: 'added_by', type: 'uuid' }) addedBy: string;
  @Column({ type: 'timestamptz' }) since: Date;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt: Date | null;
}
