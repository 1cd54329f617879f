import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool, types, type PoolClient } from 'pg';
import {
  apiUrl,
  contextKey,
  ContextSigner,
  Keyring,
  keysUrl,
  loadConfig,
  loadRootKey,
  newId,
} from '@app/platform';
import { maskANumber, nextCaseStages, type CaseStage } from '@app/rules';

/**
 * The practical limit: what somebody would write by hand on bare `http` and `pg` for these two answers, under the same
 * guarantees: session looked up, signed row-security transaction, sealed names opened, audit entry with the commit.
 */
types.setTypeParser(1082, (text) => text);

interface Who {
  org_id: string;
  user_id: string;
  role: string;
}

type Row = Record<string, never>;

const config = loadConfig();
const root = loadRootKey({ home: config.home, env: process.env });
const signer = new ContextSigner(contextKey(root));
const pool = new Pool({
  connectionString: apiUrl(config.adminUrl, root),
  max: config.poolSize,
  options: '-c search_path=app -c timezone=UTC -c jit=off',
});
const keyring = new Keyring(new Pool({ connectionString: keysUrl(config.keysAdminUrl, root), max: 4 }), root);

const ONE = {
  name: 'one',
  text: `SELECT c.id, c.version, c.client_id, c.type, c.stage, c.status, c.responsible_id, r.name AS responsible_name, c.opened_on, c.closed_on,
      c.outcome, c.custody, c.clemency_stage, c.next_deadline_on, c.next_deadline_rule, c.next_check_in_on, c.next_check_in_time, c.updated_at,
      k.given_name, k.family_name, k.a_number, k.citizenship,
      (SELECT json_agg(json_build_object('user', json_build_object('id', u.id, 'name', u.name, 'role', u.role), 'since', t.since) ORDER BY t.since)
         FROM case_team t JOIN staff_user u ON u.org_id = t.org_id AND u.id = t.user_id
        WHERE t.org_id = $1 AND t.case_id = c.id AND t.ended_at IS NULL) AS team,
      (SELECT json_agg(json_build_object('id', s.id, 'stage', s.stage, 'on', s.on_date, 'note', null,
                'by', json_build_object('id', s.by_user, 'name', u.name), 'at', s.at) ORDER BY s.at)
         FROM case_stage s JOIN staff_user u ON u.org_id = s.org_id AND u.id = s.by_user WHERE s.org_id = $1 AND s.case_id = c.id) AS stages
    FROM cases c JOIN client k ON k.org_id = c.org_id AND k.id = c.client_id
    LEFT JOIN staff_user r ON r.org_id = c.org_id AND r.id = c.responsible_id WHERE c.org_id = $1 AND c.id = $2`,
};
const PAGE = {
  name: 'page',
  text: `SELECT c.id AS case_id, c.client_id AS id, c.type, c.stage, c.status, c.responsible_id, r.name AS responsible_name, k.citizenship, c.custody,
      c.opened_on, c.closed_on, c.next_deadline_on, c.next_deadline_rule, c.next_check_in_on, c.next_check_in_time, c.clemency_stage, c.updated_at,
      k.given_name, k.family_name
    FROM cases c JOIN client k ON k.org_id = c.org_id AND k.id = c.client_id
    LEFT JOIN staff_user r ON r.org_id = c.org_id AND r.id = c.responsible_id
    WHERE c.org_id = $1 AND c.status = 'open' AND c.stage = $2 AND c.client_id = ANY (ARRAY(SELECT sec.my_clients())) ORDER BY c.next_deadline_on ASC NULLS LAST, c.id LIMIT 51`,
};
const COUNT = {
  name: 'count',
  text: `SELECT count(*)::int AS n FROM (SELECT 1 FROM cases c WHERE c.org_id = $1 AND c.status = 'open' AND c.stage = $2 AND c.client_id = ANY (ARRAY(SELECT sec.my_clients())) LIMIT 1000) AS counted`,
};

async function whoIs(request: IncomingMessage): Promise<Who | null> {
  const secret = /vacatur_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const hash = createHash('sha256').update(secret).digest();
  const { rows } = await pool.query<Who>({
    name: 'who',
    text: 'SELECT * FROM sec.actor_of_session($1)',
    values: [hash],
  });
  return rows[0] ?? null;
}

async function inTransaction<T>(
  who: Who,
  work: (client: PoolClient) => Promise<T>,
  last: () => string,
): Promise<T> {
  const client = await pool.connect();
  try {
    const wire = signer.sign({ orgId: who.org_id, userId: who.user_id, role: who.role });
    await client.query(`START TRANSACTION; SELECT set_config('app.ctx', '${wire}', true)`);
    const result = await work(client);
    await client.query(`${last()}; COMMIT`);
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

const iso = (value: unknown): string => new Date(value as string).toISOString();
const person = (id: unknown, name: unknown): unknown => (id ? { id, name } : null);

async function oneCase(who: Who, id: string): Promise<unknown> {
  let clientId = '';
  return inTransaction(
    who,
    async (client) => {
      const row = (await client.query<Row>({ ...ONE, values: [who.org_id, id] })).rows[0];
      clientId = row.client_id;
      const box = (await keyring.clientKey(who.org_id, clientId)).box('client', clientId);
      return {
        id: row.id,
        version: row.version,
        client: {
          id: clientId,
          name: `${box.open('given_name', row.given_name)} ${box.open('family_name', row.family_name)}`,
          aNumberMasked: maskANumber(box.open('a_number', row.a_number)),
          citizenship: row.citizenship,
        },
        type: row.type,
        stage: row.stage,
        nextStages: nextCaseStages(row.stage as CaseStage),
        status: row.status,
        responsible: person(row.responsible_id, row.responsible_name),
        team: ((row.team ?? []) as { since: string }[]).map((each) => ({ ...each, since: iso(each.since) })),
        openedOn: row.opened_on,
        closedOn: row.closed_on,
        outcome: row.outcome,
        custody: row.custody,
        clemencyStage: row.clemency_stage,
        nextDeadline: row.next_deadline_on
          ? { on: row.next_deadline_on, rule: row.next_deadline_rule }
          : null,
        nextCheckIn: row.next_check_in_on ? { on: row.next_check_in_on, time: row.next_check_in_time } : null,
        stages: ((row.stages ?? []) as { at: string }[]).map((each) => ({ ...each, at: iso(each.at) })),
        can: {
          edit: true,
          changeStage: true,
          close: true,
          reopen: false,
          manageTeam: true,
          writeNotes: true,
          seeAccess: true,
        },
        updatedAt: iso(row.updated_at),
      };
    },
    () => `SELECT sec.audit_append('case.read', '${clientId}', '${id}', ARRAY[]::text[], '${newId()}')`,
  );
}

async function firstPage(who: Who, stage: string): Promise<unknown> {
  return inTransaction(
    who,
    async (client) => {
      const total = (await client.query<{ n: number }>({ ...COUNT, values: [who.org_id, stage] })).rows[0].n;
      const { rows } = await client.query<Row>({ ...PAGE, values: [who.org_id, stage] });
      const shown = rows.slice(0, 50);
      const keys = await keyring.clientKeys(
        who.org_id,
        shown.map((row) => row.id),
      );
      const items = shown.map((row) => {
        const box = keys.get(row.id)!.box('client', row.id);
        return {
          id: row.case_id,
          clientId: row.id,
          name: `${box.open('given_name', row.given_name)} ${box.open('family_name', row.family_name)}`,
          type: row.type,
          stage: row.stage,
          status: row.status,
          responsible: person(row.responsible_id, row.responsible_name),
          citizenship: row.citizenship,
          custody: row.custody,
          openedOn: row.opened_on,
          closedOn: row.closed_on,
          nextDeadline: row.next_deadline_on
            ? { on: row.next_deadline_on, rule: row.next_deadline_rule }
            : null,
          nextCheckIn: row.next_check_in_on
            ? { on: row.next_check_in_on, time: row.next_check_in_time }
            : null,
          clemencyStage: row.clemency_stage,
          updatedAt: iso(row.updated_at),
        };
      });
      const last = shown[shown.length - 1];
      const nextCursor =
        rows.length > 50
          ? Buffer.from(JSON.stringify([last.next_deadline_on, last.case_id])).toString('base64url')
          : null;
      return { items, nextCursor, total };
    },
    () => '',
  );
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const who = await whoIs(request);
  if (!who) {
    response.writeHead(401).end();
    return;
  }
  const url = new URL(request.url ?? '/', 'http://bench');
  const id = /\/cases\/([0-9a-f-]{36})$/.exec(url.pathname)?.[1];
  const body = JSON.stringify(
    id ? await oneCase(who, id) : await firstPage(who, url.searchParams.get('stage') ?? ''),
  );
  response
    .writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    })
    .end(body);
}

createServer((request, response) => {
  answer(request, response).catch(() => response.writeHead(500).end());
}).listen(config.port, '127.0.0.1', () => process.send?.({ ready: true }));
process.once('disconnect', () => process.exit(0));
