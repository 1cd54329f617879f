import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  behindNoWall,
  grant,
  keepHistory,
  protectClientTable,
  protectOrganisationTable,
  run,
  seesClient,
} from './helpers';

const PARTIES = [
  `CREATE TABLE app.conflict_party (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     client_id uuid NOT NULL,
     kind text NOT NULL CHECK (kind IN ('family_member', 'related_person', 'opposing_party', 'witness', 'co_defendant', 'victim', 'government_official', 'other')),
     source_id uuid,
     name bytea NOT NULL,
     note bytea,
     ended_at timestamptz,
     created_by uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     UNIQUE (org_id, client_id, id),
     FOREIGN KEY (org_id, client_id) REFERENCES app.client (org_id, id))`,
  `CREATE TABLE app.conflict_party_token (
     org_id uuid NOT NULL,
     client_id uuid NOT NULL,
     party_id uuid NOT NULL,
     token bytea NOT NULL,
     PRIMARY KEY (org_id, token, party_id),
     FOREIGN KEY (org_id, client_id, party_id) REFERENCES app.conflict_party (org_id, client_id, id))`,
  `CREATE INDEX conflict_party_token_party ON app.conflict_party_token (org_id, client_id, party_id)`,
  `CREATE TABLE app.office_party (
     org_id uuid NOT NULL REFERENCES app.organisation (org_id),
     id uuid NOT NULL,
     kind text NOT NULL CHECK (kind IN ('former_client', 'opposing_party', 'witness', 'victim', 'government_official', 'other')),
     name bytea NOT NULL,
     note bytea,
     ended_at timestamptz,
     created_by uuid NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id))`,
  // Names of the office itself: parties of no client, and people who ask for help.
  `CREATE TABLE app.office_name_token (
     org_id uuid NOT NULL,
     owner_id uuid NOT NULL,
     owner text NOT NULL CHECK (owner IN ('office_party', 'referral')),
     token bytea NOT NULL,
     PRIMARY KEY (org_id, token, owner_id))`,
  `CREATE INDEX office_name_token_owner ON app.office_name_token (org_id, owner_id)`,
];

/** A pair of people of whom the same office may not serve both, or who may be one. Each side is of one kind only. */
const HITS = [
  `CREATE TABLE app.conflict_check (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     cause text NOT NULL CHECK (cause IN ('new_name', 'new_party', 'new_referral', 'by_hand')),
     subject_client_id uuid,
     referral_id uuid,
     office_party_id uuid,
     seen_hits integer NOT NULL,
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, subject_client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, referral_id) REFERENCES app.referral (org_id, id))`,
  `CREATE INDEX conflict_check_client ON app.conflict_check (org_id, subject_client_id, at)`,
  `CREATE INDEX conflict_check_referral ON app.conflict_check (org_id, referral_id, at)`,
  `CREATE TABLE app.conflict_hit (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     version integer NOT NULL DEFAULT 1,
     pair_hash bytea NOT NULL,
     subject_role text NOT NULL,
     subject_client_id uuid,
     subject_party_id uuid,
     subject_referral_id uuid,
     subject_office_party_id uuid,
     other_role text NOT NULL,
     other_client_id uuid,
     other_party_id uuid,
     other_referral_id uuid,
     other_office_party_id uuid,
     gravity text NOT NULL CHECK (gravity IN ('adverse', 'same_person', 'related')),
     how text NOT NULL CHECK (how IN ('same', 'spelling', 'sound', 'part', 'a_number')),
     score smallint NOT NULL,
     decision text NOT NULL DEFAULT 'open' CHECK (decision IN ('open', 'no_conflict', 'waived', 'confirmed')),
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, subject_client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, other_client_id) REFERENCES app.client (org_id, id),
     FOREIGN KEY (org_id, subject_party_id) REFERENCES app.conflict_party (org_id, id),
     FOREIGN KEY (org_id, other_party_id) REFERENCES app.conflict_party (org_id, id),
     FOREIGN KEY (org_id, subject_referral_id) REFERENCES app.referral (org_id, id),
     FOREIGN KEY (org_id, other_referral_id) REFERENCES app.referral (org_id, id),
     FOREIGN KEY (org_id, subject_office_party_id) REFERENCES app.office_party (org_id, id),
     FOREIGN KEY (org_id, other_office_party_id) REFERENCES app.office_party (org_id, id))`,
  `CREATE UNIQUE INDEX conflict_hit_pair ON app.conflict_hit (org_id, pair_hash)`,
  `CREATE INDEX conflict_hit_subject ON app.conflict_hit (org_id, subject_client_id)`,
  `CREATE INDEX conflict_hit_other ON app.conflict_hit (org_id, other_client_id)`,
  `CREATE INDEX conflict_hit_referral ON app.conflict_hit (org_id, subject_referral_id)`,
  `CREATE INDEX conflict_hit_other_referral ON app.conflict_hit (org_id, other_referral_id)`,
  `CREATE INDEX conflict_hit_open ON app.conflict_hit (org_id, decision, created_at)`,
  `CREATE TABLE app.conflict_decision (
     org_id uuid NOT NULL,
     id uuid NOT NULL,
     hit_id uuid NOT NULL,
     decision text NOT NULL,
     key_id uuid,
     reason bytea NOT NULL,
     by_user uuid NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (org_id, id),
     FOREIGN KEY (org_id, hit_id) REFERENCES app.conflict_hit (org_id, id))`,
  `CREATE INDEX conflict_decision_hit ON app.conflict_decision (org_id, hit_id, at)`,
];

/** Seen by those who see both sides: one side alone would tell that the other exists. */
const either = (column: string): string =>
  `(${column} IS NULL OR (${seesClient(column)} AND ${behindNoWall(column)}))`;
const referralSeen = (column: string): string =>
  `(${column} IS NULL OR EXISTS (SELECT 1 FROM app.referral r WHERE r.org_id = conflict_hit.org_id AND r.id = conflict_hit.${column}))`;
const BOTH = [
  either('subject_client_id'),
  either('other_client_id'),
  referralSeen('subject_referral_id'),
  referralSeen('other_referral_id'),
].join(' AND ');

const CANDIDATES = `CREATE FUNCTION sec.conflict_candidates(p_readings integer[], p_words integer[], p_tokens bytea[], p_most integer)
     RETURNS TABLE (source text, id uuid, client_id uuid, role text, box text, row_id uuid, parts bytea[])
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
     WITH me AS MATERIALIZED (SELECT sec.org() AS org_id),
     q AS MATERIALIZED (SELECT * FROM unnest(p_readings, p_words, p_tokens) AS x(reading, word, token)),
     met AS (
       SELECT 'client' AS source, t.client_id AS id, q.reading, count(DISTINCT q.word) AS n
         FROM q JOIN app.client_token t ON t.org_id = (SELECT me.org_id FROM me) AND t.kind = 'match' AND t.token = q.token
        GROUP BY t.client_id, q.reading
       UNION ALL
       SELECT 'party', t.party_id, q.reading, count(DISTINCT q.word)
         FROM q JOIN app.conflict_party_token t ON t.org_id = (SELECT me.org_id FROM me) AND t.token = q.token
        GROUP BY t.party_id, q.reading
       UNION ALL
       SELECT t.owner, t.owner_id, q.reading, count(DISTINCT q.word)
         FROM q JOIN app.office_name_token t ON t.org_id = (SELECT me.org_id FROM me) AND t.token = q.token
        GROUP BY t.owner, t.owner_id, q.reading),
     best AS MATERIALIZED (
       SELECT m.source, m.id, max(m.n) AS n FROM met m WHERE m.n >= 2
        GROUP BY m.source, m.id ORDER BY n DESC, m.id DESC LIMIT p_most)
     SELECT b.source, b.id, c.id, 'client', 'client', c.id, ARRAY[c.given_name, c.middle_name, c.family_name]
       FROM best b, me JOIN app.client c ON c.org_id = me.org_id WHERE b.source = 'client' AND c.id = b.id
     UNION ALL
     SELECT b.source, b.id, a.client_id, 'client', 'client_alias', a.id, ARRAY[a.name]
       FROM best b, me JOIN app.client_alias a ON a.org_id = me.org_id WHERE b.source = 'client' AND a.client_id = b.id
     UNION ALL
     SELECT b.source, b.id, p.client_id, p.kind, 'conflict_party', p.id, ARRAY[p.name]
       FROM best b, me JOIN app.conflict_party p ON p.org_id = me.org_id WHERE b.source = 'party' AND p.id = b.id
     UNION ALL
     SELECT b.source, b.id, NULL, o.kind, 'office_party', o.id, ARRAY[o.name]
       FROM best b, me JOIN app.office_party o ON o.org_id = me.org_id WHERE b.source = 'office_party' AND o.id = b.id
     UNION ALL
     SELECT b.source, b.id, NULL, 'referral', 'referral', r.id, ARRAY[r.given_name, r.middle_name, r.family_name]
       FROM best b, me JOIN app.referral r ON r.org_id = me.org_id
      WHERE b.source = 'referral' AND r.id = b.id AND r.became_client_id IS NULL AND r.erased_at IS NULL $$`;

const RECORD = `CREATE FUNCTION sec.record_conflict_hits(p_hits jsonb)
     RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
     INSERT INTO app.conflict_hit (org_id, id, pair_hash, subject_role, subject_client_id, subject_party_id,
         subject_referral_id, subject_office_party_id, other_role, other_client_id, other_party_id, other_referral_id,
         other_office_party_id, gravity, how, score)
     SELECT sec.org(), h.id, decode(h.pair, 'hex'), h.subject_role, h.subject_client_id, h.subject_party_id,
            h.subject_referral_id, h.subject_office_party_id, h.other_role, h.other_client_id, h.other_party_id,
            h.other_referral_id, h.other_office_party_id, h.gravity, h.how, h.score
       FROM jsonb_to_recordset(p_hits) AS h(id uuid, pair text, subject_role text, subject_client_id uuid,
            subject_party_id uuid, subject_referral_id uuid, subject_office_party_id uuid, other_role text,
            other_client_id uuid, other_party_id uuid, other_referral_id uuid, other_office_party_id uuid,
            gravity text, how text, score smallint)
     ON CONFLICT DO NOTHING $$`;

/** Other clients of the office with an A-number, whoever sees them: the pair is told to those who see both. */
const SAME_NUMBER = `CREATE FUNCTION sec.clients_of_a_number(p_indexes bytea[])
     RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
     SELECT c.id FROM app.client c WHERE c.org_id = sec.org() AND c.a_number_index = ANY (p_indexes) $$`;

const DEFINERS = [
  'conflict_candidates(integer[], integer[], bytea[], integer)',
  'record_conflict_hits(jsonb)',
  'clients_of_a_number(bytea[])',
];
const READ = [
  'client_alias',
  'client_token',
  'conflict_party',
  'conflict_party_token',
  'office_party',
  'office_name_token',
  'conflict_hit',
];

export class CheckConflicts20261124030100 implements MigrationInterface {
  name = 'CheckConflicts20261124030100';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [...PARTIES, ...HITS]);
    for (const table of ['conflict_party', 'conflict_party_token']) {
      await protectClientTable(runner, table);
      await grant(runner, table, 'SELECT, INSERT, UPDATE, DELETE');
    }
    await keepHistory(runner, 'conflict_party');
    for (const table of [
      'office_party',
      'office_name_token',
      'conflict_check',
      'conflict_hit',
      'conflict_decision',
    ])
      await protectOrganisationTable(runner, table);
    await grant(runner, 'office_party');
    await grant(runner, 'office_name_token', 'SELECT, INSERT, DELETE');
    await grant(runner, 'conflict_check', 'SELECT, INSERT, UPDATE');
    await grant(runner, 'conflict_hit', 'SELECT, UPDATE');
    await grant(runner, 'conflict_decision', 'SELECT, INSERT');
    await this.showBothSides(runner);
    for (const table of READ) {
      await run(runner, [
        `GRANT SELECT ON app.${table} TO vacatur_definer`,
        `CREATE POLICY definer ON app.${table} FOR SELECT TO vacatur_definer USING (true)`,
      ]);
    }
    await run(runner, [
      'GRANT INSERT ON app.conflict_hit TO vacatur_definer',
      'CREATE POLICY definer_adds ON app.conflict_hit FOR INSERT TO vacatur_definer WITH CHECK (true)',
      CANDIDATES,
      RECORD,
      SAME_NUMBER,
      ...DEFINERS.flatMap((name) => [
        `ALTER FUNCTION sec.${name} OWNER TO vacatur_definer`,
        `REVOKE ALL ON FUNCTION sec.${name} FROM PUBLIC`,
        `GRANT EXECUTE ON FUNCTION sec.${name} TO vacatur_app`,
      ]),
      'DROP INDEX app.client_a_number',
      'CREATE INDEX client_a_number ON app.client (org_id, a_number_index)',
    ]);
  }

  private async showBothSides(runner: QueryRunner): Promise<void> {
    const rules: Record<string, string> = {
      conflict_hit: BOTH,
      conflict_check: either('subject_client_id'),
      conflict_decision:
        'EXISTS (SELECT 1 FROM app.conflict_hit h WHERE h.org_id = conflict_decision.org_id AND h.id = conflict_decision.hit_id)',
    };
    for (const [table, rule] of Object.entries(rules)) {
      await run(runner, [
        ...['see', 'change', 'remove'].map((policy) => `DROP POLICY ${policy} ON app.${table}`),
        `CREATE POLICY see ON app.${table} FOR SELECT TO vacatur_app USING (${rule})`,
        `CREATE POLICY change ON app.${table} FOR UPDATE TO vacatur_app USING (${rule}) WITH CHECK (${rule})`,
      ]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      'DROP INDEX app.client_a_number',
      'CREATE UNIQUE INDEX client_a_number ON app.client (org_id, a_number_index)',
      ...DEFINERS.map((name) => `DROP FUNCTION sec.${name}`),
      'DROP TABLE app.conflict_decision, app.conflict_hit, app.conflict_check',
      'DROP TABLE app.office_name_token, app.office_party, app.conflict_party_token, app.conflict_party',
      'DROP POLICY definer ON app.client_alias',
      'DROP POLICY definer ON app.client_token',
      'REVOKE SELECT ON app.client_alias, app.client_token FROM vacatur_definer',
    ]);
  }
}
