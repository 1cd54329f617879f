import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ViewFilters } from './list-view.dto';

/** A list as somebody wants to see it. */
@Entity('list_view')
export class ListView {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'owner_id', type: 'uuid' }) ownerId: string;
  @Column({ type: 'boolean' }) shared: boolean;
  @Column({ type: 'text' }) list: string;
  @Column({ type: 'bytea' }) name: Buffer;
  @Column({ type: 'jsonb' }) filters: ViewFilters;
  @Column({ type: 'text', nullable: true }) sort: string | null;
  @Column({ type: 'text', nullable: true }) direction: string | null;
  @Column({ type: 'text', array: true }) columns: string[];
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
