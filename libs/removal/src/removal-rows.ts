import type { EntityTarget, FindOptionsWhere } from 'typeorm';
import { about, db, notFound, type VersionedRow } from '@app/platform';

/** A record of this library: it belongs to a client. */
interface ClientRow extends VersionedRow {
  clientId: string;
}

/**
 * The record, when this person sees it; the request's audit entry is then about its client.
 * @throws Problem 404 otherwise
 */
export async function requireRow<E extends ClientRow>(entity: EntityTarget<E>, id: string): Promise<E> {
  const row = await db().find(entity, { id } as FindOptionsWhere<E>);
  if (!row) throw notFound();
  about(row.clientId);
  return row;
}

/** Names of changed fields for the audit entry, with the record they belong to. */
export function named(record: string, input: object): string[] {
  return Object.keys(input).map((field) => `${record}.${field}`);
}
