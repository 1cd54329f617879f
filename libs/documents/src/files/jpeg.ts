import { ByteReader } from './byte-reader';
import { refusePixels } from './pixels';
import { Refused } from './refusal';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const APP0 = 0xe0;
const APP15 = 0xef;
const COMMENT = 0xfe;
const EXIF = Buffer.from('Exif\0\0', 'latin1');

const isStandalone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * A JPEG without what cameras and programs write beside the picture (place, device, names, thumbnails, comments) and
 * without anything behind its end. Kept: the picture itself byte for byte, its colour profile, which way is up.
 * @throws Refused when it is damaged or too large to be opened
 */
export async function* cleanJpeg(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const reader = new ByteReader(source);
  if (!(await reader.take(2)).equals(Buffer.of(0xff, START))) throw new Refused('damaged');
  yield Buffer.of(0xff, START);
  let framed = false;
  for (;;) {
    const marker = await nextMarker(reader);
    if (marker === END) break;
    if (isStandalone(marker)) {
      yield Buffer.of(0xff, marker);
      continue;
    }
    const body = await segment(reader);
    if (isFrame(marker)) {
      if (body.length < 5) throw new Refused('damaged');
      refusePixels(body.readUInt16BE(3), body.readUInt16BE(1));
      framed = true;
    }
    const kept = keptOf(marker, body);
    if (kept) yield segmentOf(marker, kept);
    if (marker === SCAN) yield* scan(reader);
  }
  if (!framed) throw new Refused('damaged');
  yield Buffer.of(0xff, END);
  await reader.drain();
}

async function nextMarker(reader: ByteReader): Promise<number> {
  let byte = (await reader.take(1))[0];
  if (byte !== 0xff) throw new Refused('damaged');
  while (byte === 0xff) byte = (await reader.take(1))[0];
  if (byte === 0) throw new Refused('damaged');
  return byte;
}

async function segment(reader: ByteReader): Promise<Buffer> {
  const length = (await reader.take(2)).readUInt16BE();
  if (length < 2) throw new Refused('damaged');
  return reader.take(length - 2);
}

function segmentOf(marker: number, body: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** The coded picture up to the next marker that is not part of it. */
async function* scan(reader: ByteReader): AsyncGenerator<Buffer> {
  for (;;) {
    const part = await reader.some(64 * 1024);
    const at = markerIn(part);
    if (at === -1) {
      yield part;
      continue;
    }
    if (at > 0) yield part.subarray(0, at);
    reader.back(part.subarray(at));
    const [, next] = await reader.take(2);
    if (next === 0 || isRestart(next)) {
      yield Buffer.of(0xff, next);
      continue;
    }
    reader.back(Buffer.of(0xff, next));
    return;
  }
}

const isRestart = (byte: number): boolean => byte >= 0xd0 && byte <= 0xd7;

/** Where a marker begins that ends the coded picture, or a 0xff that is the last byte here; -1 for nowhere. */
function markerIn(part: Buffer): number {
  for (let at = part.indexOf(0xff); at !== -1; at = part.indexOf(0xff, at + 2)) {
    const next = part[at + 1];
    if (next === undefined || (next !== 0 && !isRestart(next))) return at;
  }
  return -1;
}

/** Segments of applications that stay, by marker and the name they begin with, and what stays of them. */
const APPLICATIONS: [number, string, (body: Buffer) => Buffer | null][] = [
  [APP0, 'JFIF\0', withoutThumbnail],
  [0xe1, 'Exif\0\0', orientationOnly],
  [0xe2, 'ICC_PROFILE\0', (body) => body],
  [0xee, 'Adobe', (body) => body],
];

/** What stays of a segment, or null. */
function keptOf(marker: number, body: Buffer): Buffer | null {
  if (marker === COMMENT) return null;
  if (marker < APP0 || marker > APP15) return body;
  const name = body.toString('latin1', 0, 12);
  const known = APPLICATIONS.find(([at, begins]) => at === marker && name.startsWith(begins));
  return known ? known[2](body) : null;
}

function withoutThumbnail(body: Buffer): Buffer {
  const kept = Buffer.from(body.subarray(0, 14));
  if (kept.length === 14) kept.fill(0, 12);
  return kept;
}

/** An Exif segment (CIPA DC-008) that says which way is up and nothing else; null when it is up already. */
function orientationOnly(body: Buffer): Buffer | null {
  const turned = orientationOf(body.subarray(6));
  if (turned === null || turned === 1) return null;
  const exif = Buffer.from('4d4d002a0000000800010112000300000001000000000000' + '0000', 'hex');
  exif.writeUInt16BE(turned, 18);
  return Buffer.concat([EXIF, exif]);
}

function orientationOf(tiff: Buffer): number | null {
  const order = tiff.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') return null;
  const two = (at: number): number => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const four = (at: number): number => (order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  if (tiff.length < 10) return null;
  const table = four(4);
  if (table + 2 > tiff.length) return null;
  const entries = Math.min(two(table), 200);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = table + 2 + entry * 12;
    if (at + 12 > tiff.length) return null;
    if (two(at) !== 0x0112) continue;
    const value = two(at + 8);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}
