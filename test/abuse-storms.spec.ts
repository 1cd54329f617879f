import { randomUUID } from 'node:crypto';
import { asAdmin } from './support/admin';
import { forkApi, type ApiProcess } from './support/api-process';
import { startApp, type TestApp } from './support/app';
import { Api, type Answer, type Json, type Transport } from './support/client';
import { effort, PATIENCE_MS } from './support/effort';
import { addClient, type AddedClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';
import { askForRecords } from './support/factories/record-request';
import type { Person } from './support/factories/staff';

/** A25: everybody saves the same records at once, and every button is pressed a hundred times. */
jest.setTimeout(PATIENCE_MS);

const PEOPLE = 50;
const EDITS = effort(2, 200);
const RECORDS = effort(5, 10);
/** Each is sent a hundred times at the same moment. */
const SUBMISSIONS = effort(4, 100);
const COPIES = 100;
const KILLS = effort(1, 20);

let test: TestApp;
let office: Office;
beforeAll(async () => {
  test = await startApp({ POOL_SIZE: '8' });
  office = await foundOffice(test, 'Stormy Harbor', { roles: ['director', 'attorney'] });
});
afterAll(() => test.close());

interface Counter {
  clientId: string;
  id: string;
  /** The version before the first edit. */
  version: number;
}

async function counters(): Promise<Counter[]> {
  const made: Counter[] = [];
  for (let n = 0; n < RECORDS; n += 1) {
    const { id: clientId } = await addClient(office.api.attorney);
    const { id, version } = await askForRecords(office.api.attorney, clientId, { feeCents: 0 });
    made.push({ clientId, id, version });
  }
  return made;
}

async function read(api: Api, { clientId, id }: Counter): Promise<{ feeCents: number; version: number }> {
  const { items } = await api.read(`/clients/${clientId}/record-requests`);
  return items.find((item: Json) => item.id === id);
}

/** One edit as a person makes it: reads, adds one, saves; told that somebody was first, reads again. Returns the tries. */
async function addOne(api: Api, counter: Counter): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    const { feeCents, version } = await read(api, counter);
    const saved = await api.patch(
      `/record-requests/${counter.id}`,
      { feeCents: feeCents + 1 },
      { ifMatch: version },
    );
    if (saved.status === 200) return tries;
    expect([saved.status, saved.body.code]).toEqual([412, 'stale_version']);
  }
}

it(`A25: of ${PEOPLE} people with ${EDITS} edits each of the same ${RECORDS} records none is lost`, async () => {
  const records = await counters();
  const people: Person[] = [];
  for (let n = 0; n < PEOPLE; n += 1) people.push(await office.employ('director'));
  let tries = 0;
  await Promise.all(
    people.map(async ({ api }, n) => {
      for (let edit = 0; edit < EDITS; edit += 1) {
        const needed = await addOne(api, records[(n + edit) % RECORDS]);
        tries += needed;
      }
    }),
  );
  expect(tries).toBeGreaterThan(PEOPLE * EDITS);
  const now = await Promise.all(records.map((record) => read(office.api.attorney, record)));
  expect(now.reduce((sum, record) => sum + record.feeCents, 0)).toBe(PEOPLE * EDITS);
  for (const [n, { feeCents, version }] of now.entries()) {
    expect(version).toBe(records[n].version + feeCents);
    // Each state that was replaced is in the history, once.
    expect(await pastOf(records[n])).toEqual(Array.from({ length: feeCents }, (_, value) => value));
  }
  const { rows } = await asAdmin(test, (admin) =>
    admin.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM app.row_history WHERE table_name = 'record_request' AND replaced_by <> $1
        GROUP BY replaced_by`,
      [office.people.attorney.id],
    ),
  );
  expect(rows.map((row) => row.n)).toEqual(Array(PEOPLE).fill(EDITS));
});

async function pastOf({ id, version }: Counter): Promise<number[]> {
  return asAdmin(test, async (admin) => {
    const { rows } = await admin.query<{ value: number }>(
      `SELECT (was ->> 'fee_cents')::int AS value FROM app.row_history
        WHERE table_name = 'record_request' AND row_id = $1 AND (was ->> 'version')::int >= $2 ORDER BY 1`,
      [id, version],
    );
    return rows.map((row) => row.value);
  });
}

describe('A25: a submission that is sent a hundred times while the server is killed', () => {
  const PAUSE_MS = 50;
  let server: ApiProcess;
  let client: AddedClient;
  let api: Api;
  beforeAll(async () => {
    client = await addClient(office.api.attorney);
    server = await forkApi(test);
    api = over(server.transport, office.api.attorney);
  });
  afterAll(() => server.stop());

  const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

  /** Sends it again until there is an answer, as a program does that heard nothing. */
  async function persist(send: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      const answer = await send().catch(() => null);
      if (answer && answer.status !== 503 && answer.body?.code !== 'still_running') return answer;
      await pause();
    }
  }

  it(`makes one row each of ${SUBMISSIONS * COPIES} requests, and one answer`, async () => {
    const path = `/cases/${client.caseId}/notes`;
    let kills = 0;
    let calm = false;
    const trouble = (async () => {
      while (!calm && kills < KILLS) {
        await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * effort(700, 3000)));
        await server.kill();
        kills += 1;
        await server.start();
      }
    })();
    const texts: string[] = [];
    for (let n = 0; n < SUBMISSIONS; n += 1) {
      const [text, idempotencyKey] = [`Submission ${n} ${randomUUID()}`, randomUUID()];
      texts.push(text);
      const answers = await Promise.all(
        Array.from({ length: COPIES }, () =>
          persist(() => api.post(path, { text, kind: 'ordinary' }, { idempotencyKey })),
        ),
      );
      expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
      expect(new Set(answers.map((answer) => answer.bytes.toString('utf8'))).size).toBe(1);
      const other = await persist(() =>
        api.post(path, { text: `Other ${text}`, kind: 'ordinary' }, { idempotencyKey }),
      );
      expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
    }
    calm = true;
    await trouble;
    expect(kills).toBeGreaterThan(0);
    expect((await notes()).sort()).toEqual(texts.sort());
  });

  async function notes(): Promise<string[]> {
    const texts: string[] = [];
    for (let cursor = ''; ;) {
      const page = await office.api.attorney.read(`/cases/${client.caseId}/notes?limit=100${cursor}`);
      texts.push(...page.items.map((item: Json) => item.text));
      if (!page.nextCursor) return texts;
      cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
    }
  }
});

/** The same person through another door: sessions are in the database. */
function over(transport: Transport, who: Api): Api {
  return new Api(transport, { cookie: who.cookie!, 'x-vacatur': '1' });
}
