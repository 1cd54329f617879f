import { ByteReader } from './byte-reader';
import { refusePixels } from './pixels';
import { Refused } from './refusal';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** The picture and its colours (ISO/IEC 15948). Texts, times, Exif and private chunks are left out. */
const KEPT = new Set('IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD hIST pHYs'.split(' '));
const LARGEST_BESIDE = 4 * 1024 * 1024;

/**
 * A PNG without texts, times, Exif and anything behind its end; what is kept is kept byte for byte.
 * @throws Refused when it is damaged or too large to be opened
 */
export async function* cleanPng(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const reader = new ByteReader(source);
  if (!(await reader.take(8)).equals(SIGNATURE)) throw new Refused('damaged');
  yield SIGNATURE;
  for (let number = 0, type = ''; type !== 'IEND'; number += 1) {
    const head = await reader.take(8);
    const length = head.readUInt32BE();
    type = head.toString('latin1', 4, 8);
    if ((number === 0) !== (type === 'IHDR')) throw new Refused('damaged');
    if (type === 'IHDR') reader.back(await header(reader, length));
    if (isKept(type, length)) {
      yield head;
      yield* body(reader, length + 4);
    } else await reader.skip(length + 4);
  }
  await reader.drain();
}

/** @throws Refused for a chunk that cannot be, or that is unknown and needed to show the picture (a capital first letter) */
function isKept(type: string, length: number): boolean {
  const kept = KEPT.has(type);
  const fits = length <= (kept && type !== 'IDAT' ? LARGEST_BESIDE : 0x7fffffff);
  if (!/^[A-Za-z]{4}$/.test(type) || !fits || (!kept && /^[A-Z]/.test(type))) throw new Refused('damaged');
  return kept;
}

async function header(reader: ByteReader, length: number): Promise<Buffer> {
  if (length !== 13) throw new Refused('damaged');
  const fields = await reader.take(13);
  refusePixels(fields.readUInt32BE(0), fields.readUInt32BE(4));
  return fields;
}

async function* body(reader: ByteReader, length: number): AsyncGenerator<Buffer> {
  for (let left = length; left > 0;) {
    const part = await reader.some(Math.min(left, 64 * 1024));
    left -= part.length;
    yield part;
  }
}
