import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { RequestScope } from '../request/scope';

/** Answers that come later than the first moment leave at steps of this length. */
const STEP_MS = 20;
/** Timers are exact to a millisecond or two; what remains of a difference below that drowns in chance. */
const CHANCE_US = 20_000;

/**
 * When an answer may leave that took so long to make: at the first moment, or on the next step after it.
 * Milliseconds since the request came.
 */
export function momentAfter(elapsedMs: number, firstMs: number): number {
  return firstMs + Math.max(0, Math.ceil((elapsedMs - firstMs) / STEP_MS)) * STEP_MS;
}

/**
 * A row behind a wall costs the row rule more time than a row that is not there, and a name behind a wall is found
 * and compared before it is left out. Answers that something is not there, and answers of look-ups by name or number,
 * therefore leave at a few fixed moments only. The transaction has ended by then; nothing is held while waiting.
 */
export function answerEvenly(fastify: FastifyInstance, firstMs: number): void {
  if (firstMs === 0) return;
  fastify.addHook('onSend', async (request, reply) => {
    const { scope } = request as { scope?: RequestScope };
    if (!scope?.actor || !(scope.even || reply.statusCode === 404)) return;
    const elapsed = reply.elapsedTime;
    await wait(momentAfter(elapsed, firstMs) - elapsed + randomInt(CHANCE_US) / 1000);
  });
}
