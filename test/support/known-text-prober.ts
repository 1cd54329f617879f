import { randomUUID } from 'node:crypto';
import { OFFICE_ROLES, roleMay, type Role } from '@app/access';
import type { TestApp } from './app';
import {
  bare,
  betrays,
  bodyWith,
  EVERYTHING,
  floodedWith,
  KNOWN,
  mended,
  spoiled,
  TEXTS,
  traceIn,
  type Body,
} from './known-text';
import type { Route } from './routes';
import { sampleBody } from './samples';
import { SCENES, Stage } from './scenes';
import { fill, type World } from './world';

export interface Sent {
  payload?: string | Buffer;
  path?: string;
  query?: string;
  headers?: Record<string, string>;
}
interface Got {
  status: number;
  body: { code?: string; currentVersion?: number; errors?: { path: string }[]; nextCursor?: string };
}

const NOBODY = randomUUID();
/** A body as it travels: what is undefined is not there. */
const plainOf = (body: Body): Body => JSON.parse(JSON.stringify(body)) as Body;
export const nameOf = (route: Route): string => `${route.method} ${route.path}`;

/** Sends known texts through routes and looks at everything that comes back. */
export class Prober {
  /** Where a known text stood where it must not. */
  readonly leaks = new Set<string>();
  /** Routes with a place for text in their body, and those of them that took it in. */
  readonly textual = new Set<string>();
  readonly taken = new Set<string>();
  /** How often each status came. */
  readonly seen: Record<number, number> = {};
  private readonly cookies = new Map<string, string>();
  private readonly stage: Stage;
  private count = 0;

  constructor(
    private readonly test: TestApp,
    private readonly world: World,
  ) {
    this.stage = new Stage(test, world);
  }

  async send(route: Route, { payload, path, query, headers }: Sent): Promise<Got> {
    const filled = path ?? fill(this.world, route.path, (_, key) => this.world.mine[key]);
    const answer = await this.test.app.inject({
      method: route.method as 'POST',
      url: `/api/v1${filled}${query ? `?${query}` : ''}`,
      headers: {
        ...(route.open ? {} : { cookie: await this.cookieOf(route), 'x-vacatur': '1' }),
        'if-match': '"999999999"',
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      payload,
    });
    const json = String(answer.headers['content-type'] ?? '').includes('json');
    const body = json && answer.body ? (answer.json() as Got['body'] | null) : null;
    this.seen[answer.statusCode] = (this.seen[answer.statusCode] ?? 0) + 1;
    this.look(route, 'a header', JSON.stringify(answer.headers));
    if (answer.statusCode >= 400) this.look(route, `an answer ${answer.statusCode}`, answer.body);
    if (body?.nextCursor) this.look(route, 'a cursor', body.nextCursor);
    return { status: answer.statusCode, body: body ?? {} };
  }

  private look(route: Route, where: string, text: string): void {
    if (betrays(text)) this.leaks.add(`${nameOf(route)}: ${where}: ${traceIn(text)}`);
  }

  /** Who asks: the first role the policy lets, and somebody of their own where the own account is changed. */
  private async cookieOf(route: Route, fresh = false): Promise<string> {
    const role = (['director', 'attorney', ...OFFICE_ROLES, 'operator'] as Role[]).find((each) =>
      roleMay(each, route.permission!),
    )!;
    const own = /^me\./.test(route.permission!) ? route.path : '';
    const known = this.cookies.get(role + own);
    if (known && !fresh) return known;
    const someone = own && role !== 'operator' ? await this.world.home.employ(role) : null;
    const cookie = (someone?.api ?? this.world.apiOf(role)).cookie ?? '';
    this.cookies.set(role + own, cookie);
    return cookie;
  }

  /** Everything that can be wrong with a request that has a body. */
  async spoil(route: Route): Promise<void> {
    const type = route.body!;
    const full = bodyWith(type, [EVERYTHING, ...TEXTS], this.world.mine, [NOBODY]);
    const text = JSON.stringify(full);
    const query = new URLSearchParams({ [EVERYTHING]: EVERYTHING, q: EVERYTHING }).toString();
    const ways: Sent[] = [
      { payload: JSON.stringify(floodedWith(full, EVERYTHING)) },
      { payload: `${text.slice(0, -2)}${EVERYTHING}` },
      { payload: JSON.stringify(EVERYTHING) },
      { payload: text, headers: { 'content-type': 'text/plain' } },
      { payload: text, path: fill(this.world, route.path, () => randomUUID()) },
      { payload: text, query },
      { payload: text, headers: { 'if-match': KNOWN.aNumber, 'idempotency-key': `${KNOWN.aNumber} ` } },
      ...TEXTS.map((known) => ({ payload: JSON.stringify({ ...full, [known]: known }) })),
    ];
    for (const way of ways) await this.send(route, way);
    const good = bodyWith(type, TEXTS, this.world.mine, [NOBODY]);
    for (const body of spoiled(type, good, EVERYTHING))
      await this.send(route, { payload: JSON.stringify(body) });
  }

  /** Known texts in the place of ids, and in known and unknown questions of an address. */
  async misdirect(route: Route): Promise<void> {
    const known = EVERYTHING;
    const query = new URLSearchParams({ [known]: known, q: known, cursor: known, sort: known }).toString();
    const path = fill(this.world, route.path, () => encodeURIComponent(known));
    if (route.parameters.length > 0) await this.send(route, { path, query });
    if (route.method === 'GET') await this.send(route, { query });
    if (route.query) {
      const flooded = floodedWith(sampleBody(route.query, true), known) as Record<string, string>;
      await this.send(route, { query: new URLSearchParams(flooded).toString() });
    }
    const headers = { cookie: `vacatur_session=${KNOWN.aNumber}`, authorization: `Bearer ${KNOWN.aNumber}` };
    await this.send(route, { headers });
  }

  /** Sends a good body with known texts until it is taken. */
  async getTaken(route: Route, known: readonly string[]): Promise<void> {
    const usual = bodyWith(route.body!, known, this.world.mine, [this.world.home.people.paralegal.id]);
    if (!betrays(JSON.stringify(usual))) return;
    this.textual.add(nameOf(route));
    if (await this.deliver(route, usual, known[0], betrays)) this.taken.add(nameOf(route));
  }

  /**
   * Sends a body until it is taken: in its scene, with the version that is there, without what was refused, as long as it
   * holds something of interest. Returns what was taken, or null.
   * @param say what the scene says in the fields that it fills itself
   */
  async deliver(
    route: Route,
    usual: Body,
    say: string,
    holds: (text: string) => boolean,
  ): Promise<Body | null> {
    const { path, as, body: wanted = {} } = (await SCENES[nameOf(route)]?.(this.stage, say)) ?? {};
    let body = plainOf({ ...usual, ...wanted });
    let version = 999_999_999;
    for (let tries = 0; tries < 7 && holds(JSON.stringify(body)); tries += 1) {
      const headers = {
        ...(as ? { cookie: as.api.cookie ?? '' } : {}),
        'if-match': `"${version}"`,
        'idempotency-key': `${KNOWN.aNumber}-${(this.count += 1)}`,
      };
      const payload = JSON.stringify(body);
      const { status, body: told } = await this.send(route, { payload, path, headers });
      if (status < 300) return body;
      if (status === 401 && !route.open) await this.cookieOf(route, true);
      else if (told.currentVersion !== undefined) version = told.currentVersion;
      else body = plainOf({ ...this.without(route, body, holds, told.errors), ...wanted });
      if (status === 422 && JSON.stringify(body) === payload) return null;
    }
    return null;
  }

  private without(
    route: Route,
    body: Body,
    holds: (text: string) => boolean,
    errors?: { path: string }[],
  ): Body {
    const paths = errors?.map(({ path }) => path);
    return paths ? mended(route.body!, body, paths) : bare(route.body!, body, holds);
  }
}
