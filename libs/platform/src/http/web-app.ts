import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

function page(reply: FastifyReply): FastifyReply {
  return (
    reply
      .header('content-security-policy', POLICY)
      // Kept nowhere: going back after leaving must ask the server again, not show what the browser remembers.
      .header('cache-control', 'no-store')
      .sendFile('index.html', { cacheControl: false })
  );
}

/**
 * Serves the built web app beside the API: its files as they are, every other address as its first page, so that a
 * link into the app works after a reload. Addresses under /api never fall through to the page.
 */
export async function serveWebApp(fastify: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  await fastify.register(
    fastifyStatic as never,
    {
      root: folder,
      wildcard: false,
      index: false,
      immutable: true,
      maxAge: '365d',
      globIgnore: ['**/index.html'],
    } as never,
  );
  fastify.get('/', (_request, reply) => page(reply));
  fastify.get('/*', (request, reply) => {
    // A missing file of an older build must not be answered with a page: a script that is HTML breaks silently.
    const isFile = /^\/(api|assets)\//.test(request.url);
    if (!isFile) return page(reply);
    return reply
      .status(404)
      .type('application/problem+json')
      .send({
        type: 'urn:vacatur:problem:not_found',
        title: 'Not found',
        status: 404,
        code: 'not_found',
        detail: 'There is nothing at this address.',
        requestId: String(request.id),
      });
  });
}
