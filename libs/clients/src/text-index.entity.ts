import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A note or document that is in the index. */
@Entity('client_text')
export class ClientText {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'text' }) kind: string;
  @PrimaryColumn({ name: 'source_id', type: 'uuid' }) sourceId: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'indexed_at', type: 'timestamptz' }) indexedAt: Date;
}

/** One keyed token of it. */
@Entity('client_text_token')
export class ClientTextToken {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'text' }) kind: string;
  @PrimaryColumn({ type: 'bytea' }) token: Buffer;
  @PrimaryColumn({ name: 'source_id', type: 'uuid' }) sourceId: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
}
