import { FastifyAdapter } from '@nestjs/platform-fastify';
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { Problem } from '../errors/problem';
import { acceptUploads } from './multipart';
import { problemBody } from './problem.filter';

const BODY_LIMIT = 1024 * 1024;
const DEEPEST = 40;

// An unfinished string takes the rest of the text: looking for its end again from every quote would be quadratic.
const TOKENS = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[[{]|[\]}]/gs;

/** True when JSON text nests deeper than any of our bodies: such text is only sent to exhaust a parser. */
export function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function readJson(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: BODY_LIMIT },
    (request, body, done) => {
      const text = String(body);
      if (text === '') return done(null, undefined);
      if (nestsTooDeep(text)) return done(Object.assign(new Error('nested too deep'), { statusCode: 400 }));
      return parse(request, text, done);
    },
  );
}

/** Headers of every answer. The API never shows HTML; the web app's own policy is set where its files are served. */
function guardAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header('x-frame-options', 'DENY');
    reply.header('x-request-id', String(request.id));
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store');
  });
}

/** An address that cannot be read, or is too long for any of ours, is nowhere; it is not repeated in the answer. */
function refuseAddress(_error: Error, request: { id: unknown }, reply: FastifyReply): void {
  const problem = new Problem(404, 'not_found', 'There is nothing at this address.');
  void reply
    .status(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(problemBody(problem, String(request.id)));
}

/** Everything that knows Fastify is made here, in this folder and at sign-in. */
export async function httpAdapter(): Promise<FastifyAdapter> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => uuidv7(),
    requestIdHeader: false,
    trustProxy: false,
    routerOptions: { maxParamLength: 200 },
    logger: false,
    frameworkErrors: refuseAddress,
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  await adapter.register(cookie as never);
  readJson(fastify);
  await acceptUploads(fastify);
  guardAnswers(fastify);
  return adapter;
}
