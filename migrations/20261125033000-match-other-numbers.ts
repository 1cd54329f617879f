import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

const numbers = (
  more: string,
): string => `CREATE OR REPLACE FUNCTION sec.clients_of_a_number(p_indexes bytea[])
     RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
     SELECT c.id FROM app.client c
      WHERE c.org_id = sec.org() AND c.a_number_index = ANY (p_indexes) AND c.merged_into IS NULL${more} $$`;

/** Somebody may have had several A-numbers: the second of one record may be the second, or the first, of another. */
const OTHERS = `
     UNION
     SELECT i.client_id FROM app.client_identifier i JOIN app.client c ON c.org_id = i.org_id AND c.id = i.client_id
      WHERE i.org_id = sec.org() AND i.kind = 'a_number' AND i.value_index = ANY (p_indexes) AND c.merged_into IS NULL`;

export class MatchOtherNumbers20261125033000 implements MigrationInterface {
  name = 'MatchOtherNumbers20261125033000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [numbers(OTHERS)]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [numbers('')]);
  }
}
