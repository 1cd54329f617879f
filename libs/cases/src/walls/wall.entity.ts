import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What keeps people from a client's record, whatever their role. */
@Entity('client_wall')
export class ClientWall {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  /** `named`: only those on the list. `ethical`: everybody but those on the list. */
  @Column({ type: 'text' }) kind: 'named' | 'ethical';
  @Column({ type: 'bytea' }) reason: Buffer;
  @Column({ name: 'raised_by', type: 'uuid' }) raisedBy: string;
  @Column({ name: 'raised_at', type: 'timestamptz' }) raisedAt: Date;
  @Column({ name: 'lifted_by', type: 'uuid', nullable: true }) liftedBy: string | null;
  @Column({ name: 'lifted_at', type: 'timestamptz', nullable: true }) liftedAt: Date | null;
  @Column({ name: 'lifted_reason', type: 'bytea', nullable: true }) liftedReason: Buffer | null;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** Somebody on the list of a wall. */
@Entity('client_wall_person')
export class ClientWallPerson {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'wall_id', type: 'uuid' }) wallId: string;
  @Column({ name: 'user_id', type: 'uuid' }) userId: string;
  @Column({ name: 'added_by', type: 'uuid' }) addedBy: string;
  @Column({ type: 'timestamptz' }) since: Date;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt: Date | null;
}

/** Sight of a client that ends by itself. */
@Entity('access_grant')
export class AccessGrant {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'user_id', type: 'uuid' }) userId: string;
  @Column({ type: 'text' }) kind: 'time_boxed' | 'break_glass';
  @Column({ type: 'bytea', nullable: true }) reason: Buffer | null;
  @Column({ name: 'glass_break_id', type: 'uuid', nullable: true }) glassBreakId: string | null;
  @Column({ name: 'granted_by', type: 'uuid' }) grantedBy: string;
  @Column({ type: 'timestamptz' }) since: Date;
  @Column({ type: 'timestamptz' }) until: Date;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt: Date | null;
  @Column({ name: 'ended_by', type: 'uuid', nullable: true }) endedBy: string | null;
}

/** One breaking of the glass, whether or not it opened something. Names no client: those who may see one find it in the grant. */
@Entity('glass_break')
export class GlassBreak {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'user_id', type: 'uuid' }) userId: string;
  @Column({ type: 'bytea' }) reason: Buffer;
  @Column({ type: 'boolean' }) opened: boolean;
  @Column({ type: 'timestamptz' }) at: Date;
  @Column({ name: 'reviewed_by', type: 'uuid', nullable: true }) reviewedBy: string | null;
  @Column({ name: 'reviewed_at', type: 'timestamptz', nullable: true }) reviewedAt: Date | null;
  @Column({ type: 'text', nullable: true }) finding: string | null;
  @Column({ name: 'finding_note', type: 'bytea', nullable: true }) findingNote: Buffer | null;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
