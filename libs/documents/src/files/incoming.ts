import { tooLarge } from '@app/platform';
import { cleanJpeg } from './jpeg';
import { cleanPng } from './png';
import { HEAD, sniff, type FileKind } from './sniff';

/** A file on its way in: what it is, and the bytes that will be kept. */
export interface Incoming {
  kind: FileKind;
  bytes: AsyncIterable<Buffer>;
}

/**
 * Looks at the beginning of a stream and hands it on as it will be kept: pictures without what is written beside them,
 * everything else byte for byte, because a document is evidence.
 * @param most bytes that are accepted, counted as they arrive
 * @throws Refused, also while `bytes` is read; Problem 413
 */
export async function receive(source: AsyncIterable<Buffer>, most: number): Promise<Incoming> {
  const parts = counted(source, most)[Symbol.asyncIterator]();
  const head: Buffer[] = [];
  let held = 0;
  while (held < HEAD) {
    const next = await parts.next();
    if (next.done) break;
    head.push(next.value);
    held += next.value.length;
  }
  const beginning = Buffer.concat(head, held);
  const kind = sniff(beginning.subarray(0, HEAD));
  const whole = goOn(beginning, parts);
  if (kind === 'jpeg') return { kind, bytes: cleanJpeg(whole) };
  if (kind === 'png') return { kind, bytes: cleanPng(whole) };
  return { kind, bytes: whole };
}

async function* counted(source: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const part of source) {
    bytes += part.length;
    if (bytes > most) throw tooLarge(most);
    yield part;
  }
}

async function* goOn(first: Buffer, parts: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await parts.next(); !next.done; next = await parts.next()) yield next.value;
}
