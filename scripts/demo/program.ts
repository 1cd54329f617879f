import { randomUUID } from 'node:crypto';
import { overHttp, signIn, type Answer, type Api, type Json } from '../../test/support/client';

/** What the program asks a token for: no more than its work needs. */
const SCOPES = [
  'me.read',
  'client.create',
  'client.read',
  'client.list',
  'client.names',
  'case.read',
  'case.edit',
  'note.write',
  'removal.read',
  'removal.edit',
  'checkin.read',
  'checkin.schedule',
  'clemency.read',
  'clemency.edit',
  'clemency.grant',
  'deadline.read',
  'filing.read',
  'filing.create',
  'filing.sign_off',
];

/**
 * A program that works with Vacatur over HTTP. It signs in once, takes a token that ends after a day and can do no
 * more than it needs, and from then on shows only the token. Every POST carries an Idempotency-Key, every change the
 * version that was read.
 */
export class Program {
  private constructor(
    readonly person: { name: string; role: string; organisation: string },
    private readonly session: Api,
    private readonly api: Api,
    private readonly tokenId: string,
  ) {}

  /** @throws UnexpectedAnswer when the address or password is not known there */
  static async start(baseUrl: string, email: string, password: string): Promise<Program> {
    const session = await signIn(overHttp(baseUrl), email, password);
    const me = await session.read('/me');
    const token = await session.created('/me/tokens', {
      name: 'npm run demo',
      scopes: SCOPES,
      expiresInDays: 1,
    });
    const person = { name: me.user.name, role: me.user.role, organisation: me.organisation.name };
    return new Program(person, session, session.withToken(token.token), token.id);
  }

  /** Takes the token back and signs out. */
  async end(): Promise<void> {
    await this.session.delete(`/me/tokens/${this.tokenId}`);
    await this.session.post('/sign-out');
  }

  read<T = Json>(path: string): Promise<T> {
    return this.api.read<T>(path);
  }

  file(path: string): Promise<Answer> {
    return this.api.get(path);
  }

  /** Makes something, at most once. */
  create<T = Json>(path: string, body: unknown, key: string = randomUUID()): Promise<T> {
    return this.api.created<T>(path, body, { idempotencyKey: key });
  }

  /** Does something to what was read. */
  act<T = Json>(path: string, body: unknown, seen?: { version: number }): Promise<T> {
    const options = { ifMatch: seen?.version, idempotencyKey: randomUUID() };
    return this.api.ok<T>('POST', path, body, options);
  }

  /** Changes fields of what was read. */
  change<T = Json>(path: string, body: unknown, seen: { version: number }): Promise<T> {
    return this.api.ok<T>('PATCH', path, body, { ifMatch: seen.version });
  }

  /** The same, where a refusal is part of the story. */
  attempt(path: string, body: unknown, seen?: { version: number }): Promise<Answer> {
    return this.api.post(path, body, { ifMatch: seen?.version, idempotencyKey: randomUUID() });
  }
}
