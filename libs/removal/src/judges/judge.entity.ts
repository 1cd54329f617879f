import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An immigration judge, as this office knows them. */
@Entity('judge')
export class Judge {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ type: 'text' }) name: string;
  @Column({ name: 'court_code', type: 'text', nullable: true }) courtCode: string | null;
  @Column({ type: 'text', nullable: true }) note: string | null;
  @Column({ type: 'boolean' }) active: boolean;
  /** The same judge, entered before: hearings that name this row are told with that one. */
  @Column({ name: 'joined_into', type: 'uuid', nullable: true }) joinedInto: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
