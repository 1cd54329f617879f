import * as fc from 'fast-check';
import { SealBroken } from '../sealed';
import { CHUNK, newFileKey, openStream, sealedSize, sealStream } from './stream-cipher';

const TAG = 16;
const HEADER = 11;

async function all(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const held: Buffer[] = [];
  for await (const part of parts) held.push(part);
  return Buffer.concat(held);
}

/** The same bytes in pieces, as a network or a disk hands them over. */
function pieces(bytes: Buffer, sizes: number[]): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = Math.max(1, sizes[turn % sizes.length]);
    parts.push(bytes.subarray(at, at + size));
    at += size;
  }
  return parts;
}

const content = (size: number): Buffer =>
  Buffer.from(Array.from({ length: size }, (_, n) => (n * 31 + 7) % 251));
const seal = (key: Buffer, bytes: Buffer): Promise<Buffer> => all(sealStream(key, [bytes]));
const refused = async (key: Buffer, sealed: Buffer): Promise<void> => {
  await expect(all(openStream(key, [sealed]))).rejects.toThrow(SealBroken);
};

/** The chunks of a sealed file, each with its tag. */
function chunksOf(sealed: Buffer): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = HEADER; at < sealed.length; at += CHUNK + TAG)
    chunks.push(sealed.subarray(at, at + CHUNK + TAG));
  return chunks;
}

describe('a sealed stream', () => {
  const sizes = fc.oneof(
    fc.integer({ min: 0, max: 300 }),
    fc.integer({ min: -2, max: 2 }).map((near) => CHUNK + near),
    fc.integer({ min: -2, max: 2 }).map((near) => 2 * CHUNK + near),
    fc.integer({ min: 0, max: 3 * CHUNK }),
  );
  const cuts = fc.array(fc.integer({ min: 1, max: CHUNK * 2 }), { minLength: 1, maxLength: 5 });

  it('opens to the same bytes, however both are cut into pieces, and has the size that is foretold', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, cuts, cuts, async (size, before, after) => {
        const key = newFileKey();
        const plain = content(size);
        const sealed = await all(sealStream(key, pieces(plain, before)));
        expect(sealed.length).toBe(sealedSize(size));
        const opened = await all(openStream(key, pieces(sealed, after)));
        expect(opened.equals(plain)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is refused when any byte of it is another one', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.integer({ min: 1, max: 255 }), async (size, place, change) => {
        const key = newFileKey();
        const sealed = await seal(key, content(size));
        sealed[place % sealed.length] ^= change;
        await refused(key, sealed);
      }),
      { numRuns: 60 },
    );
  });

  it('is refused when it is cut anywhere, between chunks too', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), async (size, place) => {
        const key = newFileKey();
        const sealed = await seal(key, content(size));
        await refused(key, sealed.subarray(0, place % sealed.length));
      }),
      { numRuns: 60 },
    );
    const key = newFileKey();
    const sealed = await seal(key, content(3 * CHUNK));
    await refused(key, sealed.subarray(0, HEADER + 2 * (CHUNK + TAG)));
  });

  it('is refused when something is added behind it', async () => {
    const key = newFileKey();
    for (const size of [0, 10, CHUNK, CHUNK + 1]) {
      const sealed = await seal(key, content(size));
      await refused(key, Buffer.concat([sealed, Buffer.of(0)]));
      await refused(key, Buffer.concat([sealed, sealed.subarray(HEADER)]));
    }
  });

  it('is refused when chunks change places, are repeated or left out', async () => {
    const key = newFileKey();
    const sealed = await seal(key, content(3 * CHUNK + 100));
    const header = sealed.subarray(0, HEADER);
    const [a, b, c, d] = chunksOf(sealed);
    for (const order of [[b, a, c, d], [a, a, b, c, d], [a, c, d], [b, c, d], [d], [a, b, d, c], [a, b, c]])
      await refused(key, Buffer.concat([header, ...order]));
  });

  it('is refused under another key, and with chunks or the header of another file', async () => {
    const [key, other] = [newFileKey(), newFileKey()];
    const one = await seal(key, content(2 * CHUNK));
    const two = await seal(key, content(2 * CHUNK));
    await refused(other, one);
    await refused(key, Buffer.concat([two.subarray(0, HEADER), one.subarray(HEADER)]));
    await refused(key, Buffer.concat([one.subarray(0, HEADER), chunksOf(two)[0], chunksOf(one)[1]]));
  });

  it('never has the same bytes twice', async () => {
    const key = newFileKey();
    expect((await seal(key, content(50))).equals(await seal(key, content(50)))).toBe(false);
  });

  it('passes on that its source failed', async () => {
    const failing = (async function* () {
      yield content(CHUNK * 2);
      throw new Error('the line broke');
    })();
    await expect(all(sealStream(newFileKey(), failing))).rejects.toThrow('the line broke');
  });
});
