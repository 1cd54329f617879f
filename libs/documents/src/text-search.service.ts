import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { NoteSearch } from '@app/cases';
import { ClientNames, snippetOf, TextIndex, textMeets, type TextKind } from '@app/clients';
import { currentActor, db } from '@app/platform';
import { DocumentSearch } from './document-search';
import type { TextHit, TextResults } from './document.view';

const CANDIDATES = 40;
const HITS = 6;

/** The full text of notes and documents, of the clients a person sees and of the kinds their role may read. */
@Injectable()
export class TextSearch {
  constructor(
    private readonly texts: TextIndex,
    private readonly notes: NoteSearch,
    private readonly documents: DocumentSearch,
    private readonly names: ClientNames,
  ) {}

  /** Up to six notes and six documents that have all words of the query, newest first. */
  async find(query: string): Promise<TextResults> {
    const kinds: TextKind[] = [];
    if (may('note.read')) kinds.push('note');
    if (may('document.read')) kinds.push('document');
    const found = await this.texts.find(query, kinds, CANDIDATES);
    const sources = (kind: TextKind): string[] =>
      found.filter((each) => each.kind === kind).map((each) => each.sourceId);
    const notes = await this.openNotes(sources('note'), query);
    const documents = await this.openDocuments(sources('document'), query);
    const ids = [...notes, ...documents].map((hit) => hit.clientId);
    const names = await this.names.display(ids);
    const cases = await casesOf(documents.map((hit) => hit.clientId));
    const items = [...notes, ...documents].map((hit) => ({
      ...hit,
      clientName: names.get(hit.clientId) ?? '',
      caseId: hit.caseId ?? cases.get(hit.clientId) ?? null,
    }));
    return { items };
  }

  private async openNotes(ids: string[], query: string): Promise<TextHit[]> {
    const notes = await this.notes.open(ids);
    return notes
      .filter((note) => textMeets(note.text, query))
      .slice(0, HITS)
      .map(({ id, clientId, caseId, text, at }) => ({
        ...{ kind: 'note', id, clientId, caseId, clientName: '', title: null, page: null },
        snippet: snippetOf(text, query),
        at: at.toISOString(),
      }));
  }

  private async openDocuments(ids: string[], query: string): Promise<TextHit[]> {
    return (await this.documents.open(ids, query, HITS)).map(({ at, ...hit }) => ({
      ...{ kind: 'document', ...hit, caseId: null, clientName: '' },
      at: at.toISOString(),
    }));
  }
}

/** The case to open for each client: an open one before a closed one, the newest first. */
async function casesOf(clientIds: string[]): Promise<Map<string, string>> {
  if (clientIds.length === 0) return new Map();
  const rows = await db().query<{ id: string; client_id: string }>(
    `SELECT DISTINCT ON (client_id) id, client_id FROM cases WHERE org_id = $1 AND client_id = ANY($2::uuid[])
      ORDER BY client_id, status DESC, opened_on DESC, id DESC`,
    [currentActor().orgId, clientIds],
  );
  return new Map(rows.map((row) => [row.client_id, row.id]));
}
