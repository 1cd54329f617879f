import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { currentActor, db, Keyring, SealedError } from '@app/platform';

/** A note as a search shows it. */
export interface FoundNote {
  id: string;
  caseId: string;
  clientId: string;
  text: string;
  at: Date;
}

interface NoteRow {
  id: string;
  case_id: string;
  client_id: string;
  text: Buffer;
  at: Date;
}

/** Opens notes that a search has found, for those who may read notes; for others there are none. */
@Injectable()
export class NoteSearch {
  constructor(private readonly keyring: Keyring) {}

  async open(noteIds: readonly string[]): Promise<FoundNote[]> {
    if (noteIds.length === 0 || !may('note.read')) return [];
    const { orgId } = currentActor();
    const rows = await db().query<NoteRow>(
      'SELECT id, case_id, client_id, text, at FROM case_note WHERE org_id = $1 AND id = ANY($2::uuid[]) ORDER BY id DESC',
      [orgId, noteIds],
    );
    const keys = await this.keyring.clientKeys(
      orgId,
      rows.map((row) => row.client_id),
    );
    return rows.flatMap((row) => {
      try {
        const text = keys.get(row.client_id)!.box('case_note', row.id).open('text', row.text);
        return [{ id: row.id, caseId: row.case_id, clientId: row.client_id, text, at: row.at }];
      } catch (error) {
        if (error instanceof SealedError) return [];
        throw error;
      }
    });
  }
}
