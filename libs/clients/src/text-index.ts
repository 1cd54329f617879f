import { Injectable } from '@nestjs/common';
import { seesOffice } from '@app/access';
import { keepTimeEven, blindIndex, blindIndexes, currentActor, db, Keyring } from '@app/platform';
import { queryForms, textForms } from './texts';

export const TEXT_KINDS = ['note', 'document'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** A note or document whose text may meet a query. Open it and ask `textMeets`: tokens let a few others through. */
export interface TextFound {
  kind: TextKind;
  sourceId: string;
  clientId: string;
}

interface SourceRow {
  kind: TextKind;
  source_id: string;
  client_id: string;
}

/** Beyond this many hits the exact number says nothing more about how rare a word is. */
const COMMON = 2000;

/**
 * Full-text search over sealed texts: keyed tokens of the beginnings of words, behind row security. It never reads a
 * text itself; whoever owns the texts hands them over when they are written.
 */
@Injectable()
export class TextIndex {
  constructor(private readonly keyring: Keyring) {}

  /** Indexes the text of a note or document, in place of what was indexed for it before. */
  async remember(clientId: string, kind: TextKind, sourceId: string, text: string): Promise<void> {
    const { orgId } = currentActor();
    await this.forget(kind, sourceId);
    const tokens = await this.tokens(textForms(text));
    await db().query('INSERT INTO client_text (org_id, kind, source_id, client_id) VALUES ($1, $2, $3, $4)', [
      orgId,
      kind,
      sourceId,
      clientId,
    ]);
    await db().query(
      `INSERT INTO client_text_token (org_id, kind, token, source_id, client_id)
       SELECT $1::uuid, $2::text, t, $3::uuid, $4::uuid FROM unnest($5::bytea[]) AS t ON CONFLICT DO NOTHING`,
      [orgId, kind, sourceId, clientId, tokens],
    );
  }

  /** Takes a note or document out of the index. */
  async forget(kind: TextKind, sourceId: string): Promise<void> {
    const { orgId } = currentActor();
    const known = await db().one<{ client_id: string }>(
      'DELETE FROM client_text WHERE org_id = $1 AND kind = $2 AND source_id = $3 RETURNING client_id',
      [orgId, kind, sourceId],
    );
    if (!known) return;
    await db().query(
      'DELETE FROM client_text_token WHERE org_id = $1 AND client_id = $2 AND kind = $3 AND source_id = $4',
      [orgId, known.client_id, kind, sourceId],
    );
  }

  /**
   * Sources of these kinds that have every word of the query, among the clients this person sees, newest first and at
   * most `limit` of each kind. Nothing for a query without a word of two letters. Which kinds a role may read is the
   * caller's to say.
   */
  async find(query: string, kinds: readonly TextKind[], limit: number): Promise<TextFound[]> {
    keepTimeEven();
    const forms = queryForms(query);
    if (forms.length === 0 || kinds.length === 0) return [];
    const most = Math.max(1, Math.min(limit, 500));
    const found: SourceRow[] = [];
    for (const tokens of await this.tokenSets(forms)) {
      if (!seesOffice()) found.push(...(await this.inCaseload(kinds, tokens, most)));
      else for (const kind of kinds) found.push(...(await this.inOffice(kind, tokens, most)));
    }
    return found
      .map((row) => ({ kind: row.kind, sourceId: row.source_id, clientId: row.client_id }))
      .sort((a, b) => (a.sourceId < b.sourceId ? 1 : -1));
  }

  /**
   * Whoever has a caseload begins with it: naming it says nothing that the row rule does not, and the planner need not
   * walk through every note of the office that has a common word.
   */
  private inCaseload(kinds: readonly TextKind[], tokens: Buffer[], most: number): Promise<SourceRow[]> {
    return db().query<SourceRow>(
      `SELECT kind, source_id, client_id FROM (
         SELECT t.kind, t.source_id, t.client_id,
                row_number() OVER (PARTITION BY t.kind ORDER BY t.source_id DESC) AS place
           FROM client_text_token t
          WHERE t.org_id = $1 AND t.kind = ANY ($2::text[]) AND t.token = ANY ($3::bytea[])
            AND t.client_id = ANY (ARRAY(SELECT sec.my_clients()))
          GROUP BY 1, 2, 3 HAVING count(*) = $4) AS met
        WHERE place <= ${most}`,
      [currentActor().orgId, kinds, tokens, tokens.length],
    );
  }

  /** Begins with the rarest word and lets the others check: a common one may stand in every note of the office. */
  private async inOffice(kind: TextKind, tokens: Buffer[], most: number): Promise<SourceRow[]> {
    const ordered = tokens.length > 1 ? await this.rarestFirst(kind, tokens) : tokens;
    if (ordered.length === 0) return [];
    const others = ordered.slice(1).map(
      (_, at) => `AND EXISTS (SELECT 1 FROM client_text_token o WHERE o.org_id = $1 AND o.kind = $2
          AND o.token = $${at + 4} AND o.source_id = t.source_id)`,
    );
    return db().query<SourceRow>(
      `SELECT t.kind, t.source_id, t.client_id FROM client_text_token t
        WHERE t.org_id = $1 AND t.kind = $2 AND t.token = $3 ${others.join(' ')}
        ORDER BY t.source_id DESC LIMIT ${most}`,
      [currentActor().orgId, kind, ...ordered],
    );
  }

  /** The tokens, the rarest first: it leads through the index and the others only check. None when one is nowhere. */
  private async rarestFirst(kind: TextKind, tokens: Buffer[]): Promise<Buffer[]> {
    const counts = await db().query<{ at: number; n: number }>(
      `SELECT q.at::int, (SELECT count(*) FROM (SELECT 1 FROM client_text_token t WHERE t.org_id = $1 AND t.kind = $2
                AND t.token = q.token LIMIT ${COMMON}) AS counted)::int AS n
         FROM unnest($3::bytea[]) WITH ORDINALITY AS q(token, at) ORDER BY 2, 1`,
      [currentActor().orgId, kind, tokens],
    );
    if (counts[0]?.n === 0) return [];
    return counts.map(({ at }) => tokens[at - 1]);
  }

  /** The tokens under each accepted key: one set, or two during a rotation. A text is indexed whole under one of them. */
  private async tokenSets(forms: string[]): Promise<Buffer[][]> {
    const key = await this.keyring.orgKey(currentActor().orgId);
    const each = forms.map((form) => blindIndexes(key, 'text', form));
    return each[0].map((_, at) => each.map((tokens) => tokens[at]));
  }

  private async tokens(forms: string[]): Promise<Buffer[]> {
    const key = await this.keyring.orgKey(currentActor().orgId);
    return forms.map((form) => blindIndex(key, 'text', form));
  }
}
