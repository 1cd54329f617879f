import { generateSync } from 'otplib';
import { Authenticator } from '../authenticator';
import { apiOfCookie, visitor, type Answer, type Api, type Transport } from '../client';
import type { Person } from './staff';

/** An authenticator app that was set up. */
export interface App {
  id: string;
  secret: string;
  recoveryCodes: string[];
}

/** The code an app shows, `steps` half minutes from now. */
export function codeOf(secret: string, steps = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * steps });
}

/** Sets up an authenticator app. It is confirmed with the code before this one, so that this one can be used. */
export async function addApp(api: Api, name = 'Phone'): Promise<App> {
  const { id, secret } = await api.created('/me/factors/totp', { name });
  const confirmed = await api.ok('POST', `/me/factors/${id}/confirm`, { code: codeOf(secret, -1) });
  return { id, secret, recoveryCodes: confirmed.recoveryCodes ?? [] };
}

/** Makes a passkey with a device in software. */
export async function addPasskey(
  api: Api,
  device = new Authenticator(),
  name?: string,
): Promise<Authenticator> {
  const asked = await api.ok('POST', '/me/factors/passkey-challenge');
  await api.created('/me/factors/passkeys', device.make(asked, name));
  return device;
}

/** A browser that gave the right password and waits at the second step. */
export interface HalfWay {
  ways: string[];
  cookie: string;
  challenge(): Promise<Answer>;
  step(body: object): Promise<Answer>;
}

/** Gives the right password of somebody with a second factor. @throws Error when it is let in, or refused */
export async function halfIn(transport: Transport, { email, password }: Person): Promise<HalfWay> {
  const door = visitor(transport);
  const answer = await door.post('/sign-in', { email, password });
  const cookie = /vacatur_half=[\w-]+/.exec(answer.headers['set-cookie'] ?? '')?.[0];
  if (!cookie || answer.body.code !== 'second_factor_needed')
    throw new Error(`Sign-in answered ${answer.status} ${answer.body?.code}.`);
  const options = { headers: { cookie } };
  return {
    cookie,
    ways: answer.body.ways,
    challenge: () => door.post('/sign-in/passkey-challenge', {}, options),
    step: (body) => door.post('/sign-in/second-step', body, options),
  };
}

/** The session that an answer of a door gave. */
export function apiOf(transport: Transport, answer: Answer): Api {
  const cookies = /vacatur_session=[\w-]+/.exec(answer.headers['set-cookie'] ?? '');
  return apiOfCookie(transport, [cookies?.[0] ?? '']);
}
