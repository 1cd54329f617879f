import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

/** Functions that were made with PostgreSQL's default, which lets every login of the server run them. */
const OPENED = [
  'claims()',
  'org()',
  'uid()',
  'role()',
  'sees_office()',
  'my_clients()',
  'audit_append(text, uuid, uuid, text[], text)',
  'audit_breaks()',
  'refuse_change()',
  'keep_history()',
  'claim_outbox(integer, integer)',
  'organisations()',
  'actor_of_session(bytea)',
  'actor_of_token(bytea)',
];

export class CloseFunctionsToEverybody20261122069000 implements MigrationInterface {
  name = 'CloseFunctionsToEverybody20261122069000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, ['REVOKE ALL ON ALL FUNCTIONS IN SCHEMA sec FROM PUBLIC']);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of OPENED) await runner.query(`GRANT EXECUTE ON FUNCTION sec.${name} TO PUBLIC`);
  }
}
