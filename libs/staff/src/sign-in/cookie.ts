import type { FastifyReply } from 'fastify';
import { SESSION_COOKIE } from '@app/access';
import type { Config } from '@app/platform';
import { HALF_MINUTES } from '../second-factor/half-sessions';
import type { OpenedSession } from '../sessions/sessions.service';

export const HALF_COOKIE = 'vacatur_half';
export const DEVICE_COOKIE = 'vacatur_device';
const DEVICE_DAYS = 180;

const attributes = (config: Config) =>
  ({ httpOnly: true, sameSite: 'lax', secure: config.publicUrl.startsWith('https:'), path: '/' }) as const;
const ofHalf = (config: Config) =>
  ({ ...attributes(config), sameSite: 'strict', path: '/api/v1/sign-in' }) as const;
const ofDevice = (config: Config) => ({ ...attributes(config), path: '/api/v1' }) as const;

/** Gives the browser its session. No script can read the cookie, and no other site can send it with a change. */
export function giveCookie(reply: FastifyReply, config: Config, session: OpenedSession): void {
  reply.setCookie(SESSION_COOKIE, session.secret, { ...attributes(config), expires: session.expiresAt });
}

/** Takes the session from the browser. */
export function takeCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(SESSION_COOKIE, attributes(config));
}

/** Gives the browser a sign-in that is half open; it is sent to the door and nowhere else. */
export function giveHalfCookie(reply: FastifyReply, config: Config, secret: string): void {
  reply.setCookie(HALF_COOKIE, secret, { ...ofHalf(config), maxAge: HALF_MINUTES * 60 });
}

/** Takes the half-open sign-in away, once it is open or given up. */
export function takeHalfCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(HALF_COOKIE, ofHalf(config));
}

/** Lets the browser be known again. It proves nothing: it only tells a known device from a new one. */
export function giveDeviceCookie(reply: FastifyReply, config: Config, secret: string): void {
  reply.setCookie(DEVICE_COOKIE, secret, { ...ofDevice(config), maxAge: DEVICE_DAYS * 86_400 });
}

/** Forgets the device, for somebody who leaves in a hurry. */
export function takeDeviceCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(DEVICE_COOKIE, ofDevice(config));
}
