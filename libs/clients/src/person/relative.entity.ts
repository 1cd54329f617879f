import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody of the family or the household. */
@Entity('related_person')
export class RelatedPerson {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ type: 'bytea' }) name: Buffer;
  @Column({ type: 'bytea', nullable: true }) birth: Buffer | null;
  @Column({ type: 'text' }) relationship: string;
  @Column({ name: 'in_household', type: 'boolean', nullable: true }) inHousehold: boolean | null;
  @Column({ type: 'text' }) status: string;
  /** What would become of this person if the client had to leave. */
  @Column({ type: 'bytea', nullable: true }) hardship: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  /** The same person as a client of the office; told only to those who see that client. */
  @Column({ name: 'linked_client_id', type: 'uuid', nullable: true }) linkedClientId: string | null;
  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true }) withdrawnAt: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
