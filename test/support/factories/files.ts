import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

/** Small, valid files made on the spot, for tests and the demo data. */

const WIDTH = 612;
const HEIGHT = 792;

/** Text as a PDF writes it: WinAnsi, with the three characters that mean something escaped. */
const escaped = (line: string): string => line.replace(/[\\()]/g, '\\$&');

/** A PDF with a page for each text; lines are set one below the other in Helvetica. `extra` adds objects to its catalogue. */
export function pdfOf(pages: string[], extra = ''): Buffer {
  const objects: string[] = [];
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  objects.push(`<< /Type /Catalog /Pages 2 0 R ${extra} >>`);
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  pages.forEach((text, at) => {
    const lines = text.split('\n').map((line) => `(${escaped(line)}) Tj T*`);
    const content = text === '' ? '' : `BT /F1 12 Tf 16 TL 72 720 Td ${lines.join(' ')} ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
    );
    objects.push(`<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`);
  });
  return withTable(objects);
}

function withTable(objects: string[]): Buffer {
  let file = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n';
  const places = objects.map((body, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** One file inside a zip. `claims` lies about its unpacked size. */
export interface Packed {
  name: string;
  content: Buffer | string;
  claims?: number;
}

/** A zip archive (APPNOTE 6.3) of deflated entries. */
export function zipOf(entries: Packed[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims } of entries) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const title = Buffer.from(name);
    const fields = Buffer.alloc(22);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claims ?? plain.length, 18);
    fields.writeUInt16LE(20, 0);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(title.length);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), fields, lengths, title, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, lengths, rest, title);
    offset += 30 + title.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override ' +
  'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const xml = (text: string): string => text.replace(/[<&]/g, (mark) => (mark === '<' ? '&lt;' : '&amp;'));

/** The entries of a Word file with these paragraphs. */
export function docxEntries(paragraphs: string[]): Packed[] {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${xml(text)}</w:t></w:r></w:p>`).join('');
  const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return [
    { name: '[Content_Types].xml', content: TYPES },
    { name: 'word/document.xml', content: document },
  ];
}

/** A Word file with these paragraphs. */
export const docxOf = (paragraphs: string[]): Buffer => zipOf(docxEntries(paragraphs));

/** A chunk of a PNG. */
export function pngChunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** A PNG of a plain gradient. `extra` chunks stand before the picture; `claims` lies about width and height. */
export function pngOf(width = 24, height = 16, extra: Buffer[] = [], claims = [width, height]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(claims[0]);
  header.writeUInt32BE(claims[1], 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x += 1) row.set([200 - y * 2, 205 - ((x * 2) % 60), 210], 1 + x * 3);
    return row;
  });
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    ...extra,
    pngChunk('IDAT', deflateSync(Buffer.concat(rows))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

const TINY =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////' +
  '////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=';

/** A segment of a JPEG. */
export function jpegSegment(marker: number, body: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** A JPEG of one pixel. `extra` segments stand right after its beginning. */
export function jpegOf(extra: Buffer[] = []): Buffer {
  const tiny = Buffer.from(TINY, 'base64');
  const end = tiny.subarray(-2).equals(Buffer.of(0xff, 0xd9)) ? [] : [Buffer.of(0xff, 0xd9)];
  return Buffer.concat([tiny.subarray(0, 2), ...extra, tiny.subarray(2), ...end]);
}
