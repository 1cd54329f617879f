import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { actingAs, asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { joinTeam } from './support/factories/case';
import { addClient, type AddedClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';

let test: TestApp;
let office: Office;
let other: Office;
let client: AddedClient;
beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  other = await foundOffice(test, 'Prairie Advocates', { roles: ['attorney'] });
  client = await addClient(office.api.attorney, SECRET);
  await joinTeam(office.api.attorney, client.caseId, office.people.intake.id);
});
afterAll(() => test.close());

const SECRET = {
  name: { given: 'Zebulon', family: 'Canarywood' },
  aNumber: 'A999888777',
  birth: '1971-02-03',
  contacts: [{ value: '+1 212 555 0177' }],
};

interface Entry {
  seq: string;
  user_id: string;
  role: string;
  action: string;
  client_id: string | null;
  case_id: string | null;
  fields: string[];
  request_id: string;
}

async function entries(orgId = office.orgId): Promise<Entry[]> {
  return asAdmin(test, async (admin) => {
    const { rows } = await admin.query<Entry>(
      'SELECT * FROM app.audit_entry WHERE org_id = $1 ORDER BY seq',
      [orgId],
    );
    return rows;
  });
}

/** The entries that the work leaves. */
async function leftBy(work: () => Promise<unknown>): Promise<Entry[]> {
  const before = (await entries()).length;
  await work();
  return (await entries()).slice(before);
}

async function sql(statement: string, values: unknown[] = []): Promise<void> {
  await asAdmin(test, (admin) => admin.query(statement, values));
}

describe('opening a record', () => {
  it.each([
    ['client.read', () => `/clients/${client.id}`],
    ['case.read', () => `/cases/${client.caseId}`],
    ['note.read', () => `/cases/${client.caseId}/notes`],
    ['case.access', () => `/cases/${client.caseId}/access`],
  ])('leaves one entry: %s', async (action, path) => {
    const left = await leftBy(() => office.api.attorney.read(path()));
    expect(left).toHaveLength(1);
    expect(left[0]).toMatchObject({
      action,
      client_id: client.id,
      user_id: office.people.attorney.id,
      role: 'attorney',
      fields: [],
    });
  });

  it('carries the request id of the answer', async () => {
    let id: string | undefined;
    const [entry] = await leftBy(async () => {
      id = (await office.api.attorney.get(`/clients/${client.id}`)).headers['x-request-id'];
    });
    expect(entry.request_id).toBe(id);
  });

  it('is not done by a list', async () => {
    expect(await leftBy(() => office.api.attorney.read('/cases'))).toEqual([]);
  });
});

describe('changing a record', () => {
  async function version(path: string): Promise<number> {
    return (await office.api.attorney.read(path)).version;
  }

  it('leaves one entry with the names of the fields', async () => {
    const ifMatch = await version(`/clients/${client.id}`);
    const left = await leftBy(() =>
      office.api.attorney.ok(
        'PATCH',
        `/clients/${client.id}`,
        { birth: '1971-02', citizenship: null },
        { ifMatch },
      ),
    );
    expect(left).toHaveLength(1);
    expect(left[0]).toMatchObject({
      action: 'client.edit',
      client_id: client.id,
      fields: ['birth', 'citizenship'],
    });
  });

  it('leaves one entry for a new client, about the client and the case', async () => {
    let added: AddedClient | undefined;
    const left = await leftBy(async () => {
      const id = (
        await office.api.intake.created('/clients', {
          name: { given: 'Wren', family: 'Fieldmouse' },
          case: { type: 'advice_only' },
        })
      ).id;
      added = { id } as AddedClient;
    });
    expect(left).toHaveLength(1);
    expect(left[0]).toMatchObject({
      action: 'client.create',
      client_id: added?.id,
      case_id: expect.any(String),
    });
    expect(left[0].fields).toEqual(expect.arrayContaining(['name']));
  });

  it('leaves one entry for each kind of change to a case', async () => {
    const path = `/cases/${client.caseId}`;
    const api = office.api.attorney;
    const acts: [string, () => Promise<unknown>][] = [
      [
        'case.edit',
        async () => api.ok('PATCH', path, { type: 'removal_defence' }, { ifMatch: await read() }),
      ],
      [
        'case.edit',
        async () =>
          api.ok('POST', `${path}/stage`, { stage: 'records', on: '2024-05-01' }, { ifMatch: await read() }),
      ],
      ['case.team', () => api.ok('PUT', `${path}/team/${office.people.paralegal.id}`)],
      ['case.team', () => api.ok('DELETE', `${path}/team/${office.people.paralegal.id}`)],
      [
        'note.write',
        () => api.created(`${path}/notes`, { text: 'Spoke with the family.', kind: 'privileged' }),
      ],
      ['case.open', () => api.created(`/clients/${client.id}/cases`, { type: 'check_in_support' })],
      [
        'client.edit',
        () =>
          api.created(`/clients/${client.id}/contacts`, {
            kind: 'email',
            value: 'w@example.org',
            safeToContact: true,
          }),
      ],
    ];
    for (const [action, act] of acts) {
      const left = (await leftBy(act)).filter((entry) => entry.action !== 'case.read');
      expect(left.map((entry) => [entry.action, entry.client_id])).toEqual([[action, client.id]]);
      expect(left[0].fields.length + (action === 'case.open' ? 1 : 0)).toBeGreaterThan(0);
    }
    async function read(): Promise<number> {
      return (await api.read(path)).version;
    }
  });

  it('never keeps a value', async () => {
    const text = JSON.stringify(await entries());
    for (const value of [
      'Zebulon',
      'Canarywood',
      '999888777',
      '1971',
      '5550177',
      '555 0177',
      'Spoke',
      'w@example.org',
    ]) {
      expect(text).not.toContain(value);
    }
  });

  it('leaves no entry about the client when it fails', async () => {
    const stranger = randomUUID();
    const left = await leftBy(async () => {
      const api = office.api.attorney;
      const answers = [
        await api.get(`/clients/${stranger}`),
        await api.patch(`/clients/${client.id}`, { birth: 'never' }, { ifMatch: 1 }),
        await api.patch(`/clients/${client.id}`, { birth: '1990' }, { ifMatch: 999 }),
        await api.patch(`/clients/${client.id}`, { birth: '1990' }),
        await api.post(
          `/cases/${client.caseId}/stage`,
          { stage: 'terminated', on: '2024-01-01' },
          { ifMatch: 999 },
        ),
        await api.post('/clients', {
          name: { given: 'x', family: 'y' },
          aNumber: 'A999888777',
          case: { type: 'advice_only' },
        }),
        await office.api.accredited_representative.get(`/clients/${client.id}/cases`),
        await office.api.volunteer.post(`/clients/${client.id}/a-number/reveal`),
      ];
      expect(answers.map((answer) => answer.status)).toEqual([404, 422, 412, 428, 412, 409, 404, 403]);
    });
    // The one without the right leaves that it was refused, and nothing of the client.
    expect(left).toMatchObject([{ action: 'access.refused', client_id: null }]);
  });

  it('leaves one entry when the same request is sent twice with one key', async () => {
    const idempotencyKey = randomUUID();
    const send = () =>
      office.api.attorney.created(
        `/cases/${client.caseId}/notes`,
        { text: 'Once', kind: 'ordinary' },
        { idempotencyKey },
      );
    const left = await leftBy(async () => {
      await send();
      await send();
    });
    expect(left.map((entry) => entry.action)).toEqual(['note.write']);
  });
});

describe('showing the whole A-number', () => {
  const reveal = (key?: string) =>
    office.api.attorney.post(`/clients/${client.id}/a-number/reveal`, {}, key ? { idempotencyKey: key } : {});

  it('is in the trail before the answer leaves', async () => {
    const left = await leftBy(async () => expect((await reveal()).body).toEqual({ aNumber: 'A999-888-777' }));
    expect(left).toHaveLength(1);
    expect(left[0]).toMatchObject({
      action: 'client.reveal',
      client_id: client.id,
      fields: ['aNumber', 'revealed'],
    });
  });

  it('is in the trail each time, also when a program repeats its key', async () => {
    const key = randomUUID();
    const left = await leftBy(async () => {
      expect((await reveal(key)).status).toBe(200);
      expect((await reveal(key)).status).toBe(200);
    });
    expect(left.map((entry) => entry.action)).toEqual(['client.reveal', 'client.reveal']);
  });

  it('does not happen when the trail cannot be written', async () => {
    await sql('REVOKE INSERT ON app.audit_entry FROM vacatur_definer');
    try {
      for (const answer of [await reveal(), await office.api.attorney.get(`/clients/${client.id}`)]) {
        expect(answer.status).toBeGreaterThanOrEqual(500);
        expect(JSON.stringify(answer.body)).not.toMatch(/999|888|777|Zebulon/);
      }
    } finally {
      await sql('GRANT INSERT ON app.audit_entry TO vacatur_definer');
    }
    expect((await reveal()).status).toBe(200);
  });

  it('changes nothing either when the trail cannot be written', async () => {
    const before = await office.api.attorney.read(`/cases/${client.caseId}/notes`);
    await sql('REVOKE INSERT ON app.audit_entry FROM vacatur_definer');
    const answer = await office.api.attorney.post(`/cases/${client.caseId}/notes`, {
      text: 'Lost',
      kind: 'ordinary',
    });
    await sql('GRANT INSERT ON app.audit_entry TO vacatur_definer');
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(await office.api.attorney.read(`/cases/${client.caseId}/notes`)).toEqual(before);
  });
});

describe('the trail', () => {
  const director = () => ({ orgId: office.orgId, userId: office.people.director.id, role: 'director' });

  it.each([
    `UPDATE audit_entry SET action = 'nothing'`,
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
    `INSERT INTO audit_entry SELECT * FROM audit_entry LIMIT 1`,
    'UPDATE audit_head SET seq = 0',
    'DELETE FROM audit_head',
  ])('refuses the application: %s', async (statement) => {
    const code = await actingAs(test, director(), (db) =>
      db.query(statement).then(
        () => 'done',
        (error) => error.code,
      ),
    );
    expect(code).toBe('42501');
  });

  it.each([
    `UPDATE app.audit_entry SET action = 'nothing'`,
    'DELETE FROM app.audit_entry',
    'TRUNCATE app.audit_entry',
  ])('refuses even the owner of the server: %s', async (statement) => {
    await expect(sql(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('numbers the entries of each organisation without a gap', async () => {
    await addClient(other.api.attorney, { aNumber: null });
    for (const orgId of [office.orgId, other.orgId]) {
      const numbers = (await entries(orgId)).map((entry) => Number(entry.seq));
      expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    }
  });

  it('is whole for the server and for each organisation', async () => {
    expect(await breaks()).toEqual([]);
    const own = await actingAs(
      test,
      director(),
      async (db) => (await db.query('SELECT sec.audit_breaks()')).rows,
    );
    expect(own).toEqual([]);
  });

  async function breaks(change?: (admin: Client, last: number) => Promise<unknown>): Promise<number[]> {
    return asAdmin(test, async (admin) => {
      await admin.query('BEGIN');
      // Somebody who owns the machine can switch the guard off; the chain still shows it.
      await admin.query('SET LOCAL session_replication_role = replica');
      const {
        rows: [{ last }],
      } = await admin.query('SELECT max(seq)::int AS last FROM app.audit_entry WHERE org_id = $1', [
        office.orgId,
      ]);
      await change?.(admin, last);
      const { rows } = await admin.query('SELECT sec.audit_breaks()::int AS seq');
      await admin.query('ROLLBACK');
      return rows.map((row) => row.seq);
    });
  }

  const at = (set: string) => (admin: Client) =>
    admin.query(`UPDATE app.audit_entry SET ${set} WHERE org_id = $1 AND seq = 5`, [office.orgId]);

  it.each([
    `action = 'nothing'`,
    `at = at - interval '1 hour'`,
    `fields = ARRAY['other']`,
    'client_id = gen_random_uuid()',
    'user_id = gen_random_uuid()',
    `request_id = 'x'`,
    `role = 'auditor'`,
  ])('shows an edit: %s', async (set) => {
    expect(await breaks(at(set))).toContain(5);
  });

  it.each([
    ['in the middle', (last: number) => [Math.floor(last / 2)]],
    ['at the beginning', () => [1, 2, 3]],
    ['at the end', (last: number) => [last - 1, last]],
    ['of everything', (last: number) => Array.from({ length: last }, (_, n) => n + 1)],
  ])('shows a deletion %s', async (_, chosen) => {
    const found = await breaks((admin, last) =>
      admin.query('DELETE FROM app.audit_entry WHERE org_id = $1 AND seq = ANY ($2)', [
        office.orgId,
        chosen(last),
      ]),
    );
    expect(found.length).toBeGreaterThan(0);
  });

  it('shows two entries that changed places', async () => {
    const found = await breaks(async (admin) => {
      const move = 'UPDATE app.audit_entry SET seq = $2 WHERE org_id = $3 AND seq = $1';
      for (const [from, to] of [
        [3, 999],
        [4, 3],
        [999, 4],
      ])
        await admin.query(move, [from, to, office.orgId]);
    });
    expect(found).toEqual(expect.arrayContaining([3, 4]));
  });

  it('shows an entry that was put in', async () => {
    const found = await breaks((admin, last) =>
      admin.query(
        `INSERT INTO app.audit_entry SELECT org_id, $2::bigint, at, user_id, role, action, client_id, case_id, fields, request_id, prev_hash, hash
           FROM app.audit_entry WHERE org_id = $1 AND seq = $2::bigint - 1`,
        [office.orgId, last + 1],
      ),
    );
    expect(found.length).toBeGreaterThan(0);
  });
});
