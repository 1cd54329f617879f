import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How well the person speaks and reads one of their languages. */
@Entity('client_language')
export class ClientLanguage {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'text' }) language: string;
  @Column({ type: 'text', nullable: true }) speaks: string | null;
  @Column({ type: 'text', nullable: true }) reads: string | null;
}
