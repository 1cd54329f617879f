import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepHistory, run } from './helpers';

/**
 * Who a note is for, what it is about, whether it stays on top, and which note it corrects. The text of a note never
 * changes: a correction is another note of the same client and the same kind.
 */
export class TellNotesApart20261124060000 implements MigrationInterface {
  name = 'TellNotesApart20261124060000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [
      `ALTER TABLE app.case_note ADD COLUMN kind text,
         ADD COLUMN topic text NOT NULL DEFAULT 'general' CHECK (topic IN ('general', 'interview', 'call', 'strategy',
           'evidence', 'court', 'check_in', 'family', 'money')),
         ADD COLUMN corrects_id uuid, ADD COLUMN pinned_at timestamptz, ADD COLUMN pinned_by uuid`,
      `UPDATE app.case_note SET kind = CASE WHEN privileged THEN 'privileged' ELSE 'ordinary' END`,
      `ALTER TABLE app.case_note ALTER COLUMN kind SET NOT NULL,
         ADD CONSTRAINT case_note_kind CHECK (kind IN ('privileged', 'ordinary', 'volunteer_visible')),
         DROP COLUMN privileged,
         ADD CONSTRAINT case_note_of_client UNIQUE (org_id, client_id, id),
         ADD CONSTRAINT case_note_corrects FOREIGN KEY (org_id, client_id, corrects_id)
           REFERENCES app.case_note (org_id, client_id, id),
         ADD CONSTRAINT case_note_pinned_by FOREIGN KEY (org_id, pinned_by) REFERENCES app.staff_user (org_id, id),
         ADD CONSTRAINT case_note_pinned CHECK ((pinned_at IS NULL) = (pinned_by IS NULL))`,
    ]);
    await keepHistory(runner, 'case_note');
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'DROP TRIGGER keep_history ON app.case_note',
      'ALTER TABLE app.case_note ADD COLUMN privileged boolean',
      `UPDATE app.case_note SET privileged = kind = 'privileged'`,
      `ALTER TABLE app.case_note ALTER COLUMN privileged SET NOT NULL,
         DROP COLUMN kind, DROP COLUMN topic, DROP COLUMN corrects_id, DROP COLUMN pinned_at, DROP COLUMN pinned_by,
         DROP CONSTRAINT case_note_of_client`,
    ]);
  }
}
