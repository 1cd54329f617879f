import { readFileSync, writeFileSync } from 'node:fs';
import { Client } from 'pg';
import { UnitOfWork } from '@app/platform';
import { anchorFile, AnchorDuty, AuditTrail } from '@app/retention';
import { asAdmin, asApplication, signerOf } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { effort } from './support/effort';
import { addClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';

jest.setTimeout(180_000);

const LONG = effort(2000, 21_000);

let test: TestApp;
beforeAll(async () => {
  test = await startApp({ REVEALS_PER_HOUR: '12', REVEALS_PER_DAY: '20', CLIENTS_PER_HOUR: '30' });
});
afterAll(() => test.close());

const verify = (office: Office) =>
  test.app
    .get(UnitOfWork)
    .asSystem(office.orgId, 'test', () => test.app.get(AuditTrail, { strict: false }).verify());

/** Somebody with all rights over the database. */
async function tamper(office: Office, statements: string): Promise<void> {
  await asAdmin(test, async (admin) => {
    await admin.query('SET session_replication_role = replica');
    await admin.query(statements.replaceAll('ORG', `'${office.orgId}'`));
  });
}

async function anchoredOffice(name: string): Promise<Office> {
  const office = await foundOffice(test, name);
  for (let n = 0; n < 5; n += 1) await addClient(office.api.attorney);
  await test.app.get(AnchorDuty, { strict: false }).round();
  expect(await verify(office)).toMatchObject({ breaks: [], anchorBreaks: [] });
  return office;
}

/** A chain that fits in itself, with another content: only what was noted outside can tell. */
async function rewrite(office: Office): Promise<void> {
  const entries = await asAdmin(test, async (admin) => {
    const { rows } = await admin.query('SELECT count(*)::int AS n FROM app.audit_entry WHERE org_id = $1', [
      office.orgId,
    ]);
    await admin.query('SET session_replication_role = replica');
    await admin.query('DELETE FROM app.audit_entry WHERE org_id = $1', [office.orgId]);
    await admin.query(
      `UPDATE app.audit_head SET seq = 0, hash = sha256(convert_to(org_id::text, 'UTF8')) WHERE org_id = $1`,
      [office.orgId],
    );
    return rows[0].n as number;
  });
  await append(office, entries + 3, 1);
}

/** Adds entries as the application does, some in each transaction. */
async function append(office: Office, entries: number, atOnce = 200): Promise<void> {
  const { id: userId } = office.people.director;
  const wire = signerOf(test).sign({ orgId: office.orgId, userId, role: 'director' });
  await asApplication(test, async (client: Client) => {
    for (let n = 0; n < entries; n += atOnce) {
      await client.query(`BEGIN; SELECT set_config('app.ctx', '${wire}', true)`);
      await client.query(
        `SELECT sec.audit_append('client.list', NULL, NULL, ARRAY[]::text[], 'more') FROM generate_series(1, ${atOnce})`,
      );
      await client.query('COMMIT');
    }
  });
}

const WAYS: [string, (office: Office) => Promise<void>][] = [
  [
    'an edit',
    (office) => tamper(office, `UPDATE app.audit_entry SET action = 'x' WHERE org_id = ORG AND seq = 3`),
  ],
  ['a deletion', (office) => tamper(office, 'DELETE FROM app.audit_entry WHERE org_id = ORG AND seq = 3')],
  [
    'an insertion',
    (office) =>
      tamper(
        office,
        `CREATE TEMP TABLE copy AS SELECT * FROM app.audit_entry WHERE org_id = ORG AND seq = 2;
         UPDATE copy SET seq = (SELECT max(seq) + 1 FROM app.audit_entry WHERE org_id = ORG);
         INSERT INTO app.audit_entry SELECT * FROM copy`,
      ),
  ],
  [
    'another order',
    (office) =>
      tamper(
        office,
        `UPDATE app.audit_entry SET seq = -2 WHERE org_id = ORG AND seq = 2;
         UPDATE app.audit_entry SET seq = 2 WHERE org_id = ORG AND seq = 3;
         UPDATE app.audit_entry SET seq = 3 WHERE org_id = ORG AND seq = -2`,
      ),
  ],
  [
    'a cut-off end, with the head put right',
    (office) =>
      tamper(
        office,
        `DELETE FROM app.audit_entry WHERE org_id = ORG AND seq > 3;
         UPDATE app.audit_head SET seq = 3, hash = (SELECT hash FROM app.audit_entry WHERE org_id = ORG AND seq = 3) WHERE org_id = ORG`,
      ),
  ],
  ['a whole chain written anew', rewrite],
];

describe('the audit trail', () => {
  it.each(WAYS)('shows %s by somebody with all rights over the database', async (way, change) => {
    const office = await anchoredOffice(`Trail ${way}`.slice(0, 40));
    await change(office);
    const check = await verify(office);
    expect(check.breaks.length + check.anchorBreaks.length).toBeGreaterThan(0);
    expect(await test.app.get(AnchorDuty, { strict: false }).round()).toBeGreaterThan(0);
    const seen = await office.api.director.read('/audit');
    expect(seen.alerts.map((alert: { kind: string }) => alert.kind)).toContain('audit_broken');
  });

  it('is verified whole, and one edit in it is one break', async () => {
    const office = await anchoredOffice('Long trail');
    await append(office, LONG);
    expect(await verify(office)).toMatchObject({ breaks: [], anchorBreaks: [] });
    await tamper(
      office,
      `UPDATE app.audit_entry SET action = 'x' WHERE org_id = ORG AND seq = ${Math.floor(LONG / 2)}`,
    );
    expect(await verify(office)).toMatchObject({ breaks: [Math.floor(LONG / 2)], anchorBreaks: [] });
  });

  it('shows that lines of the anchor file were taken out', async () => {
    const office = await anchoredOffice('Anchor cutters');
    await addClient(office.api.attorney);
    await test.app.get(AnchorDuty, { strict: false }).round();
    expect((await verify(office)).anchors).toBe(2);
    const file = anchorFile(test.home, office.orgId);
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    writeFileSync(file, `${lines.slice(1).join('\n')}\n`);
    expect((await verify(office)).anchorBreaks).toEqual([0]);
    writeFileSync(file, `${lines[0]}\n`);
    expect((await verify(office)).anchorBreaks).toEqual([0]);
  });

  it('is shown to directors and auditors, and verified when they ask', async () => {
    const office = await anchoredOffice('Lookers');
    const seen = await office.api.auditor.ok('POST', '/audit/verify');
    expect(seen.last).toMatchObject({
      breaks: [],
      anchorBreaks: [],
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(seen.anchors[0]).toMatchObject({ fits: true });
    expect((await office.api.attorney.get('/audit')).status).toBe(403);
  });
});

describe('the access history of a client', () => {
  it('lists who did what and when, for directors, as a spreadsheet that runs nothing', async () => {
    const office = await anchoredOffice('Historians');
    const client = await addClient(office.api.attorney);
    await office.api.director.get(`/clients/${client.id}`);
    await tamper(
      office,
      `UPDATE app.staff_user SET name = '=HYPERLINK("http://x")' WHERE id = '${office.people.attorney.id}'`,
    );
    const answer = await office.api.director.get(`/clients/${client.id}/access-history`);
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.headers['content-disposition']).not.toContain(client.id);
    const text = answer.bytes.toString('utf8');
    expect(text).toContain('client.create');
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(text).not.toMatch(/(^|,)"?[=+@-]/m);
    expect((await office.api.attorney.get(`/clients/${client.id}/access-history`)).status).toBe(403);
  });
});

describe('the budget of reveals', () => {
  it('refuses further ones exactly at its number, also when many are asked at once, and tells the directors', async () => {
    const office = await foundOffice(test, 'Revealers');
    const client = await addClient(office.api.attorney, { aNumber: 'A999555001' });
    const before = await mails();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => office.api.attorney.post(`/clients/${client.id}/a-number/reveal`)),
    );
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status < 300)).toHaveLength(12);
    expect(statuses.filter((status) => status === 429)).toHaveLength(18);
    expect(answers.find((answer) => answer.status === 429)!.body.code).toBe('reveal_budget_spent');
    const { alerts } = await office.api.director.read('/audit');
    expect(alerts).toEqual([
      expect.objectContaining({
        kind: 'reveals_refused',
        by: expect.objectContaining({ id: office.people.attorney.id }),
      }),
    ]);
    expect((await mails()) - before).toBe(1);
    expect((await office.api.paralegal.get('/me')).status).toBe(200);
  });

  it('slows down whoever opens very many clients, and the trail names each of them', async () => {
    const office = await foundOffice(test, 'Bulk readers');
    const clients: string[] = [];
    for (let n = 0; n < 45; n += 1) clients.push((await addClient(office.api.attorney)).id);
    const took: number[] = [];
    for (const id of clients) {
      const begun = performance.now();
      expect((await office.api.director.get(`/clients/${id}`)).status).toBe(200);
      took.push(performance.now() - begun);
    }
    expect(Math.min(...took.slice(-5))).toBeGreaterThan(Math.max(100, Math.min(...took.slice(0, 20)) * 2));
    const opened = await asAdmin(test, async (admin) => {
      const { rows } = await admin.query(
        `SELECT DISTINCT client_id FROM app.audit_entry WHERE user_id = $1 AND action = 'client.read'`,
        [office.people.director.id],
      );
      return rows.map((row) => row.client_id as string);
    });
    expect(opened.sort()).toEqual([...clients].sort());
    const { alerts } = await office.api.director.read('/audit');
    expect(alerts.map((alert: { kind: string }) => alert.kind)).toContain('many_clients');
  });
});

async function mails(): Promise<number> {
  return asAdmin(
    test,
    async (admin) => (await admin.query('SELECT count(*)::int AS n FROM app.outbox_message')).rows[0].n,
  );
}
