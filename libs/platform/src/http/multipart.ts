import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../errors/problem';
import { tooLarge } from '../files';

/** What came with an upload: its short fields, and the file while it arrives. */
export interface UploadPart {
  fields: Record<string, string>;
  /** As the sender named it; not to be trusted. */
  fileName: string;
  bytes: AsyncIterable<Buffer>;
}

const FIELD_BYTES = 4000;
const FIELDS = 12;
const ENVELOPE = 64 * 1024;

interface RouteConfig {
  upload?: boolean;
}

/** Lets only routes marked `@RouteConfig({ upload: true })` read a multipart body; all others refuse it unread. */
export async function acceptUploads(fastify: FastifyInstance): Promise<void> {
  await fastify.register(multipart as never);
  fastify.addHook('preParsing', async (request: FastifyRequest) => {
    const isUpload = (request.routeOptions.config as RouteConfig | undefined)?.upload === true;
    const type = request.headers['content-type'] ?? '';
    if (/^multipart\//i.test(type) && !isUpload)
      throw Object.assign(new Error('multipart'), { statusCode: 415 });
  });
}

/**
 * Reads an upload as it arrives and hands the file over unread; fields stand before it. Nothing is written anywhere.
 * @param most bytes of the file that are accepted
 * @throws Problem 400 without a file or with too many fields, 413 when its announced length is too large, 415
 */
export async function receiveUpload<T>(
  request: FastifyRequest,
  most: number,
  take: (part: UploadPart) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart())
    throw new Problem(415, 'unsupported_format', 'Send the file as multipart/form-data.');
  if (Number(request.headers['content-length'] ?? 0) > most + ENVELOPE) throw tooLarge(most);
  const limits = {
    ...{
      files: 1,
      fields: FIELDS,
      parts: FIELDS + 1,
      fieldSize: FIELD_BYTES,
      fieldNameSize: 100,
      headerPairs: 30,
    },
    // One more than is taken, so that the file is refused in our words.
    fileSize: most + 1,
  };
  const fields: Record<string, string> = {};
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') return take({ fields, fileName: part.filename ?? '', bytes: part.file });
    fields[part.fieldname] = fieldOf(part.value, part.valueTruncated);
  }
  throw new Problem(400, 'no_file', 'There is no file in this request.');
}

function fieldOf(value: unknown, truncated: boolean): string {
  if (typeof value !== 'string' || truncated)
    throw new Problem(400, 'malformed_request', 'A field of this upload is too long.');
  return value;
}
