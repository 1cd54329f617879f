import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The office's address block on court papers; one row, whose id is the organisation's. */
@Entity('letterhead')
export class Letterhead {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'address_lines', type: 'text', array: true }) addressLines: string[];
  @Column({ type: 'text', nullable: true }) phone: string | null;
  @Column({ type: 'text', nullable: true }) email: string | null;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** What a court knows the person by who files; its id is the person's. */
@Entity('filer_profile')
export class FilerProfile {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'eoir_id', type: 'text', nullable: true }) eoirId: string | null;
  @Column({ type: 'text', nullable: true }) phone: string | null;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
