import { randomBytes } from 'node:crypto';
import type { Answer, Api, Json } from '../client';
import { UnexpectedAnswer } from '../client';

/** What a test or the demo data wants of an upload. */
export interface UploadWishes {
  title?: string;
  category?: string;
  receivedOn?: string;
  source?: string;
  language?: string;
  translationOf?: string;
  privileged?: 'true' | 'false';
  fileName?: string;
  /** What the browser would claim; the server does not believe it. */
  claimedType?: string;
  bytes?: Buffer;
}

/** What callers need of a document. */
export interface UploadedDocument {
  id: string;
  version: number;
  title: string;
  current: { id: string; kind: string; bytes: number; pages: number | null; textState: string };
}

/** The body of an upload as a browser sends it, and its type. */
export function multipartOf(
  fields: Record<string, string>,
  file: { name: string; type: string; bytes: Buffer } | null,
): { type: string; body: Buffer } {
  const boundary = `----vacatur${randomBytes(12).toString('hex')}`;
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = file
    ? `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: ${file.type}\r\n\r\n`
    : '';
  const body = Buffer.concat([
    Buffer.from(parts.join('') + head),
    file?.bytes ?? Buffer.alloc(0),
    Buffer.from(`${file ? '\r\n' : ''}--${boundary}--\r\n`),
  ]);
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}

let counter = 0;

/** Sends an upload and answers what came back, whatever it is. */
export function sendUpload(api: Api, path: string, wishes: UploadWishes = {}): Promise<Answer<Json>> {
  const { fileName, claimedType, bytes, ...fields } = wishes;
  const file = {
    name: fileName ?? 'Letter.txt',
    type: claimedType ?? 'application/octet-stream',
    bytes: bytes ?? Buffer.from(`The text of paper ${++counter}.\n`),
  };
  const isVersion = path.endsWith('/versions');
  const { type, body } = multipartOf(isVersion ? {} : { category: 'order', ...fields }, file);
  return api.upload(path, type, body);
}

/** Uploads a document of a client. @throws UnexpectedAnswer */
export async function uploadDocument(
  api: Api,
  clientId: string,
  wishes: UploadWishes = {},
): Promise<UploadedDocument> {
  const answer = await sendUpload(api, `/clients/${clientId}/documents`, wishes);
  if (answer.status !== 201) throw new UnexpectedAnswer('The upload', answer);
  return answer.body as UploadedDocument;
}

/** Says that the newest fact of a client's timeline rests on a document. Returns the id of the link. */
export async function linkFact(api: Api, clientId: string, documentId: string, page = 1): Promise<string> {
  const { items } = await api.read(`/clients/${clientId}/timeline`);
  const { sourceKind, sourceId, kind } = items[0];
  const { facts } = await api.created(`/documents/${documentId}/facts`, { sourceKind, sourceId, kind, page });
  return facts.at(-1).id;
}
