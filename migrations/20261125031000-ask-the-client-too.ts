import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

const OTHERS = `'trusted_contact', 'relative', 'organisation', 'government_office', 'media', 'person'`;
const PLANNED = `'planned', 'no_safe_way', 'cancelled'`;

const checks = (recipients: string, unnamed: string, states: string, more = ''): string[] => [
  `ALTER TABLE app.consent DROP CONSTRAINT consent_recipient_kind_check, DROP CONSTRAINT consent_check3,
     ADD CONSTRAINT consent_recipient_kind_check CHECK (recipient_kind IN (${recipients}))${more},
     ADD CONSTRAINT consent_check3 CHECK ((recipient_kind IN (${unnamed})) = (recipient IS NULL))${more}`,
  `ALTER TABLE app.planned_message DROP CONSTRAINT planned_message_status_check,
     ADD CONSTRAINT planned_message_status_check CHECK (status IN (${states}))${more}`,
];

/** The client too agrees to a channel before anything is sent by it; that a number is safe does not say so. */
export class AskTheClientToo20261125031000 implements MigrationInterface {
  name = 'AskTheClientToo20261125031000';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      checks(`'client', ${OTHERS}`, `'client', 'trusted_contact', 'relative'`, `'no_consent', ${PLANNED}`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, checks(OTHERS, `'trusted_contact', 'relative'`, PLANNED, ' NOT VALID'));
  }
}
