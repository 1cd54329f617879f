import { Injectable } from '@nestjs/common';
import { ClientsService } from '@app/clients';
import { about, badField, changed, currentActor, db, Keyring, newId, notFound } from '@app/platform';
import { DocumentReader, factSourceOf } from './document-reader';
import type { LinkFact } from './document.dto';
import { DocumentVersion, FactSource } from './document.entity';
import { factSourcesOf } from './document.queries';
import type { FactSourceView } from './document.view';

/** Which page of which document a dated fact comes from. */
@Injectable()
export class ProvenanceService {
  constructor(
    private readonly clients: ClientsService,
    private readonly reader: DocumentReader,
    private readonly keyring: Keyring,
  ) {}

  /** All links of a client, oldest first. `kind` and `sourceId` are those of the timeline. @throws Problem 404 */
  async of(clientId: string): Promise<FactSourceView[]> {
    await this.clients.require(clientId);
    const key = await this.keyring.clientKey(currentActor().orgId, clientId);
    return (await factSourcesOf(clientId)).map((row) => factSourceOf(key, row));
  }

  /** Says that a fact rests on a document. @throws Problem 404, 422 when there is no such fact or page */
  async link(documentId: string, input: LinkFact): Promise<void> {
    const { clientId } = await this.reader.document(documentId);
    await this.requireFact(clientId, input);
    await this.requirePage(documentId, input.page ?? null);
    const id = newId();
    const box = (await this.keyring.clientKey(currentActor().orgId, clientId)).box('fact_source', id);
    await db().insert(FactSource, {
      ...{
        id,
        clientId,
        documentId,
        sourceKind: input.sourceKind,
        sourceId: input.sourceId,
        field: input.kind,
      },
      page: input.page ?? null,
      quote: box.seal('quote', input.quote?.trim() || null),
      addedBy: currentActor().userId,
    });
    changed('facts');
  }

  /** Takes a link back; it stays in the row history. @throws Problem 404 */
  async unlink(factSourceId: string): Promise<void> {
    const row = await db().find(FactSource, { id: factSourceId });
    if (!row) throw notFound();
    about(row.clientId);
    await db().remove(FactSource, { id: factSourceId });
    changed('facts');
  }

  private async requireFact(clientId: string, { sourceKind, sourceId, kind }: LinkFact): Promise<void> {
    const fact = await db().one(
      `SELECT 1 FROM chronology
        WHERE org_id = $1 AND client_id = $2 AND source_kind = $3 AND source_id = $4 AND kind = $5 LIMIT 1`,
      [currentActor().orgId, clientId, sourceKind, sourceId, kind],
    );
    if (!fact) throw badField('sourceId', 'unknown_fact', 'This client has no such dated fact.');
  }

  private async requirePage(documentId: string, page: number | null): Promise<void> {
    if (page === null) return;
    const [current] = await db().findAll(DocumentVersion, { documentId }, { number: 'DESC' });
    if (page > (current?.pages ?? 1))
      throw badField('page', 'no_such_page', `This document has ${current?.pages ?? 1} page(s).`);
  }
}
