import { randomUUID } from 'node:crypto';
import { roleMay, type Role } from '@app/access';
import { startApp, type TestApp } from './support/app';
import type { Answer } from './support/client';
import { CONTRACT } from './support/contract-file';
import { effort, PATIENCE_MS } from './support/effort';
import { inBatches } from './support/matrix';
import { routesOf, type Route } from './support/routes';
import { sampleBody } from './support/samples';
import { buildWorld, fill, type World } from './support/world';

/**
 * Ids that travel in a body or a query instead of the path: one of another organisation, and one of a client of one's own
 * organisation whom one does not see, are answered like one that nobody has.
 */
let test: TestApp;
let world: World;
beforeAll(async () => {
  test = await startApp({ REFUSALS_PER_MINUTE: '0' });
  world = await buildWorld(test);
}, 120_000);
afterAll(() => test.close());

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  format?: string;
}

/** Names of all fields of the contract that hold ids. */
function idFields(): Set<string> {
  const { components } = CONTRACT;
  const isId = (schema: Schema): boolean => schema.format === 'uuid' || schema.items?.format === 'uuid';
  return new Set(
    Object.values((components?.schemas ?? {}) as Record<string, Schema>).flatMap((schema) =>
      Object.entries(schema.properties ?? {})
        .filter(([, field]) => isId(field))
        .map(([name]) => name),
    ),
  );
}

/** What an answer says of the ids that it was given. Where it lets one in, it makes something with an id of its own. */
const said = ({ status, body }: Answer): string =>
  JSON.stringify(status < 300 ? [status] : [status, body.code, body.detail, body.errors]);

/** Things of another organisation or another caseload that a body may name. */
const NAMED = [
  ...['/clients/{clientId}', '/cases/{caseId}', '/staff/{id}', '/documents/{documentId}'],
  ...['/orders/{orderId}', '/deadlines/{deadlineId}', '/convictions/{convictionId}', '/hearings/{hearingId}'],
  ...['/clients/{clientId}/contacts/{contactId}', '/judges/{judgeId}', '/check-ins/{checkInId}'],
];

async function faultsOf(route: Route, role: Role, ids: Set<string>): Promise<string[]> {
  const type = route.body!;
  const plain = JSON.stringify(sampleBody(type, true));
  const path = fill(world, route.path, (_, key) => world.mine[key]);
  const api = world.apiOf(role);
  const ask = async (id: string): Promise<{ named: boolean; told: string }> => {
    const body = sampleBody(type, true, (field) => (ids.has(field) ? [id, [id]] : []));
    const named = JSON.stringify(body) !== plain && JSON.stringify(body).includes(id);
    const method = route.method.toLowerCase() as 'post' | 'put' | 'patch';
    const answer = named ? await api[method](path, body, { ifMatch: 1 }) : null;
    return { named, told: answer ? said(answer).replaceAll(id, '<id>') : '' };
  };
  const found: string[] = [];
  for (const key of NAMED.slice(0, effort(3, NAMED.length))) {
    const hidden = [
      world.foreign[key],
      ...(role === 'attorney' && !OFFICE.test(key) ? [world.theirs[key]] : []),
    ];
    for (const id of hidden) {
      const one = await ask(id);
      if (!one.named) return found;
      const other = await ask(randomUUID());
      // What stands in the way may change between two requests, such as a name that the first has taken: asked again.
      if (one.told !== other.told && (await ask(id)).told !== (await ask(randomUUID())).told)
        found.push(`${route.method} ${route.path} ${role} ${key}: ${one.told} instead of ${other.told}`);
    }
  }
  tried += 1;
  return found;
}
/** Seen by the whole office. */
const OFFICE = /staff|judges/;
let tried = 0;

it(
  'answers for a hidden id in a body as for one that nobody has',
  async () => {
    const ids = idFields();
    expect(ids.size).toBeGreaterThan(5);
    const routes = routesOf(test).filter(
      (route) => route.body && !route.open && !/^(?:me|staff|installation)\./.test(route.permission!),
    );
    const faults = await inBatches(routes, async (route) => {
      const roles = (['attorney', 'director'] as const).filter((role) => roleMay(role, route.permission!));
      const found: string[] = [];
      for (const role of roles) found.push(...(await faultsOf(route, role, ids)));
      return found;
    });
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(20);
  },
  PATIENCE_MS,
);
