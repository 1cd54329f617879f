import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

/**
 * One running timer for each person among what they see, which the service looks after. A timer on a client who went
 * behind a wall meanwhile does not stand in the way: a refusal would tell of it, and nobody could stop it.
 */
export class LetHiddenTimersStand20261126010000 implements MigrationInterface {
  name = 'LetHiddenTimersStand20261126010000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'DROP INDEX app.running_timer_user',
      'CREATE UNIQUE INDEX running_timer_user ON app.running_timer (org_id, user_id, client_id)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'DROP INDEX app.running_timer_user',
      `DELETE FROM app.running_timer t USING app.running_timer newer
        WHERE newer.org_id = t.org_id AND newer.user_id = t.user_id AND newer.started_at > t.started_at`,
      'CREATE UNIQUE INDEX running_timer_user ON app.running_timer (org_id, user_id)',
    ]);
  }
}
