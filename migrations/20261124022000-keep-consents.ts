import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, keepHistory, protectClientTable, run } from './helpers';

const SCOPES = `ARRAY['case_status', 'hearing_dates', 'check_ins', 'detention', 'health', 'immigration_history', 'criminal_history', 'money', 'everything']`;
const CHANNELS = `ARRAY['in_person', 'phone', 'text_message', 'email', 'post', 'public']`;

const CONSENTS = [
  `CREATE TABLE app.consent (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     recipient_kind text NOT NULL CHECK (recipient_kind IN ('trusted_contact', 'relative', 'organisation', 'government_office', 'media', 'person')),
     trusted_contact_id uuid,
     related_person_id uuid,
     recipient bytea,
     scopes text[] NOT NULL CHECK (cardinality(scopes) > 0 AND scopes <@ ${SCOPES}),
     channels text[] NOT NULL CHECK (cardinality(channels) > 0 AND channels <@ ${CHANNELS}),
     from_on date NOT NULL,
     until_on date,
     given_how text NOT NULL CHECK (given_how IN ('written', 'oral')),
     given_language text,
     document_reference bytea,
     note bytea,
     recorded_by uuid NOT NULL,
     revoked_on date,
     revoked_by uuid,
     revoked_at timestamptz,
     revoke_reason bytea,
     replaced_by uuid,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, client_id, trusted_contact_id) REFERENCES app.trusted_contact (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id, related_person_id) REFERENCES app.related_person (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id, replaced_by) REFERENCES app.consent (org_id, client_id, id),
     FOREIGN KEY (org_id, recorded_by) REFERENCES app.staff_user (org_id, id),
     FOREIGN KEY (org_id, revoked_by) REFERENCES app.staff_user (org_id, id),
     CHECK (until_on >= from_on),
     CHECK ((recipient_kind = 'trusted_contact') = (trusted_contact_id IS NOT NULL)),
     CHECK ((recipient_kind = 'relative') = (related_person_id IS NOT NULL)),
     CHECK ((recipient_kind IN ('trusted_contact', 'relative')) = (recipient IS NULL)),
     CHECK ((revoked_on IS NULL) = (revoked_by IS NULL) AND (revoked_on IS NULL) = (revoked_at IS NULL)),
     CHECK (replaced_by IS NULL OR revoked_on IS NOT NULL))`,
];

/** What somebody agreed to is not rewritten: a consent is revoked once, and another one takes its place. */
const UNCHANGED = [
  `CREATE FUNCTION sec.keep_consent() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF (OLD.recipient_kind, OLD.scopes, OLD.channels, OLD.from_on, OLD.until_on, OLD.given_how, OLD.given_language,
         OLD.recorded_by, OLD.created_at)
        IS DISTINCT FROM
        (NEW.recipient_kind, NEW.scopes, NEW.channels, NEW.from_on, NEW.until_on, NEW.given_how, NEW.given_language,
         NEW.recorded_by, NEW.created_at)
        OR (OLD.revoked_on IS NOT NULL AND (OLD.revoked_on, OLD.revoked_by, OLD.revoked_at)
            IS DISTINCT FROM (NEW.revoked_on, NEW.revoked_by, NEW.revoked_at)) THEN
       RAISE EXCEPTION 'A consent is revoked and replaced, never edited.' USING ERRCODE = 'check_violation';
     END IF;
     RETURN NEW;
   END $$`,
  'REVOKE ALL ON FUNCTION sec.keep_consent() FROM PUBLIC',
  `CREATE TRIGGER keep_consent BEFORE UPDATE ON app.consent FOR EACH ROW EXECUTE FUNCTION sec.keep_consent()`,
];

export class KeepConsents20261124022000 implements MigrationInterface {
  name = 'KeepConsents20261124022000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...CONSENTS, ...UNCHANGED]);
    await protectClientTable(runner, 'consent');
    await keepHistory(runner, 'consent');
    await grant(runner, 'consent');
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, ['DROP TABLE app.consent', 'DROP FUNCTION sec.keep_consent()']);
  }
}
