import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Any JSON. Callers name the shape they expect. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

interface RawRequest {
  method: Method;
  /** Below /api/v1, with its query. */
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer;
}

interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  /** The session cookie that the answer sets, if it does. */
  cookies: string[];
  bytes: Buffer;
}

/** How requests travel: into an application in this process, or over the network. */
export type Transport = (request: RawRequest) => Promise<RawAnswer>;

/** What came back. `body` is the JSON, or null when there is none; `bytes` is everything, for files. */
export interface Answer<T = Json> {
  status: number;
  headers: Record<string, string>;
  body: T;
  bytes: Buffer;
}

export interface Options {
  ifMatch?: number;
  idempotencyKey?: string;
  headers?: Record<string, string>;
}

const PREFIX = '/api/v1';

/** Straight into the application, without a port. */
export function overInject(app: NestFastifyApplication): Transport {
  return async ({ method, path, headers, body }) => {
    const answer = await app.inject({ method, url: PREFIX + path, headers, payload: body });
    return {
      status: answer.statusCode,
      headers: Object.fromEntries(
        Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
      ),
      cookies: [answer.headers['set-cookie'] ?? []].flat(),
      bytes: answer.rawPayload,
    };
  };
}

/** Over HTTP, to an instance such as http://localhost:3000. */
export function overHttp(baseUrl: string): Transport {
  const base = baseUrl.replace(/\/$/, '') + PREFIX;
  return async ({ method, path, headers, body }) => {
    const answer = await fetch(base + path, { method, headers, body, redirect: 'error' });
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      cookies: answer.headers.getSetCookie(),
      bytes: Buffer.from(await answer.arrayBuffer()),
    };
  };
}

/** An answer other than the one that was needed. */
export class UnexpectedAnswer extends Error {
  constructor(
    what: string,
    readonly answer: Answer,
  ) {
    super(`${what} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
}

/** The public API as one person or program uses it. Paths are below /api/v1: `api.get('/cases?stage=intake')`. */
export class Api {
  constructor(
    private readonly transport: Transport,
    /** Headers that say who asks: a cookie with X-Vacatur, or a bearer token. */
    private readonly proof: Record<string, string> = {},
  ) {}

  get<T = Json>(path: string, options: Options = {}): Promise<Answer<T>> {
    return this.send<T>('GET', path, undefined, options);
  }

  post<T = Json>(path: string, body: unknown = {}, options: Options = {}): Promise<Answer<T>> {
    return this.send<T>('POST', path, body, options);
  }

  patch<T = Json>(path: string, body: unknown, options: Options = {}): Promise<Answer<T>> {
    return this.send<T>('PATCH', path, body, options);
  }

  put<T = Json>(path: string, body: unknown = {}, options: Options = {}): Promise<Answer<T>> {
    return this.send<T>('PUT', path, body, options);
  }

  delete<T = Json>(path: string, options: Options = {}): Promise<Answer<T>> {
    return this.send<T>('DELETE', path, undefined, options);
  }

  /** A POST of bytes of another type than JSON. */
  async upload<T = Json>(path: string, type: string, bytes: Buffer): Promise<Answer<T>> {
    const headers = { 'content-type': type, ...this.proof };
    const answer = await this.transport({ method: 'POST', path, headers, body: bytes });
    return { ...answer, body: bodyOf(answer.headers, answer.bytes) as T };
  }

  /** GET that must succeed; the body. @throws UnexpectedAnswer */
  async read<T = Json>(path: string): Promise<T> {
    return this.ok<T>('GET', path);
  }

  /** POST that must answer 201; the body. @throws UnexpectedAnswer */
  async created<T = Json>(path: string, body: unknown = {}, options: Options = {}): Promise<T> {
    const answer = await this.post<T>(path, body, options);
    if (answer.status !== 201) throw new UnexpectedAnswer(`POST ${path}`, answer);
    return answer.body;
  }

  /** Any request that must answer 2xx; the body. @throws UnexpectedAnswer */
  async ok<T = Json>(method: Method, path: string, body?: unknown, options: Options = {}): Promise<T> {
    const answer = await this.send<T>(method, path, body, options);
    if (answer.status < 200 || answer.status > 299) throw new UnexpectedAnswer(`${method} ${path}`, answer);
    return answer.body;
  }

  /** The cookie this API proves itself with, or null. */
  get cookie(): string | null {
    return this.proof.cookie ?? null;
  }

  /** The same instance, asked with an API token. */
  withToken(token: string): Api {
    return new Api(this.transport, { authorization: `Bearer ${token}` });
  }

  private async send<T>(method: Method, path: string, body: unknown, options: Options): Promise<Answer<T>> {
    const { status, headers, bytes } = await this.transport({
      method,
      path,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...this.proof,
        ...(options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` }),
        ...(options.idempotencyKey === undefined ? {} : { 'idempotency-key': options.idempotencyKey }),
        ...options.headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status, headers, bytes, body: bodyOf(headers, bytes) as T };
  }
}

function bodyOf(headers: Record<string, string>, bytes: Buffer): unknown {
  const isJson = /^application\/(?:[\w.-]+\+)?json\b/.test(headers['content-type'] ?? '');
  return isJson && bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : null;
}

/** Whoever is not signed in. */
export function visitor(transport: Transport): Api {
  return new Api(transport);
}

/** The API as the browser uses it once the answer of a door has set the cookie. @throws Error without a cookie */
export function apiOfCookie(transport: Transport, cookies: string[]): Api {
  const cookie = cookies
    .map((text) => text.split(';')[0])
    .find((text) => text.startsWith('vacatur_session='));
  if (!cookie) throw new Error('The answer sets no session cookie.');
  return new Api(transport, { cookie, 'x-vacatur': '1' });
}

/** Signs in and returns the API as this person uses it. @throws UnexpectedAnswer */
export async function signIn(
  where: NestFastifyApplication | Transport,
  email: string,
  password: string,
  organisation?: string,
): Promise<Api> {
  return enter(where, '/sign-in', { email, password, organisation });
}

/** Goes through one of the doors that set a session: sign-in, or an invitation. @throws UnexpectedAnswer */
export async function enter(
  where: NestFastifyApplication | Transport,
  path: string,
  body: object,
): Promise<Api> {
  const transport = typeof where === 'function' ? where : overInject(where);
  const answer = await transport({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status !== 200) {
    throw new UnexpectedAnswer(`POST ${path}`, { ...answer, body: bodyOf(answer.headers, answer.bytes) });
  }
  return apiOfCookie(transport, answer.cookies);
}
