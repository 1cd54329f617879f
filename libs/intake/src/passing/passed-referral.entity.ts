import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who was passed on to another organisation of the installation. The id is the one they have there. */
@Entity('passed_referral')
export class PassedReferral {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'referral_id', type: 'uuid' }) referralId: string;
  @Column({ name: 'to_org_id', type: 'uuid' }) toOrgId: string;
  @Column({ name: 'to_name', type: 'text' }) toName: string;
  @Column({ type: 'text', array: true }) fields: string[];
  @Column({ name: 'consented_on', type: 'date' }) consentedOn: string;
  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true }) sentAt: Date | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
