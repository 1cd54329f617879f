import { Injectable } from '@nestjs/common';
import { currentActor, Database, db, SealedError, UnitOfWork } from '@app/platform';
import { ClientTokens } from './client-tokens';
import { NameChanges } from './name-changes';

const PAGE = 50;

interface Reached {
  /** The last client whose names were looked at, and the last number; null once there are no more. */
  client: string | null;
  number: string | null;
}

const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Makes what was written before there was a way to find it as findable as the rest: the tokens that name checks meet on,
 * and A-numbers beside the first. The keys are here and not in the database, so no migration can do it. A page at a time
 * and each in its own transaction: people work meanwhile, and it can be stopped anywhere. What is done is not done again.
 */
@Injectable()
export class IdentityIndex {
  private readonly reached = new Map<string, Reached>();

  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly tokens: ClientTokens,
    private readonly changes: NameChanges,
  ) {}

  /** One page of each organisation. Returns how many records were made findable. */
  async round(page = PAGE): Promise<number> {
    const offices = await this.database.outside<{ id: string }>('SELECT sec.organisations() AS id');
    let done = 0;
    for (const { id } of offices) {
      const reached = this.reached.get(id) ?? { client: FIRST, number: FIRST };
      this.reached.set(id, reached);
      if (reached.client !== null)
        done += await this.work.asSystem(id, 'names.index', () => this.names(reached, page));
      // Numbers begin as soon as the names are through.
      if (reached.client === null && reached.number !== null)
        done += await this.work.asSystem(id, 'numbers.index', () => this.numbers(reached, page));
    }
    return done;
  }

  /** A name without letters has no tokens: it is passed over, not tried for ever. Another worker's rows are skipped. */
  private async names(reached: Reached, page: number): Promise<number> {
    const rows = await db().query<{ id: string }>(
      `SELECT c.id FROM client c
        WHERE c.org_id = $1 AND c.id > $2 AND c.merged_into IS NULL AND NOT EXISTS
          (SELECT 1 FROM client_token t WHERE t.org_id = c.org_id AND t.client_id = c.id AND t.kind = 'match')
        ORDER BY c.id LIMIT ${page} FOR UPDATE OF c SKIP LOCKED`,
      [currentActor().orgId, reached.client],
    );
    for (const { id } of rows) await this.rebuild(id);
    reached.client = rows.length < page ? null : rows.at(-1)!.id;
    return rows.length;
  }

  /** A record whose key is gone cannot be read: it must not hold up the others. */
  private async rebuild(clientId: string): Promise<void> {
    try {
      await this.tokens.rebuild(clientId);
    } catch (error) {
      if (!(error instanceof SealedError)) throw error;
    }
  }

  /** Telling of a pair twice writes it once. */
  private async numbers(reached: Reached, page: number): Promise<number> {
    const rows = await db().query<{ id: string; client_id: string; value_index: Buffer }>(
      `SELECT id, client_id, value_index FROM client_identifier
        WHERE org_id = $1 AND id > $2 AND kind = 'a_number' AND value_index IS NOT NULL ORDER BY id LIMIT ${page}`,
      [currentActor().orgId, reached.number],
    );
    for (const { client_id: clientId, value_index: index } of rows)
      await this.changes.tellNumber({ clientId, indexes: [index] });
    reached.number = rows.length < page ? null : rows.at(-1)!.id;
    return rows.length;
  }
}
