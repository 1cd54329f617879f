import type { Pool, PoolClient, PoolConfig, QueryResult, QueryResultRow, QueryConfig } from 'pg';
import { poolOf } from './pool';

const LOOK_AGAIN_MS = 100;

/**
 * Connections whose login can be changed while everybody works: new work goes over new connections, and the earlier
 * ones end when what was begun on them, or waits for one of them, is done.
 */
export class ChangingPool {
  private pool: Pool;
  private readonly leaving = new Set<Promise<void>>();
  private closing = false;

  constructor(private readonly config: PoolConfig) {
    this.pool = poolOf(config);
  }

  connect(): Promise<PoolClient> {
    return this.pool.connect();
  }

  query<R extends QueryResultRow = QueryResultRow>(
    text: string | QueryConfig,
    values?: unknown[],
  ): Promise<QueryResult<R>> {
    return this.pool.query<R>(text, values);
  }

  /** From now on with the login of this address. */
  use(connectionString: string): void {
    const former = this.pool;
    this.pool = poolOf({ ...this.config, connectionString });
    const gone = this.leave(former).finally(() => this.leaving.delete(gone));
    this.leaving.add(gone);
  }

  async end(): Promise<void> {
    this.closing = true;
    await Promise.all([this.pool.end(), ...this.leaving]);
  }

  /** A pool that is ended serves nobody who still waits in its queue, so that empties first. */
  private async leave(former: Pool): Promise<void> {
    while (former.waitingCount > 0 && !this.closing)
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    await former.end();
  }
}
