import type { FastifyReply } from 'fastify';
import { SESSION_COOKIE } from '@app/access';
import type { Config } from '@app/platform';
import type { OpenedSession } from '../sessions/sessions.service';

const attributes = (config: Config) =>
  ({ httpOnly: true, sameSite: 'lax', secure: config.publicUrl.startsWith('https:'), path: '/' }) as const;

/** Gives the browser its session. No script can read the cookie, and no other site can send it with a change. */
export function giveCookie(reply: FastifyReply, config: Config, session: OpenedSession): void {
  reply.setCookie(SESSION_COOKIE, session.secret, { ...attributes(config), expires: session.expiresAt });
}

/** Takes the session from the browser. */
export function takeCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(SESSION_COOKIE, attributes(config));
}
