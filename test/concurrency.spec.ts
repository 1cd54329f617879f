import { asAdmin, tablesOf } from './support/admin';
import { startApp, type TestApp } from './support/app';
import type { Answer, Api } from './support/client';
import { joinTeam, openCase } from './support/factories/case';
import { addClient, type AddedClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';

/** Many requests at once through fewer connections than there are requests. */
let test: TestApp;
let offices: Office[];
const known = new Map<string, { mine: AddedClient; hidden: AddedClient }>();
beforeAll(async () => {
  test = await startApp({ POOL_SIZE: '4' });
  offices = [await foundOffice(test, 'Harbor Defenders'), await foundOffice(test, 'Prairie Advocates')];
  for (const office of offices) {
    const second = await office.employ('attorney');
    const mine = await addClient(office.api.attorney);
    await joinTeam(office.api.attorney, mine.caseId, office.people.paralegal.id, office.people.intake.id);
    known.set(office.orgId, { mine, hidden: await addClient(second.api) });
  }
}, 60_000);
afterAll(() => test.close());

/** Ids that must not be in an answer: of the other office, and for caseload roles of the other caseload. */
async function foreignTo(office: Office): Promise<string[]> {
  const other = offices.find((each) => each !== office)!;
  return asAdmin(test, async (admin) => {
    const ids: string[] = [other.orgId];
    for (const table of await tablesOf(admin)) {
      const { rows } = await admin.query(
        `SELECT to_jsonb(t) ->> 'id' AS id FROM app.${table} t WHERE org_id = $1`,
        [other.orgId],
      );
      ids.push(...rows.map((row) => row.id as string | null).filter((id): id is string => id !== null));
    }
    return ids;
  });
}

type Ask = (api: Api, office: Office, n: number) => Promise<Answer>;
const mineOf = (office: Office): AddedClient => known.get(office.orgId)!.mine;
const MIX: Ask[] = [
  (api) => api.get('/me'),
  (api) => api.get('/cases?status=all'),
  (api) => api.get('/cases?sort=name'),
  (api) => api.get('/staff'),
  (api, office) => api.get(`/clients/${mineOf(office).id}`),
  (api, office) => api.get(`/cases/${mineOf(office).caseId}`),
  (api) => api.post('/search', { q: 'vang' }),
  (api, office) => api.get(`/cases/${known.get(office.orgId)!.hidden.caseId}`),
  (api, office, n) =>
    api.post(`/cases/${mineOf(office).caseId}/notes`, {
      text: `Note ${n} of ${office.slug}`,
      kind: 'ordinary',
    }),
  (api, _office, n) =>
    api.post('/clients', { name: { given: `Given${n}`, family: 'Parallel' }, case: { type: 'advice_only' } }),
];
const ROLES = ['director', 'attorney', 'paralegal', 'intake', 'auditor'] as const;

describe('two hundred requests at once of two offices and five roles', () => {
  it('each get their own answer', async () => {
    const foreign = new Map<string, string[]>();
    for (const office of offices) foreign.set(office.orgId, await foreignTo(office));
    const sent = Array.from({ length: 200 }, (_, n) => {
      const office = offices[n % 2];
      const role = ROLES[Math.floor(n / 2) % ROLES.length];
      const ask = MIX[Math.floor(n / 10) % MIX.length];
      return { office, role, n, ask };
    });
    const answers = await Promise.all(
      sent.map(async ({ office, role, n, ask }) => ({
        office,
        role,
        n,
        answer: await ask(office.api[role], office, n),
      })),
    );
    const wrong = answers.flatMap(({ office, role, n, answer }) => {
      const text = JSON.stringify(answer.body);
      const leak = foreign.get(office.orgId)!.some((id) => text.includes(id));
      const me = text.includes('"permissions"') && answer.body.user.id !== office.people[role].id;
      const hidden = known.get(office.orgId)!.hidden.id;
      const beyond = !['director', 'auditor'].includes(role) && text.includes(hidden);
      return leak || me || beyond || answer.status >= 500
        ? [`${n} ${role} ${answer.status} ${text.slice(0, 200)}`]
        : [];
    });
    expect(wrong).toEqual([]);
    expect(new Set(answers.map(({ answer }) => answer.status))).toEqual(new Set([200, 201, 403, 404]));
  }, 60_000);

  it('wrote each note in the office and under the name of whoever wrote it', async () => {
    const rows = await asAdmin(
      test,
      async (admin) =>
        (
          await admin.query(
            'SELECT n.org_id, u.org_id AS author_org, n.by_user, c.org_id AS case_org FROM app.case_note n JOIN app.staff_user u ON u.id = n.by_user JOIN app.cases c ON c.id = n.case_id',
          )
        ).rows,
    );
    expect(rows.length).toBeGreaterThan(8);
    expect(rows.filter((row) => row.org_id !== row.author_org || row.org_id !== row.case_org)).toEqual([]);
  });

  it('left both audit trails without a gap', async () => {
    const { rows } = await asAdmin(test, (admin) =>
      admin.query(
        `SELECT org_id, count(*)::int AS n, max(seq)::int AS last FROM app.audit_entry GROUP BY org_id`,
      ),
    );
    for (const row of rows) expect(row.n).toBe(row.last);
    const breaks = await asAdmin(
      test,
      async (admin) => (await admin.query('SELECT sec.audit_breaks()')).rows,
    );
    expect(breaks).toEqual([]);
  });

  it('left no connection behind in a transaction', async () => {
    const { rows } = await asAdmin(test, (admin) =>
      admin.query(
        `SELECT state FROM pg_stat_activity WHERE datname = current_database() AND usename LIKE 'vacatur_api%' AND state <> 'idle'`,
      ),
    );
    expect(rows).toEqual([]);
  });
});

describe('a team that changes while it is being read', () => {
  it('never ends up with somebody on it twice', async () => {
    const office = offices[0];
    const matter = await openCase(office.api.attorney, mineOf(office).id);
    const path = `/cases/${matter.id}/team/${office.people.intake.id}`;
    const answers = await Promise.all(Array.from({ length: 20 }, () => office.api.attorney.put(path)));
    for (const answer of answers) expect([200, 409]).toContain(answer.status);
    const { team } = await office.api.attorney.read(`/cases/${matter.id}`);
    expect(
      team.filter((member: { user: { id: string } }) => member.user.id === office.people.intake.id),
    ).toHaveLength(1);
  });
});

describe('one A-number for two people who are added at the same moment', () => {
  it('goes to exactly one of them', async () => {
    const body = {
      name: { given: 'Twin', family: 'Numbers' },
      aNumber: 'A999-111-222',
      case: { type: 'advice_only' },
    };
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => offices[0].api.attorney.post('/clients', body)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array(11).fill(409)]);
  });
});
