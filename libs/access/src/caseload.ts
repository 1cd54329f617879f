import { db } from '@app/platform';
import { seesOffice } from './may';

/** A caseload above this is so large a part of the office that walking through the office finds its rows sooner. */
const FEW = 4000;

/**
 * The condition that makes a query begin at the caseload of whoever asks instead of at the whole office; nothing for
 * office-wide roles and very large caseloads. It says nothing that the row rule does not: leaving it out shows no row
 * more.
 *
 * @param column the client's id in the query, such as `d.client_id`
 */
export async function fromCaseload(column: string): Promise<string> {
  if (seesOffice()) return '';
  const row = await db().one<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT sec.my_clients() LIMIT ${FEW + 1}) AS mine`,
  );
  return (row?.n ?? 0) > FEW ? '' : ` AND ${column} = ANY (ARRAY(SELECT sec.my_clients()))`;
}
