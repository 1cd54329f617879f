import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../errors/problem';

const ETAG = /^(?:W\/)?"(\d{1,9})"$/;

/**
 * The version a change is based on, from `If-Match: "3"`.
 * @throws Problem 428 when the header is missing, 400 when it is malformed
 */
export const IfMatch = createParamDecorator((_data: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (!header) {
    throw new Problem(
      428,
      'version_required',
      'Send If-Match with the version you read, so that nobody is overwritten.',
    );
  }
  const match = ETAG.exec(header);
  if (!match)
    throw new Problem(400, 'malformed_version', 'If-Match must be a version in quotes, such as "3".');
  return Number(match[1]);
});

/** Gives the answer's `version` as its ETag. */
export function setEtag(reply: FastifyReply, answer: unknown): void {
  const version = (answer as { version?: unknown } | null)?.version;
  if (typeof version === 'number') reply.header('etag', `"${version}"`);
}
