import { Keyring, sealedTables } from '@app/platform';
import { Pool } from 'pg';
import { STAY, FOLLOW } from '../libs/intake/src/merge/record-tables';
import { asAdmin, rewrite } from './support/admin';
import { startApp, type TestApp } from './support/app';
import type { Api } from './support/client';
import { dayFromNow, scheduleCheckIn } from './support/factories/check-in';
import { addClient, type AddedClient } from './support/factories/client';
import { addConviction } from './support/factories/conviction';
import { uploadDocument } from './support/factories/document';
import { addOrder } from './support/factories/order';
import { foundOffice, type Office } from './support/factories/organisation';
import { addRelative, giveConsent } from './support/factories/person';
import { addTask } from './support/factories/task';
import { makeThings } from './support/things';

jest.setTimeout(180_000);

let test: TestApp;
let office: Office;
let api: Api;
beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'One Person One Record');
  api = office.api.attorney;
});
afterAll(() => test.close());

const merge = (id: string, otherId: string, as = api) =>
  as.post(`/clients/${id}/merges`, { otherId, reason: 'Entered twice at intake' });
const undo = (id: string, mergeId: string, as = api) => as.post(`/clients/${id}/merges/${mergeId}/undo`);
const named = (given: string, family: string, aNumber: string | null = null) => ({
  name: { given, family },
  aNumber,
});

/** Everything that is stored about a client, opened, but what is written about the merging itself. */
async function stored(clientId: string): Promise<Record<string, unknown[]>> {
  const pool = new Pool({ connectionString: test.database.adminUrl, max: 1 });
  try {
    const sealed = new Map((await sealedTables(pool)).map((table) => [table.name, table.columns]));
    const key = await test.app.get(Keyring, { strict: false }).clientKey(office.orgId, clientId);
    const { rows: tables } = await pool.query<{ name: string; named: string }>(
      `SELECT DISTINCT c.relname AS name, CASE WHEN c.relname = 'client' THEN 'id' ELSE 'client_id' END AS named
         FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
        WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r' AND (a.attname = 'client_id' OR c.relname = 'client')
          AND c.relname NOT IN ('audit_entry', 'client_merge', 'client_merge_row', 'row_history') ORDER BY 1`,
    );
    const all: Record<string, unknown[]> = {};
    for (const { name, named: column } of tables) {
      const { rows } = await pool.query(`SELECT * FROM app."${name}" WHERE "${column}" = $1`, [clientId]);
      const opened = rows.map((row) => {
        for (const field of sealed.get(name) ?? [])
          if (row[field]?.length)
            row[field] = key.box(name, row.id).openBytes(field, row[field]).toString('hex');
        return JSON.stringify(row);
      });
      if (opened.length) all[name] = opened.sort();
    }
    return all;
  } finally {
    await pool.end();
  }
}

/**
 * A deadline that followed from the facts of both (an order of one, a detention of the other) was shown meanwhile: it
 * is kept as superseded, like every deadline that follows no longer, and what was counted twice has another version.
 */
function withoutCounted(table: string, rows: unknown[] = []): unknown[] {
  if (table === 'deadline')
    return rows
      .map((row) => JSON.parse(String(row)))
      .filter((row) => row.status !== 'superseded')
      .map(({ id, key, status, due_on, task_on, confirmed_by, completed_by, completion_note }) =>
        JSON.stringify({ id, key, status, due_on, task_on, confirmed_by, completed_by, completion_note }),
      )
      .sort();
  return table === 'deadline_history' ? [] : rows;
}

/** What keeps a record from being merged, taken away. */
async function free(clientId: string): Promise<void> {
  const by = office.people.director.id;
  await rewrite(test, 'UPDATE app.client_wall SET lifted_at = now(), lifted_by = $2 WHERE client_id = $1', [
    clientId,
    by,
  ]);
  await rewrite(test, 'UPDATE app.legal_hold SET lifted_at = now(), lifted_by = $2 WHERE client_id = $1', [
    clientId,
    by,
  ]);
  await rewrite(test, `UPDATE app.destruction SET status = 'cancelled' WHERE client_id = $1`, [clientId]);
}

async function mostOfEverything(client: AddedClient): Promise<void> {
  await addConviction(api, client.id);
  await addOrder(api, { clientId: client.id });
  await addTask(api, client.caseId, { title: 'Ask for the file', items: ['Write the letter'] });
  await addRelative(api, client.id);
  await giveConsent(api, client.id);
  await api.created(`/cases/${client.caseId}/notes`, {
    kind: 'privileged',
    text: `Note of ${client.name.given}`,
  });
}

describe('merging two records of one person', () => {
  it('brings everything to the record that stays, and leaves a pointer behind', async () => {
    const stays = await addClient(api, named('Tansy', 'Umbra', 'A999700001'));
    const goes = await addClient(api, named('Tanzy', 'Umbrova', 'A999700002'));
    await mostOfEverything(goes);
    await scheduleCheckIn(api, goes.id, { date: dayFromNow(12) });
    const file = await uploadDocument(api, goes.id, { title: 'Order of 2000' });
    const before = (await api.read(`/clients/${goes.id}/removal`)).convictions;
    const answer = await merge(stays.id, goes.id);
    expect(answer).toMatchObject({
      status: 201,
      body: {
        items: [{ merged: { id: goes.id }, reason: 'Entered twice at intake', undoneAt: null }],
        can: { merge: true },
      },
    });
    expect((await api.read(`/clients/${stays.id}/removal`)).convictions).toEqual(before);
    expect((await api.read(`/clients/${stays.id}/cases`)).items).toHaveLength(2);
    expect((await api.read(`/cases/${stays.caseId}`)).nextCheckIn).not.toBeNull();
    const notes = await api.read(`/cases/${goes.caseId}/notes`);
    expect(notes.items[0].text).toBe('Note of Tanzy');
    const documents = await api.read(`/clients/${stays.id}/documents`);
    expect(documents.items[0].title).toBe('Order of 2000');
    expect((await api.get(`/document-versions/${file.current.id}/file`)).status).toBe(200);
    const view = await api.read(`/clients/${stays.id}`);
    expect(view.aliases.map((alias: { name: string }) => alias.name)).toContain('Tanzy Umbrova');
    expect(await api.read(`/clients/${goes.id}`)).toMatchObject({
      mergedInto: stays.id,
      can: { edit: false },
    });
    expect(await api.get(`/clients/${goes.id}/cases`)).toMatchObject({
      status: 409,
      body: { code: 'record_merged' },
    });
    const trail = await api.read(`/cases/${stays.caseId}/access`);
    expect(trail.entries.length).toBeGreaterThan(3);
  });

  it('finds the person under the names and numbers of both, once', async () => {
    const stays = await addClient(api, named('Quillon', 'Ebb', 'A999700011'));
    const goes = await addClient(api, named('Wrenna', 'Ebbesen', 'A999700012'));
    await merge(stays.id, goes.id);
    for (const query of ['Wrenna', 'Ebbesen', 'A999700012', 'A999700011', 'Quillon']) {
      const { items } = await api.ok('POST', '/cases/search', { q: query });
      const found = new Set(items.map((item: { clientId: string }) => item.clientId));
      expect([query, [...found]]).toEqual([query, [stays.id]]);
    }
  });
});

describe('undoing a merge', () => {
  it('gives both records back as they were, one of everything included', async () => {
    const maker = office.people.attorney;
    const mine = (await makeThings(test, office, maker))['/clients/{clientId}'];
    const stays = await addClient(api, named('Sorrel', 'Stays'));
    await mostOfEverything(stays);
    await free(mine);
    const before = [await stored(stays.id), await stored(mine)];
    const merged = await merge(stays.id, mine);
    expect(merged.status).toBe(201);
    const left = Object.keys(await stored(mine)).filter((table) => !STAY[table] && table !== 'client');
    expect(left).toEqual([]);
    expect(Object.keys(await stored(stays.id)).length).toBeGreaterThan(40);
    expect((await undo(stays.id, merged.body.items[0].id)).status).toBe(200);
    const after = [await stored(stays.id), await stored(mine)];
    for (const which of [0, 1])
      for (const table of new Set([...Object.keys(before[which]), ...Object.keys(after[which])]))
        expect([table, withoutCounted(table, after[which][table])]).toEqual([
          table,
          withoutCounted(table, before[which][table]),
        ]);
    expect((await undo(stays.id, merged.body.items[0].id)).body).toMatchObject({ code: 'undone_already' });
    expect((await merge(mine, stays.id)).status).toBe(201);
  });

  it('leaves with the record that stays what was added since, unless it hangs on what moves back', async () => {
    const stays = await addClient(api, named('Lark', 'Stands'));
    const goes = await addClient(api, named('Larke', 'Moves'));
    const { body } = await merge(stays.id, goes.id);
    await addConviction(api, stays.id);
    const task = await addTask(api, goes.caseId, { title: 'On the case that moves back' });
    expect((await undo(stays.id, body.items[0].id)).status).toBe(200);
    expect((await api.read(`/clients/${stays.id}/removal`)).convictions).toHaveLength(1);
    expect((await api.read(`/clients/${goes.id}/removal`)).convictions).toHaveLength(0);
    const tasks = await api.read(`/cases/${goes.caseId}/tasks`);
    expect(tasks.items.map((item: { id: string }) => item.id)).toEqual([task.id]);
  });
});

describe('a merge is refused', () => {
  it('of a record with itself, and of one that whoever asks does not see', async () => {
    const one = await addClient(api, named('Heath', 'Alone'));
    expect((await merge(one.id, one.id)).body).toMatchObject({ code: 'same_record' });
    const other = await office.employ('attorney', { name: 'Other Attorney' });
    const theirs = await addClient(other.api, named('Heath', 'Elsewhere'));
    expect(await merge(one.id, theirs.id)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'otherId', code: 'unknown_client' }] },
    });
    expect((await merge(theirs.id, one.id)).status).toBe(404);
    expect((await merge(one.id, theirs.id, office.api.paralegal)).status).toBe(403);
  });

  it('behind a wall and under a hold, on either side', async () => {
    const one = await addClient(api, named('Isle', 'Walled'));
    const two = await addClient(api, named('Isla', 'Walled'));
    const { walls } = await api.created(`/clients/${two.id}/walls`, {
      kind: 'ethical',
      people: [office.people.paralegal.id],
      reason: 'Former employer',
    });
    for (const [stays, goes] of [
      [one, two],
      [two, one],
    ])
      expect((await merge(stays.id, goes.id)).body).toMatchObject({ code: 'behind_wall' });
    await api.ok('POST', `/clients/${two.id}/walls/${walls[0].id}/lift`, { reason: 'Gone' });
    const { holds } = await office.api.director.ok('POST', `/clients/${one.id}/holds`, {
      reason: 'A subpoena',
    });
    for (const [stays, goes] of [
      [one, two],
      [two, one],
    ])
      expect((await merge(stays.id, goes.id)).body).toMatchObject({ code: 'under_legal_hold' });
    await office.api.director.ok('POST', `/holds/${holds[0].id}/lift`, { reason: 'Over' });
    expect((await merge(one.id, two.id)).status).toBe(201);
  });

  it('when both have a check-in at one moment, and says which it is', async () => {
    const one = await addClient(api, named('Reef', 'Twice'));
    const two = await addClient(api, named('Reefe', 'Twice'));
    for (const each of [one, two]) await scheduleCheckIn(api, each.id);
    expect(await merge(one.id, two.id)).toMatchObject({
      status: 409,
      body: { code: 'both_have_one', errors: [{ code: 'check_in' }] },
    });
  });

  it('the second time, when somebody clicks twice', async () => {
    const one = await addClient(api, named('Dune', 'Double'));
    const two = await addClient(api, named('Dunne', 'Double'));
    const answers = await Promise.all([merge(one.id, two.id), merge(one.id, two.id), merge(two.id, one.id)]);
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(2);
  });
});

describe('a wall around the record that stays', () => {
  it('hides the merged record as well', async () => {
    const stays = await addClient(api, named('Onyx', 'Hidden'));
    const goes = await addClient(api, named('Onix', 'Hidden'));
    await merge(stays.id, goes.id);
    const { director } = office.api;
    expect((await director.get(`/clients/${goes.id}`)).status).toBe(200);
    await api.created(`/clients/${stays.id}/walls`, {
      kind: 'ethical',
      people: [office.people.director.id],
      reason: 'A cousin',
    });
    expect((await director.get(`/clients/${goes.id}`)).status).toBe(404);
  });
});

describe('every table about clients', () => {
  it('moves by itself, follows what moves, or is on the reviewed list', async () => {
    const tables = await asAdmin(test, async (admin) => {
      const { rows } = await admin.query<{ name: string; own: boolean }>(
        `SELECT c.relname AS name, pg_get_constraintdef(k.oid) LIKE 'PRIMARY KEY (org_id, id)%' AS own FROM pg_class c
           JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'client_id' AND NOT a.attisdropped
           JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
          WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r'`,
      );
      return rows;
    });
    const names = tables.map((table) => table.name);
    expect(tables.filter(({ name, own }) => !own && !STAY[name] && !FOLLOW[name])).toEqual([]);
    expect([...Object.keys(STAY), ...Object.keys(FOLLOW)].filter((name) => !names.includes(name))).toEqual(
      [],
    );
  });

  it('lets its rows move one table after the other', async () => {
    const fixed = await asAdmin(test, async (admin) => {
      const { rows } = await admin.query(
        `SELECT conrelid::regclass::text AS "table", conname FROM pg_constraint k
          WHERE contype = 'f' AND NOT condeferrable AND connamespace = 'app'::regnamespace
            AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey) AND a.attname = 'client_id')`,
      );
      return rows;
    });
    expect(fixed).toEqual([]);
  });

  it('that names a client under another column was looked at', async () => {
    const reviewed = [
      // The person who asked for help stays tied to the record that was made of them.
      'referral.became_client_id',
      // A hit names two records; the one of a party goes with the party.
      ...[
        'conflict_check.subject_client_id',
        'conflict_hit.other_client_id',
        'conflict_hit.subject_client_id',
      ],
      // Whoever is a relative stays linked to the record that was meant, which points on.
      'related_person.linked_client_id',
      // The merge itself.
      ...['client.merged_into', 'client_merge.merged_id'],
    ];
    const found = await asAdmin(test, async (admin) => {
      const { rows } = await admin.query<{ column: string }>(
        `SELECT DISTINCT c.relname || '.' || a.attname AS "column" FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
           JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (k.conkey) AND a.attname NOT IN ('org_id', 'client_id')
          WHERE k.contype = 'f' AND k.confrelid = 'app.client'::regclass ORDER BY 1`,
      );
      return rows.map((row) => row.column);
    });
    expect(found).toEqual([...reviewed].sort());
  });
});
