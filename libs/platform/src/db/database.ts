import { types, type PoolClient } from 'pg';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { isUnreachable } from '../errors/database-problem';
import type { ContextSigner, OrganisationContext } from './context';
import { ChangingPool } from './changing-pool';
import { Tx } from './tx';

// Legal days stay the text that was stored; a Date would move them with the machine's time zone.
types.setTypeParser(1082, (text) => text);
types.setTypeParser(20, (text) => Number(text));

const SESSION_SETTINGS = [
  '-c statement_timeout=10s',
  '-c lock_timeout=3s',
  '-c idle_in_transaction_session_timeout=15s',
  '-c search_path=app',
  '-c timezone=UTC',
  '-c jit=off',
].join(' ');

/** The only holder of connections to the main database. */
export class Database {
  readonly pool: ChangingPool;
  private source: DataSource | null = null;

  constructor(
    private readonly url: string,
    private signer: ContextSigner,
    size: number,
  ) {
    this.pool = new ChangingPool({ connectionString: url, max: size, options: SESSION_SETTINGS });
  }

  /** Reads the entities that have been imported; call once before the first transaction. */
  async open(): Promise<void> {
    const entities = getMetadataArgsStorage().tables.map((table) => table.target as never);
    const source = new DataSource({
      type: 'postgres',
      url: this.url,
      schema: 'app',
      entities,
      synchronize: false,
      logging: false,
      invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
      // Entities borrow the transaction's own connection, so this pool stays empty after the version check.
      poolSize: 1,
      extra: { options: SESSION_SETTINGS, idleTimeoutMillis: 1000 },
    });
    this.source = await source.initialize();
  }

  /** From the next transaction on with another login and another signature. */
  become(url: string, signer: ContextSigner): void {
    this.pool.use(url);
    this.signer = signer;
  }

  async close(): Promise<void> {
    await this.source?.destroy();
    await this.pool.end();
  }

  /** Calls a function that needs no organisation (sign-in, claims of the worker). Tables stay closed to it. */
  async outside<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    const { rows } = await this.pool.query<T>({ text, values });
    return rows;
  }

  /**
   * Runs the work in one transaction for this organisation and person. `before` is the SQL of the last statement,
   * sent in one message with the commit. The context is transaction-local: nothing outlives it on the connection.
   */
  async inOrganisation<T>(
    context: OrganisationContext,
    work: (tx: Tx) => Promise<T>,
    last: (client: PoolClient, result: T) => string = () => '',
  ): Promise<T> {
    if (!this.source) throw new Error('The database is not open yet.');
    // A context of the former key is accepted as long as its login is, so the two need not change at once.
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(
        `START TRANSACTION; SELECT set_config('app.ctx', '${this.signer.sign(context)}', true)`,
      );
      const result = await work(new Tx(this.source, client, context));
      await client.query(`${last(client, result)}; COMMIT`);
      return result;
    } catch (error) {
      if (isUnreachable(error)) broken = error as Error;
      else
        await client.query('ROLLBACK').catch((failure: Error) => {
          broken = failure;
        });
      throw error;
    } finally {
      client.release(broken);
    }
  }
}
