import { Injectable } from '@nestjs/common';
import { TextIndex } from '@app/clients';
import {
  about,
  badField,
  changed,
  currentActor,
  db,
  Keyring,
  newId,
  notFound,
  readCursor,
  writeCursor,
} from '@app/platform';
import type { Case } from '../case.entity';
import type { NoteQuery, WriteNote } from './note.dto';
import { CaseNote } from './note.entity';
import type { NoteList } from './note.view';

interface NoteRow {
  id: string;
  text: Buffer;
  kind: string;
  topic: string;
  pinned: boolean;
  corrects_id: string | null;
  by_user: string;
  by_name: string;
  at: Date;
  /** With its microseconds, which a cursor needs. */
  at_exactly: string;
}

const PAGE = 100;
const NOTES = `
  SELECT n.id, n.text, n.kind, n.topic, n.pinned_at IS NOT NULL AS pinned, n.corrects_id, n.by_user, u.name AS by_name,
         n.at, n.at::text AS at_exactly
    FROM case_note n JOIN staff_user u ON u.org_id = n.org_id AND u.id = n.by_user
    LEFT JOIN case_note w ON w.org_id = n.org_id AND w.id = n.corrects_id
   WHERE n.org_id = $1 AND n.case_id = $2 AND n.kind = ANY ($3) AND ($4::text IS NULL OR $4 IN (n.topic, w.topic))`;
/** A note is never shown without what puts it right: a correction comes with the note that it corrects. */
const ON_TOP = '(n.pinned_at IS NOT NULL OR w.pinned_at IS NOT NULL)';
const NEWEST = 'ORDER BY n.at DESC, n.id DESC';

const SHARED = ['volunteer_visible'];
const ALL = ['privileged', 'ordinary', ...SHARED];

/** Notes are added, never edited: a correction is another note beside the one it corrects. */
@Injectable()
export class NotesService {
  constructor(
    private readonly keyring: Keyring,
    private readonly texts: TextIndex,
  ) {}

  async write(matter: Case, input: WriteNote): Promise<void> {
    await this.requireCorrectable(matter, input);
    const id = newId();
    const { orgId, userId } = currentActor();
    const box = (await this.keyring.clientKey(orgId, matter.clientId)).box('case_note', id);
    await db().insert(CaseNote, {
      ...{ id, caseId: matter.id, clientId: matter.clientId, byUser: userId },
      text: box.seal('text', input.text),
      kind: input.kind,
      topic: input.topic ?? 'general',
      correctsId: input.correctsId ?? null,
      ...(input.pinned ? { pinnedAt: new Date(), pinnedBy: userId } : {}),
    });
    await this.texts.remember(matter.clientId, 'note', id, input.text);
    changed('notes');
  }

  /** Keeps a note on top of the others, or lets it go. Its text stays. @throws Problem 404 */
  async pin(noteId: string, pinned: boolean): Promise<CaseNote> {
    const note = await db().find(CaseNote, { id: noteId });
    if (!note) throw notFound();
    about(note.clientId, note.caseId);
    if ((note.pinnedAt !== null) === pinned) return note;
    await db().query(
      `UPDATE case_note SET pinned_at = CASE WHEN $3 THEN now() END, pinned_by = CASE WHEN $3 THEN $4::uuid END
        WHERE org_id = $1 AND id = $2`,
      [currentActor().orgId, noteId, pinned, currentActor().userId],
    );
    changed('notes.pinned');
    return note;
  }

  /** The notes of a case, a page at a time: those on top before the first page, then the newest. */
  of(matter: Case, query: NoteQuery = {}): Promise<NoteList> {
    return this.read(matter, ALL, query);
  }

  /** What volunteers may read of a case. */
  sharedOf(matter: Case, query: NoteQuery = {}): Promise<NoteList> {
    return this.read(matter, SHARED, query);
  }

  private async read(matter: Case, kinds: string[], query: NoteQuery): Promise<NoteList> {
    const { orgId } = currentActor();
    const limit = query.limit ?? PAGE;
    const which = [orgId, matter.id, kinds, query.topic ?? null];
    const onTop = query.cursor ? [] : await db().query<NoteRow>(`${NOTES} AND ${ON_TOP} ${NEWEST}`, which);
    const found = await beneath(which, query.cursor, limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const key = await this.keyring.clientKey(orgId, matter.clientId);
    return {
      nextCursor: found.length > limit && last ? writeCursor({ value: last.at_exactly, id: last.id }) : null,
      items: [...onTop, ...shown].map((row) => ({
        id: row.id,
        text: key.box('case_note', row.id).open('text', row.text),
        ...{ kind: row.kind, topic: row.topic, pinned: row.pinned, correctsId: row.corrects_id },
        by: { id: row.by_user, name: row.by_name },
        at: row.at.toISOString(),
      })),
    };
  }

  /** A correction repeats what it corrects, so it is read by the same people. @throws Problem 422 */
  private async requireCorrectable(matter: Case, { correctsId, kind }: WriteNote): Promise<void> {
    if (!correctsId) return;
    const note = await db().find(CaseNote, { id: correctsId, caseId: matter.id });
    if (!note) throw badField('correctsId', 'unknown_note', 'There is no such note in this case.');
    if (note.kind !== kind)
      throw badField('kind', 'kind_of_corrected', 'A correction has the kind of the note it corrects.');
  }
}

/** Notes that are not kept on top, the newest first. */
function beneath(which: unknown[], cursor: string | undefined, most: number): Promise<NoteRow[]> {
  const after = cursor ? readCursor(cursor) : { value: null, id: null };
  return db().query<NoteRow>(
    `${NOTES} AND NOT ${ON_TOP} AND ($5::timestamptz IS NULL OR (n.at, n.id) < ($5, $6::uuid)) ${NEWEST} LIMIT ${most}`,
    [...which, after.value, after.id],
  );
}
