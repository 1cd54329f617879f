import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An office, or the installation itself, which holds the operators and no client. */
@Entity('organisation')
export class Organisation {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) slug: string;
  @Column({ type: 'text' }) kind: 'office' | 'installation';
  @Column({ name: 'time_zone', type: 'text' }) timeZone: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
