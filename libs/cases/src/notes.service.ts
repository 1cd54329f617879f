import { Injectable } from '@nestjs/common';
import { TextIndex } from '@app/clients';
import { changed, currentActor, db, Keyring, newId } from '@app/platform';
import type { WriteNote } from './case.dto';
import { CaseNote, type Case } from './case.entity';
import type { NoteList } from './case.view';

interface NoteRow {
  id: string;
  client_id: string;
  text: Buffer;
  privileged: boolean;
  by_user: string;
  by_name: string;
  at: Date;
}

/** Notes are added, never edited: a correction is another note. */
@Injectable()
export class NotesService {
  constructor(
    private readonly keyring: Keyring,
    private readonly texts: TextIndex,
  ) {}

  async write(matter: Case, input: WriteNote): Promise<void> {
    const id = newId();
    const { orgId, userId } = currentActor();
    const box = (await this.keyring.clientKey(orgId, matter.clientId)).box('case_note', id);
    await db().insert(CaseNote, {
      id,
      caseId: matter.id,
      clientId: matter.clientId,
      text: box.seal('text', input.text),
      privileged: input.privileged,
      byUser: userId,
    });
    await this.texts.remember(matter.clientId, 'note', id, input.text);
    changed('notes');
  }

  /** The notes of a case, newest first, at most 500. */
  async of(matter: Case): Promise<NoteList> {
    const { orgId } = currentActor();
    const rows = await db().query<NoteRow>(
      `SELECT n.id, n.client_id, n.text, n.privileged, n.by_user, u.name AS by_name, n.at
         FROM case_note n JOIN staff_user u ON u.org_id = n.org_id AND u.id = n.by_user
        WHERE n.org_id = $1 AND n.case_id = $2 ORDER BY n.at DESC, n.id DESC LIMIT 500`,
      [orgId, matter.id],
    );
    const key = await this.keyring.clientKey(orgId, matter.clientId);
    return {
      items: rows.map((row) => ({
        id: row.id,
        text: key.box('case_note', row.id).open('text', row.text),
        privileged: row.privileged,
        by: { id: row.by_user, name: row.by_name },
        at: row.at.toISOString(),
      })),
    };
  }
}
