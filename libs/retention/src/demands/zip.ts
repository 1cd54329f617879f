import { crc32 } from 'node:zlib';

/** One file of the bundle; its bytes are asked for when their turn comes. */
export interface ZipEntry {
  path: string;
  bytes: () => AsyncIterable<Buffer>;
}

interface Written {
  name: Buffer;
  crc: number;
  size: number;
  at: number;
}

/** Bit 3: sizes follow the data. Bit 11: names are UTF-8. */
const FLAGS = 0x0808;
/** 1980-01-01: the moment of export is in the log and in nothing else. */
const DOS_DATE = 0x21;

/** The most a bundle can hold: sizes are 32 bits wide, with room for the directory. */
export const ZIP_LIMIT = 3 * 1024 * 1024 * 1024;

/** A ZIP archive (APPNOTE 6.3, stored without compression) as a stream: holds one part of one file at a time. */
export async function* zipStream(entries: Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  for (const { path, bytes } of entries) {
    const name = Buffer.from(path, 'utf8');
    const head = header(0x04034b50, [20], name, { crc: 0, size: 0 });
    yield Buffer.concat([head, name]);
    let crc = 0;
    let size = 0;
    for await (const part of bytes()) {
      crc = crc32(part, crc);
      size += part.length;
      yield part;
    }
    const after = Buffer.alloc(16);
    after.writeUInt32LE(0x08074b50, 0);
    after.writeUInt32LE(crc, 4);
    after.writeUInt32LE(size, 8);
    after.writeUInt32LE(size, 12);
    yield after;
    written.push({ name, crc, size, at });
    at += head.length + name.length + size + after.length;
  }
  yield directory(written, at);
}

function header(
  signature: number,
  versions: number[],
  name: Buffer,
  { crc, size }: { crc: number; size: number },
): Buffer {
  const head = Buffer.alloc(4 + versions.length * 2 + 24);
  head.writeUInt32LE(signature, 0);
  versions.forEach((version, index) => head.writeUInt16LE(version, 4 + index * 2));
  const from = 4 + versions.length * 2;
  head.writeUInt16LE(FLAGS, from);
  head.writeUInt16LE(DOS_DATE, from + 6);
  head.writeUInt32LE(crc, from + 8);
  head.writeUInt32LE(size, from + 12);
  head.writeUInt32LE(size, from + 16);
  head.writeUInt16LE(name.length, from + 20);
  return head;
}

function directory(written: readonly Written[], at: number): Buffer {
  const lines = written.map((file) => {
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(file.at, 10);
    return Buffer.concat([header(0x02014b50, [20, 20], file.name, file), rest, file.name]);
  });
  const all = Buffer.concat(lines);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([all, end]);
}
