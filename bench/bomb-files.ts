import { constants, deflateRawSync } from 'node:zlib';
import { multipartOf } from '../test/support/factories/document';
import { docxEntries, pngOf, zipOf } from '../test/support/factories/files';

/** A request that costs much if nobody stops it. */
export interface Bomb {
  name: string;
  type: string;
  body: Buffer;
  /** Below /api/v1; undefined is where documents go. */
  path?: string;
}

const MEGABYTE = 1024 * 1024;

/** Zeros that unpack to ten gigabytes from ten megabytes: one flushed block again and again, as nothing ends a stream but its last block. */
function tenGigabytes(): Buffer {
  const block = deflateRawSync(Buffer.alloc(MEGABYTE), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: 10 * 1024 }, () => block), Buffer.of(3, 0)]);
}

/** The archive with other packed bytes in place of an entry's; only the reader of that entry would notice. */
function withPacked(entry: string, packed: Buffer): Buffer {
  const [types] = docxEntries([]);
  const head = zipOf([types]);
  const name = Buffer.from(entry);
  const fields = Buffer.alloc(22);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(0xfffffffe, 18);
  fields.writeUInt16LE(20, 0);
  const lengths = Buffer.alloc(4);
  lengths.writeUInt16LE(name.length);
  const at = head.indexOf('PK\x01\x02', 0, 'latin1');
  const end = head.length - 22;
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(at, 10);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, lengths, name, packed]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, lengths, rest, name]);
  const directory = Buffer.concat([head.subarray(at, end), central]);
  const tail = Buffer.from(head.subarray(end));
  tail.writeUInt16LE(2, 8);
  tail.writeUInt16LE(2, 10);
  tail.writeUInt32LE(directory.length, 12);
  tail.writeUInt32LE(at + local.length, 16);
  return Buffer.concat([head.subarray(0, at), local, directory, tail]);
}

const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from('bcdefghi', (to, n) => `<!ENTITY ${to} "${`&${'abcdefgh'[n]};`.repeat(10)}">`).join('')}]><x>&i;</x>`;

/** Each kind of bomb once, as an upload of a document or as the body of a request. */
export function bombs(): Bomb[] {
  const uploads: Record<string, Buffer> = {
    '10 GB in 10 MB': withPacked('word/document.xml', tenGigabytes()),
    '60 MB beside the text': zipOf([
      ...docxEntries(['x']),
      { name: 'word/media/a', content: Buffer.alloc(60 * MEGABYTE) },
    ]),
    'ten thousand entries': zipOf([
      ...docxEntries(['x']),
      ...Array.from({ length: 10_000 }, (_, n) => ({ name: `a${n}`, content: '' })),
    ]),
    'a billion laughs': zipOf([docxEntries([])[0], { name: 'word/document.xml', content: laughs }]),
    '50,000 x 50,000 pixels': pngOf(4, 4, [], [50_000, 50_000]),
  };
  const files = Object.entries(uploads).map(([name, bytes]) => {
    const { type, body } = multipartOf({ category: 'order' }, { name: 'a', type: 'x/y', bytes });
    return { name, type, body };
  });
  const deep = Buffer.from(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  return [
    ...files,
    { name: 'JSON 100,000 deep', type: 'application/json', body: deep, path: '/cases/search' },
    {
      name: '8 MB of JSON',
      type: 'application/json',
      body: Buffer.from(`{"q":"${'a'.repeat(8 * MEGABYTE)}"}`),
      path: '/cases/search',
    },
  ];
}
