import { apiLogin, keysLogin, rootKeyFingerprint } from '@app/platform';
import { startApp, type TestApp } from './support/app';
import { asAdmin, tablesOf } from './support/admin';
import { behindNoWall, seesClient } from '../migrations/helpers';

/**
 * What quietly breaks row security, looked for in the database's own catalogue. Every list of exceptions here is
 * reviewed by hand: a new line needs a reason beside it.
 */
let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

type Found = Record<string, string>;

async function find(sql: string, values: unknown[] = []): Promise<Found[]> {
  return asAdmin(test, async (admin) => (await admin.query<Found>(sql, values)).rows);
}

/** TypeORM's own list of migrations: no row of anybody, and the application has no right to it. */
const NOT_OURS = `relname <> 'migration'`;
const TABLES = `SELECT c.* FROM pg_class c WHERE c.relnamespace = 'app'::regnamespace AND c.relkind IN ('r', 'p') AND ${NOT_OURS}`;

/** The organisation is the one thing that is not inside an organisation; its short name is for the whole installation. */
const GLOBAL_UNIQUES = ['organisation_slug_key'];
/** Tables whose rows are written by the machinery and read by the roles that see the client. */
const MACHINERY_ABOUT_CLIENTS = ['audit_entry', 'row_history'];

const DEFINERS = [
  'actor_of_session',
  'actor_of_token',
  'audit_append',
  'begin_erasing',
  'challenge_half_session',
  'claim_outbox',
  'claims',
  'clear_beside',
  'clear_erased',
  'clients_of_a_number',
  'clients_with_protected_family',
  'conflict_candidates',
  'count_intake',
  'demands_kept_from_me',
  'erased_clients',
  'erasing_clients',
  'family_of_protected',
  'files_of_erased',
  'forget_sign_ins',
  'found_organisation',
  'go_on_holding',
  'half_session_of_token',
  'installation_org',
  'intake_link_of_token',
  'intake_partners',
  'invitation_of_token',
  'invite_director',
  'left_the_office',
  'list_organisations',
  'lock_offer_of_token',
  'move_client_rows',
  'my_clients',
  'my_use',
  'offer_lock',
  'offer_password_reset',
  'open_half_session',
  'organisations',
  'password_hash',
  'password_reset_of_token',
  'record_conflict_hits',
  'referrals_of_erased',
  'return_try',
  'saw_proof',
  'sent_referral_outcomes',
  'set_password',
  'sign_in_account',
  'sign_in_candidates',
  'sign_in_failed',
  'sign_in_locked',
  'spend_intake_challenge',
  'take_try',
  'tidy',
  'use_half_session',
  'use_lock_offer',
  'use_password_reset',
  'walled_from_me',
];

describe('every table of the organisations', () => {
  it('is there to be looked at', async () => {
    expect((await asAdmin(test, tablesOf)).length).toBeGreaterThan(15);
  });

  it('names its organisation in each row', async () => {
    const without = `SELECT t.relname FROM (${TABLES}) t WHERE NOT EXISTS
      (SELECT 1 FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'org_id' AND a.attnotnull
         AND a.atttypid = 'uuid'::regtype)`;
    expect(await find(without)).toEqual([]);
  });

  it('has row security that binds its owner too', async () => {
    expect(
      await find(`SELECT relname FROM (${TABLES}) t WHERE NOT relrowsecurity OR NOT relforcerowsecurity`),
    ).toEqual([]);
  });

  it('has the restrictive policy of the organisation for reading and writing', async () => {
    const rule = `(org_id = ( SELECT sec.org() AS org))`;
    const without = `SELECT t.relname FROM (${TABLES}) t WHERE NOT EXISTS
      (SELECT 1 FROM pg_policies p WHERE p.schemaname = 'app' AND p.tablename = t.relname
         AND p.permissive = 'RESTRICTIVE' AND p.cmd = 'ALL' AND p.roles = '{vacatur_app}'
         AND p.qual = $1 AND p.with_check = $1)`;
    expect(await find(without, [rule])).toEqual([]);
  });

  it('belongs to an owner that cannot sign in', async () => {
    const others = `SELECT t.relname, r.rolname FROM (${TABLES}) t JOIN pg_roles r ON r.oid = t.relowner
      WHERE r.rolname <> 'vacatur_owner' OR r.rolcanlogin OR r.rolsuper OR r.rolbypassrls`;
    expect(await find(others)).toEqual([]);
  });

  it('points nowhere outside its organisation', async () => {
    const loose = `SELECT c.conname, c.conrelid::regclass::text AS "table" FROM pg_constraint c
       JOIN (${TABLES}) t ON t.oid = c.conrelid
      WHERE c.contype = 'f' AND NOT EXISTS
        (SELECT 1 FROM unnest(c.conkey, c.confkey) AS k(here, there)
           JOIN pg_attribute h ON h.attrelid = c.conrelid AND h.attnum = k.here AND h.attname = 'org_id'
           JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = k.there AND f.attname = 'org_id')`;
    expect(await find(loose)).toEqual([]);
  });

  it('points with every id of a client, case or colleague, so that no row outlives what it is about', async () => {
    const reviewed = [
      // Written for whoever acts, which may be the worker; kept after what they are about is gone.
      'audit_entry.client_id',
      'audit_entry.case_id',
      'audit_entry.user_id',
      'row_history.client_id',
      'idempotency_key.user_id',
    ];
    const loose = `SELECT t.relname || '.' || a.attname AS "column" FROM (${TABLES}) t
       JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname IN ('client_id', 'case_id', 'user_id') AND NOT a.attisdropped
      WHERE NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conrelid = t.oid AND c.contype = 'f' AND a.attnum = ANY (c.conkey))`;
    const columns = (await find(loose)).map((row) => row.column);
    expect(columns.filter((column) => !reviewed.includes(column))).toEqual([]);
  });

  it('is unique within its organisation only', async () => {
    const wide = `SELECT i.indexrelid::regclass::text AS name FROM pg_index i JOIN (${TABLES}) t ON t.oid = i.indrelid
      WHERE i.indisunique AND NOT EXISTS (SELECT 1 FROM pg_attribute a
        WHERE a.attrelid = i.indrelid AND a.attnum = i.indkey[0] AND a.attname = 'org_id')`;
    const names = (await find(wide)).map((row) => row.name.replace(/^app\./, ''));
    expect(names.filter((name) => !GLOBAL_UNIQUES.includes(name))).toEqual([]);
  });

  it('about clients shows them by the one rule', async () => {
    const tables = `SELECT t.relname AS "table", a.attname AS "column" FROM (${TABLES}) t
       JOIN pg_attribute a ON a.attrelid = t.oid AND NOT a.attisdropped
        AND (a.attname = 'client_id' OR (t.relname = 'client' AND a.attname = 'id'))`;
    const found = await find(tables);
    expect(found.length).toBeGreaterThan(7);
    for (const { table, column } of found) {
      const policies = await find(
        `SELECT cmd, qual, with_check FROM pg_policies
          WHERE schemaname = 'app' AND tablename = $1 AND permissive = 'PERMISSIVE' AND roles = '{vacatur_app}'`,
        [table],
      );
      const rule = plain(seesClient(column));
      const read = policies.filter((policy) => ['SELECT', 'UPDATE', 'DELETE', 'ALL'].includes(policy.cmd));
      expect([table, read.length > 0, ...read.map((p) => plain(p.qual)).filter((q) => q !== rule)]).toEqual([
        table,
        true,
      ]);
      const walls = await find(
        `SELECT cmd, qual, with_check FROM pg_policies WHERE schemaname = 'app' AND tablename = $1
            AND policyname = 'wall' AND permissive = 'RESTRICTIVE' AND roles = '{vacatur_app}'`,
        [table],
      );
      const wall = plain(behindNoWall(column));
      expect([table, ...walls.map((w) => [w.cmd, plain(w.qual), plain(w.with_check)])]).toEqual([
        table,
        ['ALL', wall, wall],
      ]);
      if (table === 'client' || MACHINERY_ABOUT_CLIENTS.includes(table)) continue;
      const write = policies.filter((policy) => policy.with_check).map((policy) => plain(policy.with_check));
      expect([table, ...write.filter((check) => check !== rule)]).toEqual([table]);
    }
  });
});

/**
 * Tables whose rows may change or go without their old state being kept. A status, a date or a decision that is
 * overwritten is a fact that is lost: whatever is not on this list keeps the row before in `row_history`.
 */
const NO_HISTORY: Record<string, string> = {
  api_token: 'ends once; a token is never changed',
  client_merge: 'is undone once, which the row itself says',
  client_merge_row: 'is only added',
  client_text: 'made from notes and documents',
  client_text_token: 'made from notes and documents',
  client_token: 'made from names',
  conflict_check: 'is only added',
  conflict_hit: 'each decision is a row of conflict_decision',
  conflict_party_token: 'made from names',
  document_page: 'made from a file that does not change',
  form_draft: 'what nobody has saved yet',
  idempotency_key: 'of the machinery; ends by itself',
  intake_link: 'is closed once',
  invitation: 'is used or taken back once',
  known_device: 'when a device was last seen',
  law_review: 'is acknowledged once',
  list_view: 'how somebody likes a list; says nothing of a client',
  office_name_token: 'made from names',
  organisation: 'its name and time zone, named in the audit trail',
  outbox_message: 'of the machinery: each attempt',
  recovery_code: 'is used once',
  referral: 'each state is a row of referral_step; erased as a whole',
  running_timer: 'runs until it is stopped',
  second_factor: 'is confirmed once and counts its uses',
  session: 'of the machinery; ends by itself',
};

it('what can be changed or deleted keeps its old state, or is on the reviewed list', async () => {
  const changeable = `SELECT DISTINCT t.relname FROM (${TABLES}) t CROSS JOIN LATERAL aclexplode(t.relacl) a
     JOIN pg_roles r ON r.oid = a.grantee
    WHERE r.rolname = 'vacatur_app' AND a.privilege_type IN ('UPDATE', 'DELETE')
      AND NOT EXISTS (SELECT 1 FROM pg_trigger g WHERE g.tgrelid = t.oid AND g.tgname = 'keep_history') ORDER BY 1`;
  expect((await find(changeable)).map((row) => row.relname)).toEqual(Object.keys(NO_HISTORY).sort());
});

/** A policy's text without the spaces, casts and names that PostgreSQL adds when it shows it. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/ as \w+/g, '')
    .replace(/\w+\.(?=client_id|id\b)/g, '')
    .replace(/[\s()]/g, '');
}

describe('the schema', () => {
  it('has no ENUM types, whose comparison is not leakproof', async () => {
    const enums = `SELECT typname FROM pg_type WHERE typtype = 'e' AND typnamespace IN ('app'::regnamespace, 'sec'::regnamespace)`;
    expect(await find(enums)).toEqual([]);
  });

  it('has no view that reads with its owner, and no materialised view', async () => {
    const views = `SELECT relname FROM pg_class WHERE relnamespace IN ('app'::regnamespace, 'sec'::regnamespace)
      AND (relkind = 'm' OR (relkind = 'v' AND NOT coalesce(reloptions @> '{security_invoker=true}', false)))`;
    expect(await find(views)).toEqual([]);
  });

  it('has only reviewed functions that run with their owner, each with a fixed search path', async () => {
    const definers = await find(
      `SELECT p.proname AS name, p.proconfig::text AS settings, r.rolname AS owner FROM pg_proc p
         JOIN pg_roles r ON r.oid = p.proowner
        WHERE p.prosecdef AND p.pronamespace IN ('app'::regnamespace, 'sec'::regnamespace, 'public'::regnamespace) ORDER BY 1`,
    );
    expect(definers.map((row) => row.name)).toEqual(DEFINERS);
    const loose = definers.filter(
      (row) => row.owner !== 'vacatur_definer' || row.settings !== '{"search_path=pg_catalog, pg_temp"}',
    );
    expect(loose).toEqual([]);
  });

  it('lets the application read and write rows only, not the audit trail and no secret', async () => {
    const rights = `SELECT t.relname, a.privilege_type FROM (${TABLES}) t CROSS JOIN LATERAL aclexplode(t.relacl) a
       JOIN pg_roles r ON r.oid = a.grantee
      WHERE r.rolname = 'vacatur_app' AND a.privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`;
    expect(await find(rights)).toEqual([]);
    const readOnly = `SELECT t.relname, a.privilege_type FROM (${TABLES}) t CROSS JOIN LATERAL aclexplode(t.relacl) a
       JOIN pg_roles r ON r.oid = a.grantee
      WHERE r.rolname = 'vacatur_app' AND a.privilege_type <> 'SELECT' AND t.relname IN ('audit_entry', 'audit_head')`;
    expect(await find(readOnly)).toEqual([]);
    const secrets = `SELECT c.relname, r.rolname FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
       LEFT JOIN pg_roles r ON r.oid = a.grantee
      WHERE c.relnamespace = 'sec'::regnamespace AND c.relkind = 'r' AND coalesce(r.rolname, 'PUBLIC') NOT IN ('vacatur_definer', 'vacatur_owner')`;
    expect(await find(secrets)).toEqual([]);
  });

  it('gives nothing to everybody', async () => {
    const tables = `SELECT c.oid::regclass::text AS name FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
      WHERE c.relnamespace IN ('app'::regnamespace, 'sec'::regnamespace) AND a.grantee = 0`;
    expect(await find(tables)).toEqual([]);
    const schemas = `SELECT n.nspname FROM pg_namespace n CROSS JOIN LATERAL aclexplode(n.nspacl) a
      WHERE n.nspname IN ('app', 'sec', 'public') AND a.grantee = 0`;
    expect(await find(schemas)).toEqual([]);
    const functions = `SELECT p.oid::regprocedure::text AS name FROM pg_proc p
       CROSS JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      WHERE p.pronamespace IN ('app'::regnamespace, 'sec'::regnamespace) AND a.grantee = 0 ORDER BY 1`;
    expect(await find(functions)).toEqual([]);
  });
});

describe('the logins of the application', () => {
  /** Each belongs to a root key; the key is the test's own. */
  const LOGINS = (): string[] => {
    const fingerprint = rootKeyFingerprint(test.database.rootKey);
    return [apiLogin(fingerprint), keysLogin(fingerprint)];
  };

  it('own nothing, bypass nothing, and are in no role that does', async () => {
    const strong = `WITH RECURSIVE held AS (
        SELECT oid, rolname AS login FROM pg_roles WHERE rolname = ANY ($1)
        UNION SELECT m.roleid, held.login FROM pg_auth_members m JOIN held ON held.oid = m.member)
      SELECT DISTINCT held.login, r.rolname FROM held JOIN pg_roles r ON r.oid = held.oid
       WHERE r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication
          OR r.rolname IN ('vacatur_owner', 'vacatur_definer') OR r.rolname LIKE 'pg\\_%'
          OR EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = r.oid)
          OR EXISTS (SELECT 1 FROM pg_proc p WHERE p.proowner = r.oid)
          OR EXISTS (SELECT 1 FROM pg_namespace n WHERE n.nspowner = r.oid)`;
    expect(await find(strong, [LOGINS()])).toEqual([]);
    const members = `SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
       JOIN pg_roles u ON u.oid = m.member WHERE u.rolname = ANY ($1) ORDER BY 1`;
    expect(await find(members, [LOGINS()])).toEqual([
      { rolname: 'vacatur_app' },
      { rolname: 'vacatur_keys' },
    ]);
  });

  it('cannot make anything in the schemas they use', async () => {
    const makers = `SELECT r.rolname, n.nspname FROM pg_roles r, pg_namespace n
      WHERE (r.rolname IN ('vacatur_keys', 'vacatur_app') OR r.rolname = ANY ($1)) AND n.nspname IN ('app', 'sec', 'public')
        AND has_schema_privilege(r.oid, n.oid, 'CREATE')`;
    expect(await find(makers, [LOGINS()])).toEqual([]);
  });

  it('of the keys see nothing of the main database', async () => {
    const seen = `SELECT n.nspname FROM pg_namespace n
      WHERE n.nspname IN ('app', 'sec') AND has_schema_privilege('vacatur_keys', n.oid, 'USAGE')`;
    expect(await find(seen)).toEqual([]);
  });
});
