/** What an attacker types into a parameter that they believe ends up in SQL: 25 beginnings, each with 8 ends. */
const CORES = [
  // Conditions that are always true, and ones that are not.
  `' OR '1'='1`,
  `') OR ('1'='1`,
  `')) OR (('1'='1`,
  `x' OR org_id IS NOT NULL OR 'x'='`,
  `' AND 1=(SELECT count(*) FROM app.client)`,
  // Rows of other tables in place of one's own.
  `' UNION SELECT to_jsonb(t) FROM client t`,
  `' UNION ALL SELECT to_jsonb(t) FROM staff_user t`,
  `' UNION ALL SELECT to_jsonb(t) FROM app.audit_entry t`,
  `' UNION SELECT to_jsonb(t) FROM sec.credential t`,
  `' UNION SELECT to_jsonb(t) FROM pg_stats t WHERE schemaname = 'app`,
  `' UNION SELECT to_jsonb(t) FROM organisation t WHERE '1'='1`,
  // Another context, another role, row security switched off.
  `'; SELECT set_config('app.ctx', '', true); SELECT to_jsonb(t) FROM client t WHERE '1'='1`,
  `'; SET LOCAL row_security = off; SELECT to_jsonb(t) FROM client t WHERE '1'='1`,
  `'; SET ROLE vacatur_definer; SELECT to_jsonb(t) FROM client t WHERE '1'='1`,
  `'; SET SESSION AUTHORIZATION postgres; SELECT to_jsonb(t) FROM client t WHERE '1'='1`,
  // Changes, and ways to the machine.
  `'; DROP TABLE app.client CASCADE; SELECT '1`,
  `'; UPDATE app.staff_user SET role = 'director' WHERE '1'='1`,
  `'; COPY app.client TO PROGRAM 'cat > /tmp/stolen'; SELECT '1`,
  `'; CREATE FUNCTION app.f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'; SELECT '1`,
  `' || (SELECT pg_read_file('/etc/passwd')) || '`,
  // Time, errors that repeat data, and names of columns to sort by.
  `' || (SELECT pg_sleep(40)::text) || '`,
  `' AND 1 = CAST((SELECT string_agg(id::text, ',') FROM client) AS int) AND '1'='1`,
  `name; DROP TABLE app.client`,
  `(CASE WHEN (SELECT true FROM client LIMIT 1) THEN name ELSE opened END)`,
  `id) FROM client; SELECT to_jsonb(t) FROM client t WHERE ('1'='1`,
];
const ENDS = ['', `' --`, ` -- `, `'/*`, `;`, `'::text OR true --`, ` LIMIT 1000 --`, `\u0000`];

/** Two hundred texts against SQL. */
export const PAYLOADS: readonly string[] = CORES.flatMap((core) => ENDS.map((end) => core + end));
