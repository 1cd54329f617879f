import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What every record about a client's clemency has. */
abstract class ClemencyRow {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
}

abstract class ClemencyRecord extends ClemencyRow {
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** One application for a pardon to one authority. */
@Entity('pardon_application')
export class PardonApplication extends ClemencyRecord {
  @Column({ type: 'text' }) jurisdiction: string;
  /** True when the office applies for the client, false when the client or somebody else does. */
  @Column({ name: 'on_behalf', type: 'boolean' }) onBehalf: boolean;
  @Column({ type: 'text' }) stage: string;
}

/** A conviction the application asks to be pardoned. */
@Entity('application_conviction')
export class ApplicationConviction extends ClemencyRow {
  @Column({ name: 'application_id', type: 'uuid' }) applicationId: string;
  @Column({ name: 'conviction_id', type: 'uuid' }) convictionId: string;
}

/** A stage the application reached, on which day, by whom. Rows are added, never changed. */
@Entity('application_stage')
export class ApplicationStage extends ClemencyRow {
  @Column({ name: 'application_id', type: 'uuid' }) applicationId: string;
  @Column({ type: 'text' }) stage: string;
  @Column({ name: 'on_date', type: 'date' }) onDate: string;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
}

/** What was granted: the instrument, its words and its four dates. */
@Entity('pardon_grant')
export class PardonGrant extends ClemencyRecord {
  @Column({ name: 'application_id', type: 'uuid' }) applicationId: string;
  @Column({ name: 'signed_on', type: 'date', nullable: true }) signedOn: string | null;
  @Column({ name: 'effective_on', type: 'date', nullable: true }) effectiveOn: string | null;
  @Column({ name: 'received_on', type: 'date', nullable: true }) receivedOn: string | null;
  @Column({ name: 'announced_on', type: 'date', nullable: true }) announcedOn: string | null;
  @Column({ name: 'instrument_kind', type: 'text' }) instrumentKind: string;
  @Column({ type: 'text' }) grantor: string;
  @Column({ type: 'boolean', nullable: true }) individual: boolean | null;
  @Column({ name: 'attorney_reading', type: 'text', nullable: true }) attorneyReading: string | null;
  @Column({ name: 'conditions_met', type: 'text', nullable: true }) conditionsMet: string | null;
  @Column({ name: 'fraud_alleged', type: 'text', nullable: true }) fraudAlleged: string | null;
  @Column({ type: 'bytea', nullable: true }) wording: Buffer | null;
}

/** A conviction the instrument names. */
@Entity('grant_conviction')
export class GrantConviction extends ClemencyRow {
  @Column({ name: 'grant_id', type: 'uuid' }) grantId: string;
  @Column({ name: 'conviction_id', type: 'uuid' }) convictionId: string;
}
