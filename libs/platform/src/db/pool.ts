import { Pool, type PoolConfig } from 'pg';

/** A little longer than a statement may take: who waits longer waits for a connection that is dead. */
const LIMITS: PoolConfig = { connectionTimeoutMillis: 5000, query_timeout: 12_000, keepAlive: true };

/**
 * Connections to a database that may go away. One that breaks off, idle or in use, must not end the process: whoever
 * uses it is told by their next query, and the pool opens another.
 */
export function poolOf(config: PoolConfig): Pool {
  const pool = new Pool({ ...LIMITS, ...config });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
