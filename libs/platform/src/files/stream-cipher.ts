import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { SealBroken } from '../sealed';

/**
 * Files as a sequence of separately authenticated chunks: the STREAM construction (Hoang, Reyhanitabar, Rogaway and
 * Vizár, "Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", CRYPTO 2015) over AES-256-GCM.
 * The nonce of a chunk is random prefix (7 bytes) | number of the chunk (4) | 1 for the last chunk, else 0. So nothing
 * can be cut off, added, repeated or put in another order, and with a key of its own for each file no chunk of another
 * file fits. Layout: 'VAF' and version (4 bytes) | prefix (7) | chunks of 65,536 bytes and a tag (16) each; the last may
 * be shorter, and empty only when the whole file is.
 */
export const CHUNK = 64 * 1024;
const TAG = 16;
const MAGIC = Buffer.from([0x56, 0x41, 0x46, 0x01]);
const PREFIX = 7;
const HEADER = MAGIC.length + PREFIX;
const LAST_NUMBER = 0xffffffff;

/** Bytes a file of this size takes when sealed. */
export function sealedSize(bytes: number): number {
  return HEADER + bytes + TAG * Math.max(1, Math.ceil(bytes / CHUNK));
}

/** The key of one file. */
export function newFileKey(): Buffer {
  return randomBytes(32);
}

function nonceOf(prefix: Buffer, number: number, last: boolean): Buffer {
  if (number >= LAST_NUMBER) throw new RangeError('The file has more chunks than can be numbered.');
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce);
  nonce.writeUInt32BE(number, PREFIX);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function sealChunk(key: Buffer, header: Buffer, number: number, last: boolean, plain: Buffer): Buffer {
  const nonce = nonceOf(header.subarray(MAGIC.length), number, last);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  cipher.setAAD(header);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openChunk(key: Buffer, header: Buffer, number: number, last: boolean, sealed: Buffer): Buffer {
  if (sealed.length < TAG) throw new SealBroken();
  const nonce = nonceOf(header.subarray(MAGIC.length), number, last);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  decipher.setAAD(header);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}

type Bytes = AsyncIterable<Buffer> | Iterable<Buffer>;

interface Block {
  block: Buffer;
  last: boolean;
}

/** Cuts a stream into blocks of one size. A block is handed on only when it is known whether it is the last. */
async function* blocksOf(source: Bytes, size: number): AsyncGenerator<Block> {
  let parts: Buffer[] = [];
  let held = 0;
  for await (const part of source) {
    parts.push(part);
    held += part.length;
    if (held <= size) continue;
    let whole = Buffer.concat(parts, held);
    while (whole.length > size) {
      yield { block: whole.subarray(0, size), last: false };
      whole = whole.subarray(size);
    }
    parts = [whole];
    held = whole.length;
  }
  yield { block: Buffer.concat(parts, held), last: true };
}

/** Seals a stream under a key that seals nothing else. Holds one chunk and what the source hands over at once. */
export async function* sealStream(key: Buffer, source: Bytes): AsyncGenerator<Buffer> {
  const header = Buffer.concat([MAGIC, randomBytes(PREFIX)]);
  yield header;
  let number = 0;
  for await (const { block, last } of blocksOf(source, CHUNK))
    yield sealChunk(key, header, number++, last, block);
}

/**
 * Opens what `sealStream` made. A chunk comes out only after it was authenticated; that the file ends too early shows
 * at the end, so whoever must not act on half a file waits for it.
 * @throws SealBroken for anything that was changed, cut, extended, reordered or sealed under another key
 */
export async function* openStream(key: Buffer, source: Bytes): AsyncGenerator<Buffer> {
  const { header, rest } = await takeHeader(source);
  let number = 0;
  for await (const { block, last } of blocksOf(rest, CHUNK + TAG)) {
    const plain = openChunk(key, header, number++, last, block);
    if (plain.length > 0) yield plain;
  }
}

async function takeHeader(source: Bytes): Promise<{ header: Buffer; rest: AsyncIterable<Buffer> }> {
  const parts = (Symbol.asyncIterator in source ? source : fromList(source))[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  while (held.length < HEADER) {
    const next = await parts.next();
    if (next.done) throw new SealBroken();
    held = Buffer.concat([held, next.value]);
  }
  if (!held.subarray(0, MAGIC.length).equals(MAGIC)) throw new SealBroken();
  return { header: held.subarray(0, HEADER), rest: goOn(held.subarray(HEADER), parts) };
}

async function* fromList(source: Iterable<Buffer>): AsyncGenerator<Buffer> {
  yield* source;
}

async function* goOn(first: Buffer, parts: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield first;
    for (let next = await parts.next(); !next.done; next = await parts.next()) yield next.value;
  } finally {
    // Whoever stops early lets go of the file below.
    await parts.return?.();
  }
}
