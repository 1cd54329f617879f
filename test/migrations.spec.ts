import { Client } from 'pg';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { migrationSource } from '@app/platform';
import '../apps/api/src/api.module';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { withDatabase } from './support/postgres';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

/** Everything that migrations make, as lines that can be compared. */
const CATALOGUE = [
  `SELECT 'column ' || c.oid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull
     || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') AS line
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace IN ('app'::regnamespace, 'sec'::regnamespace) AND c.relkind IN ('r', 'p', 'v')`,
  `SELECT 'table ' || oid::regclass || ' ' || relkind::text || ' ' || pg_get_userbyid(relowner) || ' ' || relrowsecurity || relforcerowsecurity
     || ' ' || coalesce(reloptions::text, '') || ' ' || coalesce((SELECT string_agg(a::text, ',' ORDER BY a::text) FROM unnest(relacl) a), '')
     FROM pg_class WHERE relnamespace IN ('app'::regnamespace, 'sec'::regnamespace) AND relkind IN ('r', 'p', 'v')`,
  `SELECT 'index ' || indexdef AS line FROM pg_indexes WHERE schemaname IN ('app', 'sec')`,
  `SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace IN ('app'::regnamespace, 'sec'::regnamespace)`,
  `SELECT 'policy ' || tablename || ' ' || policyname || ' ' || permissive || roles::text || cmd || coalesce(qual, '') || coalesce(with_check, '')
     FROM pg_policies WHERE schemaname IN ('app', 'sec')`,
  `SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal`,
  `SELECT 'function ' || pg_get_functiondef(oid) || pg_get_userbyid(proowner) || ' '
     || coalesce((SELECT string_agg(a::text, ',' ORDER BY a::text) FROM unnest(proacl) a), '')
     FROM pg_proc WHERE pronamespace IN ('app'::regnamespace, 'sec'::regnamespace)`,
];

async function catalogue(admin: Client): Promise<string[]> {
  const lines: string[] = [];
  for (const query of CATALOGUE) {
    const { rows } = await admin.query<Record<string, string>>(query);
    lines.push(...rows.map((row) => Object.values(row)[0]));
  }
  return lines.filter((line) => !/ (app\.)?migration\b|migration_id_seq|"PK_/.test(line)).sort();
}

describe('the migrations', () => {
  it('go up, down to nothing, and up again to the same catalogue', async () => {
    const name = `${test.database.name}_empty`;
    await asAdmin(test, (admin) => admin.query(`CREATE DATABASE ${name}`));
    const url = withDatabase(test.database.adminUrl, name);
    const admin = new Client({ connectionString: url });
    await admin.connect();
    try {
      for (const schema of ['app', 'sec'])
        await admin.query(`CREATE SCHEMA ${schema} AUTHORIZATION vacatur_owner`);
      await admin.query('GRANT USAGE ON SCHEMA app, sec TO vacatur_app, vacatur_definer');
      await admin.query('GRANT CREATE ON SCHEMA sec TO vacatur_definer');
      const source = await migrationSource(url).initialize();
      const count = (await source.runMigrations()).length;
      const first = await catalogue(admin);
      for (let n = 0; n < count; n += 1) await source.undoLastMigration();
      expect(await catalogue(admin)).toEqual([]);
      await source.runMigrations();
      expect(await catalogue(admin)).toEqual(first);
      expect(first.length).toBeGreaterThan(300);
      await source.destroy();
    } finally {
      await admin.end();
      await asAdmin(test, (server) => server.query(`DROP DATABASE ${name} WITH (FORCE)`));
    }
  }, 120_000);

  it('are what this database was made with', async () => {
    const source = await migrationSource(test.database.adminUrl).initialize();
    expect(await source.showMigrations()).toBe(false);
    await source.destroy();
  });

  it('each carry the name of their file, in the order of their timestamps', async () => {
    const source = await migrationSource(test.database.adminUrl).initialize();
    const names = source.migrations.map((migration) => migration.name ?? '');
    await source.destroy();
    for (const name of names) expect(name).toMatch(/^[A-Z][A-Za-z]+\d{14}$/);
    const stamps = names.map((name) => name.slice(-14));
    expect(stamps).toEqual([...new Set(stamps)].sort());
  });
});

interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  filled: boolean;
}

/** Tables that are read and written as SQL only, by the machinery that owns them. */
const WITHOUT_ENTITY = [
  'audit_entry',
  'audit_head',
  'form_draft',
  'idempotency_key',
  'row_history',
  'migration',
];

async function columnsOfDatabase(): Promise<Column[]> {
  const sql = `SELECT c.relname AS "table", a.attname AS "column", format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS nullable,
      a.atthasdef OR a.attidentity <> '' AS filled
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
   WHERE c.relnamespace = 'app'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1, 2`;
  return asAdmin(test, async (admin) => (await admin.query<Column>(sql)).rows);
}

const SPOKEN: Record<string, string> = {
  timestamptz: 'timestamp with time zone',
  int: 'integer',
  bool: 'boolean',
  varchar: 'character varying',
};

async function columnsOfEntities(): Promise<Column[]> {
  const entities = getMetadataArgsStorage().tables.map((table) => table.target as never);
  const source = new DataSource({ type: 'postgres', url: test.database.adminUrl, schema: 'app', entities });
  await source.initialize();
  const columns = source.entityMetadatas.flatMap((entity) =>
    entity.columns.map((column) => {
      const type = String(column.type);
      return {
        table: entity.tableName,
        column: column.databaseName,
        type: (SPOKEN[type] ?? type) + (column.isArray ? '[]' : ''),
        nullable: column.isNullable,
        filled: false,
      };
    }),
  );
  await source.destroy();
  return columns;
}

describe('the entities', () => {
  it('say of every column what the database says', async () => {
    const real = new Map(
      (await columnsOfDatabase()).map((column) => [`${column.table}.${column.column}`, column]),
    );
    const wrong = (await columnsOfEntities()).flatMap((column) => {
      const name = `${column.table}.${column.column}`;
      const there = real.get(name);
      if (!there) return [`${name} is not in the database`];
      const same = there.type === column.type && there.nullable === column.nullable;
      return same
        ? []
        : [
            `${name}: ${column.type} ${column.nullable} in the entity, ${there.type} ${there.nullable} in the database`,
          ];
    });
    expect(wrong).toEqual([]);
  });

  it('know every column that has to be filled', async () => {
    const entities = await columnsOfEntities();
    const tables = new Set(entities.map((column) => column.table));
    const known = new Set(entities.map((column) => `${column.table}.${column.column}`));
    const missing = (await columnsOfDatabase()).filter(
      (column) =>
        tables.has(column.table) &&
        !column.nullable &&
        !column.filled &&
        !known.has(`${column.table}.${column.column}`),
    );
    expect(missing).toEqual([]);
  });

  it('are there for every table but those of the machinery', async () => {
    const tables = new Set((await columnsOfEntities()).map((column) => column.table));
    const without = [...new Set((await columnsOfDatabase()).map((column) => column.table))].filter(
      (table) => !tables.has(table),
    );
    expect(without.filter((table) => !WITHOUT_ENTITY.includes(table))).toEqual([]);
  });
});
