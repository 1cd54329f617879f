import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person the office helps. Whatever could be used to find them is sealed under their own key. */
@Entity('client')
export class Client {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'given_name', type: 'bytea' }) givenName: Buffer;
  @Column({ name: 'middle_name', type: 'bytea', nullable: true }) middleName: Buffer | null;
  @Column({ name: 'family_name', type: 'bytea' }) familyName: Buffer;
  /** Coarse first letter of the name, for alphabetical order without opening every name. */
  @Column({ name: 'sort_bucket', type: 'smallint' }) sortBucket: number;
  @Column({ name: 'a_number', type: 'bytea', nullable: true }) aNumber: Buffer | null;
  @Column({ name: 'a_number_index', type: 'bytea', nullable: true }) aNumberIndex: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) birth: Buffer | null;
  @Column({ name: 'country_of_birth', type: 'text', nullable: true }) countryOfBirth: string | null;
  @Column({ type: 'text', nullable: true }) citizenship: string | null;
  @Column({ type: 'text', array: true }) languages: string[];
  @Column({ name: 'interpreter_language', type: 'text', nullable: true }) interpreterLanguage: string | null;
  @Column({ name: 'interpreter_need', type: 'text', nullable: true }) interpreterNeed: string | null;
  @Column({ name: 'interpreter_dialect', type: 'bytea', nullable: true }) interpreterDialect: Buffer | null;
  @Column({ type: 'text', nullable: true }) literacy: string | null;
  @Column({ type: 'bytea', nullable: true }) arrival: Buffer | null;
  /** The record that this one was merged into: another record of the same person. */
  @Column({ name: 'merged_into', type: 'uuid', nullable: true }) mergedInto: string | null;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** Another name the person is or was known by. */
@Entity('client_alias')
export class ClientAlias {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'bytea' }) name: Buffer;
  @Column({ type: 'smallint' }) position: number;
  @Column({ name: 'used_from', type: 'text', nullable: true }) usedFrom: string | null;
  @Column({ name: 'used_until', type: 'text', nullable: true }) usedUntil: string | null;
}

/** A keyed search token: says nothing without the organisation's key. */
@Entity('client_token')
export class ClientToken {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ name: 'client_id', type: 'uuid' }) clientId: string;
  @PrimaryColumn({ type: 'text' }) kind: string;
  @PrimaryColumn({ type: 'bytea' }) token: Buffer;
}

/** A way to reach the person, with whether using it is safe for them. */
@Entity('contact_point')
export class ContactPoint {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'bytea' }) value: Buffer;
  @Column({ type: 'bytea', nullable: true }) label: Buffer | null;
  @Column({ name: 'safe_to_contact', type: 'boolean' }) safeToContact: boolean;
  @Column({ type: 'bytea', nullable: true }) hours: Buffer | null;
  @Column({ name: 'who_answers', type: 'bytea', nullable: true }) whoAnswers: Buffer | null;
  @Column({ type: 'text', nullable: true }) language: string | null;
  /** False when a message left there could be heard by the wrong person; null when nobody asked. */
  @Column({ name: 'leave_message', type: 'boolean', nullable: true }) leaveMessage: boolean | null;
  @Column({ type: 'smallint' }) position: number;
  /** When somebody last made sure that it still reaches the person. */
  @Column({ name: 'confirmed_on', type: 'date', nullable: true }) confirmedOn: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
