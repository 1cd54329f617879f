import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A number by which some office knows the person. */
@Entity('client_identifier')
export class ClientIdentifier {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'bytea' }) value: Buffer;
  @Column({ name: 'value_index', type: 'bytea', nullable: true }) valueIndex: Buffer | null;
  @Column({ name: 'issued_by', type: 'bytea', nullable: true }) issuedBy: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
