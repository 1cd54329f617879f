import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { metWords, queryTextWords, snippetOf } from '@app/clients';
import { currentActor, db, Keyring, SealedError, type ClientKey } from '@app/platform';

/** A document as a search shows it. */
export interface FoundDocument {
  id: string;
  clientId: string;
  title: string;
  /** The first page that has all words, else the first that has one; null when only the title meets, or without pages. */
  page: number | null;
  snippet: string;
  at: Date;
}

interface Row {
  id: string;
  client_id: string;
  title: Buffer;
  source: Buffer | null;
  created_at: Date;
  version_id: string;
  pages: number | null;
}

interface Page {
  page: number;
  text: string;
}

const MOST_PAGES = 500;
/** Looked through for a place to show when the title alone meets. */
const FEW_PAGES = 5;

/** Opens documents that a search has found, for those who may read them, and finds the page. */
@Injectable()
export class DocumentSearch {
  constructor(private readonly keyring: Keyring) {}

  /** Those of these documents that really meet the query, newest first, at most `limit`. */
  async open(ids: readonly string[], query: string, limit: number): Promise<FoundDocument[]> {
    if (ids.length === 0 || !may('document.read')) return [];
    const { orgId } = currentActor();
    const rows = await db().query<Row>(
      `SELECT d.id, d.client_id, d.title, d.source, d.created_at, v.id AS version_id, v.pages
         FROM document d CROSS JOIN LATERAL
              (SELECT x.id, x.pages FROM document_version x WHERE x.org_id = d.org_id AND x.document_id = d.id
                ORDER BY x.number DESC LIMIT 1) v
        WHERE d.org_id = $1 AND d.id = ANY($2::uuid[]) AND d.withdrawn_at IS NULL ORDER BY d.id DESC`,
      [orgId, ids],
    );
    const keys = await this.keyring.clientKeys(
      orgId,
      rows.map((row) => row.client_id),
    );
    const found: FoundDocument[] = [];
    for (const row of rows) {
      if (found.length >= limit) break;
      const hit = await this.look(row, keys.get(row.client_id)!, query);
      if (hit) found.push(hit);
    }
    return found;
  }

  private async look(row: Row, key: ClientKey, query: string): Promise<FoundDocument | null> {
    try {
      return await this.find(row, key, query);
    } catch (error) {
      if (error instanceof SealedError) return null;
      throw error;
    }
  }

  private async find(row: Row, key: ClientKey, query: string): Promise<FoundDocument | null> {
    const box = key.box('document', row.id);
    const title = box.open('title', row.title);
    const met = new Set(metWords(`${title}\n${box.open('source', row.source) ?? ''}`, query));
    const wanted = queryTextWords(query).length;
    const best = await this.bestPage(row, key, query, met);
    if (met.size < wanted) return null;
    return {
      ...{ id: row.id, clientId: row.client_id, title, at: row.created_at },
      page: best && row.pages ? best.page : null,
      snippet: best ? snippetOf(best.text, query) : '',
    };
  }

  /** The page that has most words of the query; `met` gains every word that a page has. */
  private async bestPage(row: Row, key: ClientKey, query: string, met: Set<string>): Promise<Page | null> {
    const wanted = queryTextWords(query).length;
    const pages = await db().query<{ id: string; page: number; text: Buffer }>(
      'SELECT id, page, text FROM document_page WHERE org_id = $1 AND version_id = $2 ORDER BY page LIMIT $3',
      [currentActor().orgId, row.version_id, met.size === wanted ? FEW_PAGES : MOST_PAGES],
    );
    let best: Page | null = null;
    let most = 0;
    for (const { id, page, text: sealed } of pages) {
      const text = key.box('document_page', id).open('text', sealed);
      const here = metWords(text, query);
      for (const word of here) met.add(word);
      if (here.length > most) [best, most] = [{ page, text }, here.length];
      if (most === wanted) break;
    }
    return best;
  }
}
