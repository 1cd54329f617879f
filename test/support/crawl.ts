import { roleMay, type Role } from '@app/access';
import { contractOf } from '../../apps/api/src/contract';
import type { TestApp } from './app';
import type { Answer, Api } from './client';
import { dayFromNow } from './factories/check-in';
import { told } from './matrix';
import { routesOf, type Route } from './routes';
import { sampleBody } from './samples';
import { fill, keyOf, type Home } from './world';

/** Something a person can send. */
export interface Question {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: object;
}

interface QueryParameter {
  in: string;
  name: string;
  schema: { type?: string; enum?: string[]; format?: string };
}

/** Ids to try behind a parameter; what is not named here gets the one thing the world has. */
export type Ids = Record<string, string[]>;

/** Days before, at and after everything that the tests write. */
const SPANS = [
  ['2000-01-01', '2199-12-31'],
  [dayFromNow(-40), dayFromNow(-1)],
  [dayFromNow(0), dayFromNow(60)],
];
/** Parameters that are tried in their own way. */
const APART = ['from', 'to', 'cursor', 'limit'];

/** Every GET of the contract that this role may ask, at every id; and the same narrowed by each choice its query offers. */
export function everyGet(
  test: TestApp,
  world: Home,
  role: Role,
  ids: Ids,
): { plain: Question[]; narrowed: Question[] } {
  const { paths } = contractOf(test.app);
  const all = { plain: [] as Question[], narrowed: [] as Question[] };
  for (const route of routesOf(test)) {
    if (
      route.method !== 'GET' ||
      (route.open ? route.parameters.length > 0 : !roleMay(role, route.permission!))
    )
      continue;
    const { get } = paths[`/api/v1${route.path}`];
    const [plain, ...narrowed] = queriesOf(route, (get?.parameters ?? []) as QueryParameter[], ids);
    for (const path of pathsOf(world, route, ids)) {
      const ask = (query: string): Question => ({ method: 'GET', path: query ? `${path}?${query}` : path });
      all.plain.push(ask(plain));
      all.narrowed.push(...narrowed.map(ask));
    }
  }
  return all;
}

function pathsOf(world: Home, route: Route, ids: Ids): string[] {
  const [first] = route.parameters;
  const chosen = first ? (ids[keyOf(world, route.path, first)] ?? [null]) : [null];
  return chosen.map((id) =>
    fill(world, route.path, (parameter, key) => (parameter === first && id ? id : world.mine[key])),
  );
}

function queriesOf(route: Route, parameters: QueryParameter[], ids: Ids): string[] {
  const asked = parameters.filter((parameter) => parameter.in === 'query');
  const least = route.query ? (sampleBody(route.query) as Record<string, string>) : {};
  const variant = (more: Record<string, string>): string =>
    String(new URLSearchParams({ ...least, ...more }));
  const has = (name: string): boolean => asked.some((parameter) => parameter.name === name);
  return [
    ...new Set([
      variant({}),
      ...(has('from') && has('to') ? SPANS.map(([from, to]) => variant({ from, to })) : []),
      ...(has('limit') ? [variant({ limit: '1' }), variant({ limit: '100' })] : []),
      ...asked
        .filter(({ name }) => !APART.includes(name))
        .flatMap(({ name, schema }) => choicesOf(schema, ids).map((value) => variant({ [name]: value }))),
    ]),
  ];
}

function choicesOf(schema: QueryParameter['schema'], ids: Ids): string[] {
  if (schema.enum) return schema.enum;
  if (schema.type === 'boolean') return ['true', 'false'];
  if (schema.type === 'number') return ['0', '60'];
  if (schema.format === 'uuid') return ids['/staff/{id}'];
  return [];
}

/** What somebody may type into every box that looks something up: the names, numbers and words of what is hidden. */
export function lookUps(known: {
  name: { given: string; family: string };
  aNumber: string;
  word: string;
}): Question[] {
  const { name, aNumber, word } = known;
  const full = `${name.given} ${name.family}`;
  const ask = (path: string, body: object): Question => ({ method: 'POST', path, body });
  return [
    ...[full, name.family, `${name.given.slice(0, 4)}`, `${name.given}x ${name.family}`, aNumber].map((q) =>
      ask('/search', { q }),
    ),
    ask('/search/texts', { q: word }),
    ask('/cases/search', { q: full, status: 'all' }),
    ask('/cases/search', { q: aNumber, status: 'all' }),
    ask('/clients/duplicates', { name }),
    ask('/clients/duplicates', { name: { given: 'Nobody', family: 'Elsewhere' }, aNumber }),
    ask('/conflicts/ask', { name: full }),
  ];
}

/** The list of cases in every order, whole and by pages of one. */
export const LISTS: Question[] = ['name', 'opened', 'next_deadline', 'next_check_in', 'updated'].flatMap(
  (sort) =>
    ['open', 'closed', 'all'].flatMap((status) =>
      [1, 100].map((limit): Question => ({
        method: 'POST',
        path: '/cases/search',
        body: { sort, status, limit },
      })),
    ),
);

const put = (api: Api, { method, path, body }: Question): Promise<Answer> => {
  if (method === 'GET') return api.get(path);
  if (method === 'DELETE') return api.delete(path);
  return method === 'PUT' ? api.put(path, body) : api.post(path, body);
};

/** Where two twins answer the same question in other words. */
export async function differences(
  twins: readonly [Api, Api],
  questions: readonly Question[],
  settled: (question: Question, text: string) => string,
): Promise<string[]> {
  const found: string[] = [];
  for (const question of questions) {
    const [with_, without] = await Promise.all(twins.map((api) => put(api, question)));
    const [one, other] = [with_, without].map((answer) => settled(question, told(answer)));
    if (one !== other)
      found.push(
        `${question.method} ${question.path} ${JSON.stringify(question.body ?? '')}: ${apart(one, other)}`,
      );
  }
  return found;
}

/** The place at which two texts part. */
function apart(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 140);
  return `\n  with    …${around(one)}\n  without …${around(other)}`;
}
