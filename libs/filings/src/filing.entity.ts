import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A paper for a court: its facts as they were when it was made, and whether an attorney signed it off. */
@Entity('filing')
export class Filing {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'text' }) status: string;
  @Column({ type: 'bytea' }) facts: Buffer;
  @Column({ type: 'jsonb' }) blanks: { field: string; label: string; where: string }[];
  @Column({ name: 'template_version', type: 'text' }) templateVersion: string;
  @Column({ name: 'rule_set_date', type: 'date' }) ruleSetDate: string;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy: string;
  @Column({ name: 'signed_off_by', type: 'uuid', nullable: true }) signedOffBy: string | null;
  @Column({ name: 'signed_off_at', type: 'timestamptz', nullable: true }) signedOffAt: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** The bytes of one printing. */
@Entity('filing_print')
export class FilingPrint {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'filing_id', type: 'uuid' }) filingId: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'signed_off', type: 'boolean' }) signedOff: boolean;
  @Column({ type: 'bytea' }) pdf: Buffer;
  @Column({ type: 'text' }) sha256: string;
  @Column({ type: 'integer' }) bytes: number;
  @Column({ name: 'made_at', type: 'timestamptz' }) madeAt: Date;
}
