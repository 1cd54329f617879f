import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientNames, ClientsService } from '@app/clients';
import type { MergeList } from './merge.view';
import { mergesOf } from './merges.queries';

/** What was merged into a record. */
@Injectable()
export class MergeReader {
  constructor(
    private readonly clients: ClientsService,
    private readonly names: ClientNames,
  ) {}

  /** A name is shown while whoever asks sees the record, after an undoing too. @throws Problem 404 */
  async of(clientId: string): Promise<MergeList> {
    await this.clients.requireAny(clientId);
    const rows = await mergesOf(clientId);
    const key = await this.clients.key(clientId);
    const names = await this.names.display(rows.map((row) => row.merged_id));
    return {
      items: rows.map((row) => ({
        id: row.id,
        merged: { id: row.merged_id, name: names.get(row.merged_id) ?? '' },
        reason: may('client.names') ? key.box('client_merge', row.id).open('reason', row.reason) : '',
        by: row.by,
        at: row.at.toISOString(),
        undoneAt: row.undone_at?.toISOString() ?? null,
        undoneBy: row.undone_by,
      })),
      can: { merge: may('client.merge') },
    };
  }
}
