import { createHmac, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { OFFICE_WIDE_ROLES, roleMay, ROLES, type Role } from '@app/access';
import { contextKey, Database, db, newScope, runInScope } from '@app/platform';
import { actingAs, asAdmin, asApplication, rewrite, signerOf, tablesOf } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { addClient } from './support/factories/client';
import { ask, routesOf } from './support/routes';
import { buildWorld, fill, keyOf, type World } from './support/world';

/** The two fences between organisations, each tried with the other one out of the way. */
let test: TestApp;
let world: World;
beforeAll(async () => {
  test = await startApp();
  world = await buildWorld(test);
}, 60_000);
afterAll(() => test.close());

const context = (role = 'director') => ({
  orgId: world.home.orgId,
  userId: world.home.people[role as 'director'].id,
  role,
});

/** Every id that belongs to an organisation, except the organisation's own. */
async function idsOf(orgId: string): Promise<string[]> {
  return asAdmin(test, async (admin) => {
    const found = new Set<string>();
    for (const table of await tablesOf(admin)) {
      const { rows } = await admin.query(`SELECT to_jsonb(t) AS row FROM app.${table} t WHERE org_id = $1`, [
        orgId,
      ]);
      for (const { row } of rows) {
        for (const value of Object.values(row)) {
          if (typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(value)) found.add(value);
        }
      }
    }
    found.delete(orgId);
    return [...found];
  });
}

/** The ids of the rows themselves, not of what they point to. */
async function rowIdsOf(orgId: string): Promise<string[]> {
  return asAdmin(test, async (admin) => {
    const ids: string[] = [];
    for (const table of await tablesOf(admin)) {
      const { rows } = await admin.query(
        `SELECT to_jsonb(t) ->> 'id' AS id FROM app.${table} t WHERE org_id = $1`,
        [orgId],
      );
      ids.push(...rows.map((row) => row.id as string | null).filter((id): id is string => id !== null));
    }
    return ids;
  });
}

describe('with row security switched off', () => {
  beforeAll(() => setRowSecurity('DISABLE'));
  afterAll(() => setRowSecurity('ENABLE'));

  async function setRowSecurity(state: 'ENABLE' | 'DISABLE'): Promise<void> {
    await asAdmin(test, async (admin) => {
      for (const table of await tablesOf(admin))
        await admin.query(`ALTER TABLE app.${table} ${state} ROW LEVEL SECURITY`);
    });
  }

  it('really shows another organisation to a query that forgets it, so that the next tests mean something', async () => {
    const rows = await actingAs(
      test,
      context(),
      async (client) => (await client.query('SELECT org_id FROM client')).rows,
    );
    expect(new Set(rows.map((row) => row.org_id)).size).toBe(2);
  });

  it('shows no row of another organisation through any GET route, in any role', async () => {
    // A referral that was sent from one office to the other is known to both by the receiver's own ids.
    const own = new Set([world.home.orgId, ...(await rowIdsOf(world.home.orgId))]);
    const foreign = (await idsOf(world.other.orgId)).filter((id) => !own.has(id));
    expect(foreign.length).toBeGreaterThan(20);
    const leaks: string[] = [];
    for (const route of routesOf(test).filter((each) => each.method === 'GET' && !each.open)) {
      for (const role of world.roles.filter((each) => roleMay(each, route.permission!))) {
        const mine = fill(world, route.path, (_, key) => world.mine[key]);
        const answer = await ask(world.apiOf(role), route, mine);
        const text = JSON.stringify(answer.body);
        if (answer.status >= 500 || foreign.some((id) => text.includes(id)))
          leaks.push(`${mine} ${role} ${answer.status}`);
        const strangers = ['client', 'office', 'own'];
        if (
          !route.parameters.some((parameter) =>
            strangers.includes(world.kinds[keyOf(world, route.path, parameter)]),
          )
        )
          continue;
        const path = fill(world, route.path, (_, key) => world.foreign[key]);
        const theirs = await ask(world.apiOf(role), route, path);
        if (theirs.status !== 404) leaks.push(`${path} ${role} ${theirs.status}`);
      }
    }
    expect(leaks).toEqual([]);
  }, 60_000);

  it('changes no row of another organisation through any route', async () => {
    const before = await rowsOf(world.other.orgId);
    for (const route of routesOf(test).filter(
      (each) => each.method !== 'GET' && !each.open && each.parameters.length > 0,
    )) {
      const role = world.roles.find((each) => each !== 'operator' && roleMay(each, route.permission!));
      if (!role) continue;
      await ask(
        world.apiOf(role),
        route,
        fill(world, route.path, (_, key) => world.foreign[key]),
        1,
      );
    }
    expect(await rowsOf(world.other.orgId)).toEqual(before);
  });
});

/** Everything of an organisation but the clock's marks on sessions. */
async function rowsOf(orgId: string): Promise<string[]> {
  return asAdmin(test, async (admin) => {
    const all: string[] = [];
    for (const table of await tablesOf(admin)) {
      const { rows } = await admin.query(
        `SELECT (to_jsonb(t) - 'last_seen_at' - 'last_used_at')::text AS row FROM app.${table} t WHERE org_id = $1 ORDER BY 1`,
        [orgId],
      );
      all.push(...rows.map(({ row }) => `${table} ${row}`));
    }
    return all;
  });
}

describe('with queries that forget the organisation', () => {
  it('row security shows no row of another one, in any table, to any role', async () => {
    for (const role of ROLES.filter((each) => each !== 'operator')) {
      await actingAs(test, context(role), async (client) => {
        for (const table of await asAdmin(test, tablesOf)) {
          const { rows } = await client.query(`SELECT count(*)::int AS n FROM ${table} WHERE org_id <> $1`, [
            world.home.orgId,
          ]);
          expect([role, table, rows[0].n]).toEqual([role, table, 0]);
        }
      });
    }
  });

  it('row security shows the own rows, so that the test above means something', async () => {
    await actingAs(test, context('director'), async (client) => {
      for (const table of [
        'client',
        'cases',
        'contact_point',
        'client_token',
        'case_stage',
        'case_team',
        'staff_user',
        'audit_entry',
      ]) {
        const { rows } = await client.query(`SELECT count(*)::int AS n FROM ${table}`);
        expect([table, rows[0].n > 0]).toEqual([table, true]);
      }
    });
  });

  it('an update or delete without a condition stays inside the organisation', async () => {
    const before = await rowsOf(world.other.orgId);
    await actingAs(test, context(), async (client) => {
      await client.query('UPDATE client SET version = version + 1');
      await client.query('UPDATE organisation SET name = name');
      await client.query('DELETE FROM client_token');
      await client.query('DELETE FROM contact_point');
      await client.query('COMMIT');
    });
    expect(await rowsOf(world.other.orgId)).toEqual(before);
  });

  it('nothing can be written for another organisation', async () => {
    const stranger = world.other.orgId;
    await refused(
      `INSERT INTO case_note SELECT '${stranger}', gen_random_uuid(), case_id, client_id, '', by_user FROM case_stage LIMIT 1`,
      '42501',
    );
    await refused(`UPDATE cases SET org_id = '${stranger}'`, '42501');
    await refused(
      `INSERT INTO session (org_id, id, user_id, token_hash, client_label, expires_at) VALUES ('${stranger}', gen_random_uuid(), '${world.other.people.director.id}', '', '', now())`,
      '42501',
    );
  });

  async function refused(sql: string, code: string): Promise<void> {
    const outcome = await actingAs(test, context(), async (client) =>
      client.query(sql).then(
        () => 'done',
        (error) => error.code,
      ),
    );
    expect([sql, outcome]).toEqual([sql, code]);
  }
});

/** What the director's signed context shows: every client of the office, and none of another. */
async function wholeOffice(): Promise<string> {
  return asAdmin(test, async (admin) => {
    const { rows } = await admin.query('SELECT 1 FROM app.client WHERE org_id = $1', [world.home.orgId]);
    return `rows ${rows.length}`;
  });
}

describe('the context of a transaction', () => {
  const READ = 'SELECT count(*)::int AS n FROM client';

  async function withContext(wire: string | null, sql = READ): Promise<string> {
    return asApplication(test, async (client) => {
      await client.query('BEGIN');
      if (wire !== null) await client.query(`SELECT set_config('app.ctx', $1, true)`, [wire]);
      return client.query(sql).then(
        (result) => `rows ${result.rows[0]?.n}`,
        (error) => error.code,
      );
    });
  }

  it('is needed: without it a query is an error and not an empty answer', async () => {
    expect(await withContext(null)).toBe('VC001');
    expect(await withContext('')).toBe('VC001');
    for (const table of await asAdmin(test, tablesOf)) {
      expect([table, await withContext(null, `SELECT * FROM ${table} LIMIT 1`)]).toEqual([table, 'VC001']);
    }
  });

  it('opens the rows when it is signed', async () => {
    expect(await withContext(signerOf(test).sign(context()))).toBe(await wholeOffice());
  });

  it('is refused without a signature, with a false one, and with one part exchanged', async () => {
    const good = signerOf(test).sign(context('volunteer'));
    const [org, user, role, expiry, mac] = good.split('|');
    const wires = [
      `${org}|${user}|${role}|${expiry}`,
      `${org}|${user}|${role}|${expiry}|${'0'.repeat(64)}`,
      `${world.other.orgId}|${user}|${role}|${expiry}|${mac}`,
      `${org}|${world.home.people.director.id}|${role}|${expiry}|${mac}`,
      `${org}|${user}|director|${expiry}|${mac}`,
      `${org}|${user}|${role}|9999999999|${mac}`,
      `${org}|${user}|${role}|${expiry}|${createHmac('sha256', randomBytes(32)).update(`${org}|${user}|${role}|${expiry}`).digest('hex')}`,
      `${mac}`,
      'x',
    ];
    for (const wire of wires) expect([wire, await withContext(wire)]).toEqual([wire, 'VC002']);
    // Proof that only the key is missing: the same parts, signed as the application signs them, are let in.
    const body = `${org}|${user}|director|${expiry}`;
    const mine = createHmac('sha256', contextKey(test.database.rootKey)).update(body).digest('hex');
    expect(await withContext(`${body}|${mine}`)).toBe(await wholeOffice());
  });

  it('is refused once it has expired', async () => {
    expect(await withContext(signerOf(test).sign(context(), Date.now() - 121_000))).toBe('VC003');
    expect(await withContext(signerOf(test).sign(context(), Date.now() - 100_000))).toBe(await wholeOffice());
  });

  it('cannot be exchanged by an injection that calls set_config', async () => {
    const forged = signerOf(test).sign(context('volunteer')).replace(world.home.orgId, world.other.orgId);
    const injections = [
      `SELECT count(*)::int AS n FROM client WHERE set_config('app.ctx', '${forged}', true) IS NOT NULL`,
      `WITH x AS MATERIALIZED (SELECT set_config('app.ctx', '${forged}', true)) SELECT count(*)::int AS n FROM x, client WHERE client.org_id = '${world.other.orgId}'`,
      `SELECT count(*)::int AS n FROM client WHERE org_id = '${world.other.orgId}' OR true`,
    ];
    for (const sql of injections) {
      const outcome = await withContext(signerOf(test).sign(context('volunteer')), sql);
      expect([sql, ['VC002', 'rows 0', 'rows 1'].includes(outcome)]).toEqual([sql, true]);
    }
    expect(await withContext(forged)).toBe('VC002');
  });

  it('ends with the transaction, also on a connection that is used again', async () => {
    const outcome = await asApplication(test, async (client) => {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('app.ctx', $1, true)`, [signerOf(test).sign(context())]);
      await client.query(READ);
      await client.query('COMMIT');
      return client.query(READ).catch((error) => error.code);
    });
    expect(outcome).toBe('VC001');
    const pool = test.app.get(Database).pool;
    await expect(pool.query('SELECT * FROM app.client')).rejects.toMatchObject({ code: 'VC001' });
  });

  it('has a key that the application cannot read', async () => {
    for (const table of ['context_key', 'credential', 'password_reset', 'sign_in_attempt', 'installation']) {
      expect(await withContext(signerOf(test).sign(context()), `SELECT * FROM sec.${table}`)).toBe('42501');
    }
  });

  it('is missing outside a request: a service that asks for a transaction there fails', () => {
    expect(() => db()).toThrow('There is no request here');
    runInScope(newScope('x'), () => expect(() => db()).toThrow('There is no organisation transaction here'));
  });

  it('cannot be made of parts that do not belong there', () => {
    const sign = (change: object) => () => signerOf(test).sign({ ...context(), ...change });
    for (const change of [
      { orgId: "x' OR true--" },
      { role: 'director|x' },
      { userId: '' },
      { role: '' },
      { role: 'a\nb' },
    ]) {
      expect(sign(change)).toThrow('malformed part');
    }
  });
});

/** The clients a person has a reason to see, asked of the tables themselves. */
async function reasonsOf(role: Role): Promise<string[]> {
  const userId = world.home.people[role as 'attorney'].id;
  const team = 'SELECT client_id AS id FROM app.case_team WHERE user_id = $1 AND ended_at IS NULL';
  const along = 'SELECT client_id AS id FROM app.check_in_companion WHERE user_id = $1 AND ended_at IS NULL';
  return asAdmin(test, async (admin) => {
    const { rows } = await admin.query<{ id: string }>(
      OFFICE_WIDE_ROLES.includes(role)
        ? 'SELECT id FROM app.client WHERE org_id = $1 ORDER BY 1'
        : `SELECT DISTINCT id FROM (${role === 'volunteer' ? along : team}) reasons ORDER BY 1`,
      [OFFICE_WIDE_ROLES.includes(role) ? world.home.orgId : userId],
    );
    return rows.map((row) => row.id);
  });
}

describe('the row rule', () => {
  it('shows a volunteer whom they went with until two days after the check-in', async () => {
    const { '/check-ins/{checkInId}': checkIn, '/clients/{clientId}': mine } = world.mine;
    const seenWhenOn = async (day: string): Promise<string[]> => {
      await rewrite(test, `UPDATE app.check_in SET on_date = ${day} WHERE id = $1`, [checkIn]);
      return actingAs(test, context('volunteer'), async (client) =>
        (await client.query('SELECT id FROM client')).rows.map((row) => row.id),
      );
    };
    expect(await seenWhenOn('current_date - 2')).toContain(mine);
    expect(await seenWhenOn('current_date - 3')).not.toContain(mine);
    expect(await seenWhenOn('current_date + 30')).toContain(mine);
  });

  it.each(ROLES.filter((role) => role !== 'operator'))(
    'shows %s the office or the caseload',
    async (role) => {
      const officeWide = OFFICE_WIDE_ROLES.includes(role);
      const expected = await reasonsOf(role);
      expect(expected).toContain(world.mine['/clients/{clientId}']);
      expect(expected.includes(world.theirs['/clients/{clientId}'])).toBe(officeWide);
      const seen = await actingAs(test, context(role), async (client) => ({
        office: (await client.query('SELECT sec.sees_office() AS yes')).rows[0].yes,
        caseload: (await client.query('SELECT sec.my_clients() AS id ORDER BY 1')).rows.map((row) => row.id),
        clients: (await client.query('SELECT id FROM client ORDER BY id')).rows.map((row) => row.id),
        teams: (await client.query('SELECT DISTINCT client_id FROM case_team')).rows.length,
      }));
      expect(seen).toEqual({
        office: officeWide,
        caseload: officeWide ? [] : expected,
        clients: expected,
        teams: expected.length,
      });
    },
  );

  it('shows an operator and somebody who is on no case nothing', async () => {
    const { id } = await world.home.employ('attorney', { name: 'New Colleague' });
    for (const who of [
      { ...context(), userId: id, role: 'attorney' },
      { ...context(), userId: world.operator.id, role: 'operator' },
    ]) {
      const rows = await actingAs(
        test,
        who,
        async (client) => (await client.query('SELECT id FROM client')).rows,
      );
      expect(rows).toEqual([]);
    }
  });

  it('does not show a client to whoever added them once they are off the team', async () => {
    const away = await world.home.employ('attorney', { name: 'Moves Away' });
    const { id, caseId } = await addClient(away.api);
    expect((await away.api.get(`/clients/${id}`)).status).toBe(200);
    await world.home.api.director.ok('DELETE', `/cases/${caseId}/team/${away.id}`);
    expect((await away.api.get(`/clients/${id}`)).status).toBe(404);
  });

  it('keeps the caseload inside the organisation even for the same person id elsewhere', async () => {
    const twin = { orgId: world.other.orgId, userId: world.home.people.attorney.id, role: 'attorney' };
    const rows = await actingAs(
      test,
      twin,
      async (client: Client) => (await client.query('SELECT sec.my_clients()')).rows,
    );
    expect(rows).toEqual([]);
  });

  it('hides the audit trail and the old rows of clients outside the caseload', async () => {
    const theirs = world.theirs['/clients/{clientId}'];
    const count = (table: string) => async (client: Client) =>
      (await client.query(`SELECT count(*)::int AS n FROM ${table} WHERE client_id = $1`, [theirs])).rows[0]
        .n;
    expect(await actingAs(test, context('attorney'), count('audit_entry'))).toBe(0);
    expect(await actingAs(test, context('attorney'), count('row_history'))).toBe(0);
    expect(await actingAs(test, context('auditor'), count('audit_entry'))).toBeGreaterThan(0);
  });
});
