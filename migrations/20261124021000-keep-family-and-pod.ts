import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, protectClientTable, run } from './helpers';

/**
 * A relative may be a client too: `linked_client_id` says so and is shown to those only who see that client. Neither
 * relatives nor trusted contacts are deleted: consents that name them stay in the register.
 */
const FAMILY = [
  `CREATE TABLE app.related_person (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     name bytea NOT NULL,
     birth bytea,
     relationship text NOT NULL CHECK (relationship IN ('spouse', 'former_spouse', 'partner', 'child', 'stepchild', 'parent',
       'stepparent', 'sibling', 'grandparent', 'grandchild', 'guardian', 'other')),
     in_household boolean,
     status text NOT NULL CHECK (status IN ('usc', 'lpr', 'refugee_or_asylee', 'other_lawful', 'pending', 'none', 'not_known')),
     hardship bytea,
     note bytea,
     linked_client_id uuid,
     withdrawn_at timestamptz,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, linked_client_id) REFERENCES app.client (org_id, id),
     CHECK (linked_client_id <> client_id))`,
  `CREATE INDEX related_person_linked ON app.related_person (org_id, linked_client_id)`,
];

const POD = [
  `CREATE TABLE app.trusted_contact (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     name bytea NOT NULL,
     relationship bytea,
     role text NOT NULL CHECK (role IN ('caregiver', 'driver', 'key_holder', 'interpreter', 'sponsor', 'emergency', 'spiritual', 'employer', 'other')),
     call_order smallint NOT NULL,
     language text,
     agreed_on date,
     note bytea,
     withdrawn_at timestamptz,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id))`,
  `CREATE TABLE app.trusted_contact_phone (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     trusted_contact_id uuid NOT NULL,
     value bytea NOT NULL,
     label bytea,
     safe boolean NOT NULL,
     position smallint NOT NULL,
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, client_id, trusted_contact_id) REFERENCES app.trusted_contact (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id))`,
  `CREATE INDEX trusted_contact_phone_contact ON app.trusted_contact_phone (org_id, client_id, trusted_contact_id)`,
];

export class KeepFamilyAndPod20261124021000 implements MigrationInterface {
  name = 'KeepFamilyAndPod20261124021000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...FAMILY, ...POD]);
    for (const table of ['related_person', 'trusted_contact', 'trusted_contact_phone']) {
      await protectClientTable(runner, table);
      await keepHistory(runner, table);
    }
    await grant(runner, 'related_person');
    await grant(runner, 'trusted_contact');
    await grant(runner, 'trusted_contact_phone', 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'DROP TABLE app.trusted_contact_phone',
      'DROP TABLE app.trusted_contact',
      'DROP TABLE app.related_person',
    ]);
  }
}
