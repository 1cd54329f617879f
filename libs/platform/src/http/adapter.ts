import { FastifyAdapter } from '@nestjs/platform-fastify';
import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { uuidv7 } from 'uuidv7';

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

/** Everything that knows Fastify is made here, in this folder and at sign-in. */
export async function httpAdapter(): Promise<FastifyAdapter> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => uuidv7(),
    requestIdHeader: false,
    trustProxy: false,
    routerOptions: { maxParamLength: 200 },
    logger: false,
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  await adapter.register(cookie as never);
  readJson(fastify);
  guardAnswers(fastify);
  return adapter;
}
