import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A bond of a detention, from the request to the return of the money. Days are YYYY, YYYY-MM or YYYY-MM-DD. */
@Entity('bond')
export class Bond {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'episode_id', type: 'uuid' }) episodeId: string;
  /** Follows from the other columns. */
  @Column({ type: 'text' }) status: string;
  @Column({ name: 'requested_on', type: 'text', nullable: true }) requestedOn: string | null;
  @Column({ name: 'set_by', type: 'text', nullable: true }) setBy: string | null;
  @Column({ name: 'hearing_id', type: 'uuid', nullable: true }) hearingId: string | null;
  @Column({ name: 'hearing_on', type: 'text', nullable: true }) hearingOn: string | null;
  @Column({ type: 'text', nullable: true }) decision: string | null;
  @Column({ name: 'decided_on', type: 'text', nullable: true }) decidedOn: string | null;
  /** Whole dollars. */
  @Column({ type: 'integer', nullable: true }) amount: number | null;
  @Column({ type: 'bytea', nullable: true }) conditions: Buffer | null;
  @Column({ name: 'appeal_by', type: 'text', nullable: true }) appealBy: string | null;
  @Column({ name: 'appealed_on', type: 'text', nullable: true }) appealedOn: string | null;
  @Column({ name: 'automatic_stay', type: 'text', nullable: true }) automaticStay: string | null;
  @Column({ name: 'stay_ended_on', type: 'text', nullable: true }) stayEndedOn: string | null;
  @Column({ name: 'stay_ended_how', type: 'text', nullable: true }) stayEndedHow: string | null;
  @Column({ name: 'board_outcome', type: 'text', nullable: true }) boardOutcome: string | null;
  @Column({ name: 'board_decided_on', type: 'text', nullable: true }) boardDecidedOn: string | null;
  @Column({ name: 'posted_on', type: 'text', nullable: true }) postedOn: string | null;
  @Column({ name: 'obligor_name', type: 'bytea', nullable: true }) obligorName: Buffer | null;
  @Column({ name: 'obligor_relation', type: 'bytea', nullable: true }) obligorRelation: Buffer | null;
  @Column({ name: 'receipt_number', type: 'bytea', nullable: true }) receiptNumber: Buffer | null;
  @Column({ name: 'cancelled_on', type: 'text', nullable: true }) cancelledOn: string | null;
  @Column({ name: 'returned_on', type: 'text', nullable: true }) returnedOn: string | null;
  @Column({ name: 'breached_on', type: 'text', nullable: true }) breachedOn: string | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** A status that a bond had. Rows are added, never changed. */
@Entity('bond_status')
export class BondStatus {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'bond_id', type: 'uuid' }) bondId: string;
  @Column({ type: 'text' }) status: string;
  @Column({ name: 'on_date', type: 'text', nullable: true }) onDate: string | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
}

/** What became of the automatic stay. Rows are added, never changed. */
@Entity('bond_stay_step')
export class BondStayStep {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'bond_id', type: 'uuid' }) bondId: string;
  @Column({ type: 'text' }) step: 'recorded' | 'ended';
  @Column({ type: 'text', nullable: true }) how: string | null;
  @Column({ name: 'on_date', type: 'text', nullable: true }) onDate: string | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
}
