import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { badField, currentActor, db, Keyring, newId } from '@app/platform';
import type { DraftListView, KeepDraft } from './draft.dto';

const MOST_BYTES = 32 * 1024;
/** Forms one person leaves half filled; the oldest makes room. */
const MOST = 60;
const DAYS = 14;

interface DraftRow {
  id: string;
  body: Buffer;
  saved_at: Date;
}

/** What a person typed and did not send. Only they get it back, for 14 days. */
@Injectable()
export class Drafts {
  constructor(private readonly keyring: Keyring) {}

  async mine(): Promise<DraftListView> {
    const { orgId, userId } = currentActor();
    const rows = await db().query<DraftRow>(
      `SELECT id, body, saved_at FROM form_draft
        WHERE org_id = $1 AND user_id = $2 AND expires_at > now() ORDER BY saved_at DESC, id LIMIT $3`,
      [orgId, userId, MOST],
    );
    const key = await this.keyring.orgKey(orgId);
    return {
      items: rows.map((row) => ({
        ...(JSON.parse(key.box('form_draft', row.id).open('body', row.body) ?? '{}') as KeepDraft),
        savedAt: row.saved_at.toISOString(),
      })),
    };
  }

  /** Keeps a draft in the place of the one of the same form. @throws Problem 422 when it is too long */
  async keep(draft: KeepDraft): Promise<void> {
    const { orgId, userId } = currentActor();
    const text = JSON.stringify({ key: draft.key, body: draft.body });
    if (Buffer.byteLength(JSON.stringify(draft.body)) > MOST_BYTES)
      throw badField('body', 'too_long', 'This is too long to be kept as a draft. Save it.');
    const id = newId();
    const body = (await this.keyring.orgKey(orgId)).box('form_draft', id).seal('body', text);
    // The seal is bound to the row, so a new text comes with a new id.
    await db().query(
      `INSERT INTO form_draft (org_id, id, user_id, key_hash, body, expires_at)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(days => $6))
       ON CONFLICT (org_id, user_id, key_hash) DO UPDATE
         SET id = excluded.id, body = excluded.body, saved_at = now(), expires_at = excluded.expires_at`,
      [orgId, id, userId, hashOf(draft.key), body, DAYS],
    );
    await db().query(
      `DELETE FROM form_draft WHERE org_id = $1 AND user_id = $2 AND id IN
         (SELECT id FROM form_draft WHERE org_id = $1 AND user_id = $2 ORDER BY saved_at DESC, id DESC OFFSET $3)`,
      [orgId, userId, MOST],
    );
  }

  async forget(key: string): Promise<void> {
    const { orgId, userId } = currentActor();
    await db().query('DELETE FROM form_draft WHERE org_id = $1 AND user_id = $2 AND key_hash = $3', [
      orgId,
      userId,
      hashOf(key),
    ]);
  }
}

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();
