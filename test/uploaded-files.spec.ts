import children from 'node:child_process';
import PDFDocument from 'pdfkit';
import * as fc from 'fast-check';
import { readFileSafely, receive, Refused, type FileKind, type Read } from '@app/documents';
import { Problem } from '@app/platform';
import {
  docxEntries,
  docxOf,
  jpegOf,
  jpegSegment,
  pdfOf,
  pngChunk,
  pngOf,
  zipOf,
} from './support/factories/files';

/** Files that mean harm or only cause it, made here and put through what an upload goes through before it is kept. */
const MEGABYTE = 1024 * 1024;
jest.setTimeout(60_000);

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function through(bytes: Buffer, size = 64 * 1024): Promise<{ kind: FileKind; kept: Buffer }> {
  const incoming = await receive(pieces(bytes, size), 60 * MEGABYTE);
  const parts: Buffer[] = [];
  for await (const part of incoming.bytes) parts.push(part);
  return { kind: incoming.kind, kept: Buffer.concat(parts) };
}

async function readOf(bytes: Buffer): Promise<Read & { kind: FileKind }> {
  const { kind, kept } = await through(bytes);
  return { kind, ...(await readFileSafely(kind, () => pieces(kept, 64 * 1024))) };
}

async function codeOf(bytes: Buffer): Promise<string> {
  try {
    const { kind } = await readOf(bytes);
    return `taken as ${kind}`;
  } catch (error) {
    if (error instanceof Refused || error instanceof Problem) return error.code;
    throw error;
  }
}

function encryptedPdf(): Promise<Buffer> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const file = new PDFDocument({ userPassword: 'secret', pdfVersion: '1.7ext3' });
    file.on('data', (part: Buffer) => parts.push(part));
    file.on('end', () => resolve(Buffer.concat(parts)));
    file.text('Nobody reads this.');
    file.end();
  });
}

const exif = (parts: string): Buffer =>
  Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from(parts, 'latin1')]);

describe('what a file is', () => {
  it.each<[string, Buffer, string]>([
    ['a PDF', pdfOf(['One']), 'taken as pdf'],
    ['a picture', jpegOf(), 'taken as jpeg'],
    ['a screenshot', pngOf(), 'taken as png'],
    ['a Word file', docxOf(['One']), 'taken as docx'],
    ['a text', Buffer.from('Señora, la corte…\r\n'), 'taken as text'],
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a page of the web', Buffer.from('\n<!DOCTYPE html><script>alert(1)</script>'), 'html'],
    [
      'a drawing with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'html',
    ],
    ['a page before a PDF', Buffer.concat([Buffer.from('<html><script>1</script>'), pdfOf(['x'])]), 'html'],
    ['a program', Buffer.from('MZ\x90\0', 'latin1'), 'program'],
    ['a shell script', Buffer.from('#!/bin/sh\nrm -rf /'), 'program'],
    ['an old Word file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old_office'],
    ['a phone picture', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1', 'latin1'), 'heic'],
    ['a GIF with a script', Buffer.from('GIF89a/*<script>*/'), 'other_picture'],
    ['a zip', zipOf([{ name: 'a.txt', content: 'a' }]), 'archive'],
    [
      'a spreadsheet',
      zipOf([{ name: '[Content_Types].xml', content: 'spreadsheetml.sheet.main+xml' }]),
      'archive',
    ],
    ['text with a NUL', Buffer.from('text\0text'), 'unknown'],
    ['other text', Buffer.from('caf\xe9', 'latin1'), 'not_text'],
    [
      'text that goes wrong later',
      Buffer.concat([Buffer.alloc(5000, 'a'), Buffer.of(0xff, 0xfe)]),
      'not_text',
    ],
  ])('is told from its content: %s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });
});

describe('a PDF', () => {
  it('is read page by page, and a page without text is no text', async () => {
    const read = await readOf(pdfOf(['The order of 14 March', '', 'Page (three) \\ back']));
    expect([...read.texts]).toEqual([
      [1, 'The order of 14 March'],
      [3, 'Page (three) \\ back'],
    ]);
    expect(read).toMatchObject({ pages: 3, active: false, complete: true });
  });

  it('with a password is refused, and so is a broken one', async () => {
    expect(await codeOf(await encryptedPdf())).toBe('encrypted');
    expect(await codeOf(Buffer.from('%PDF-1.7\nnothing else'))).toBe('damaged');
    expect(await codeOf(pdfOf(['One']).subarray(0, 200))).toBe('damaged');
  });

  it('with a script is kept as it is, marked, and the script is not run', async () => {
    const script = '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>';
    expect(await readOf(pdfOf(['One'], script))).toMatchObject({ active: true, complete: true });
  });

  it('that takes too long or too much memory is stopped', async () => {
    const kept = pdfOf(Array.from({ length: 400 }, () => 'word '.repeat(300)));
    const read = readFileSafely('pdf', () => pieces(kept, 65536), { milliseconds: 60, bytesOfMemory: 1e9 });
    await expect(read).rejects.toMatchObject({ code: 'too_complex' });
    const large = readFileSafely('pdf', () => pieces(kept, 65536), {
      milliseconds: 30_000,
      bytesOfMemory: 1e6,
    });
    await expect(large).rejects.toMatchObject({ code: 'too_complex' });
  });
});

describe('a large file', () => {
  it('waits for its reader as often as it must without leaving anything behind', async () => {
    const started = jest.spyOn(children, 'spawn');
    let most = 0;
    const paper = (async function* () {
      for (let n = 0; n < 96; n += 1) {
        yield Buffer.alloc(64 * 1024, 'a word ');
        const { stdin } = started.mock.results[0].value as children.ChildProcess;
        most = Math.max(most, stdin?.listenerCount('close') ?? 0);
      }
    })();
    expect(await readFileSafely('text', () => paper)).toMatchObject({ complete: true });
    expect(started).toHaveBeenCalledTimes(1);
    started.mockRestore();
    expect(most).toBeLessThan(5);
  });
});

describe('a Word file', () => {
  it('is read in its paragraphs', async () => {
    const read = await readOf(docxOf(['First & <best>', 'Ñandú']));
    expect(read.texts.get(1)).toBe('First & <best>\nÑandú\n');
  });

  it.each<[string, () => Buffer, string]>([
    [
      'a bomb',
      () =>
        zipOf([...docxEntries(['x']), { name: 'word/media/a.xml', content: Buffer.alloc(60 * MEGABYTE) }]),
      'bomb',
    ],
    [
      'a text that is a bomb',
      () =>
        zipOf([docxEntries([])[0], { name: 'word/document.xml', content: Buffer.alloc(50 * MEGABYTE, ' ') }]),
      'bomb',
    ],
    [
      'a bomb that lies about its size',
      () =>
        zipOf([
          docxEntries([])[0],
          { name: 'word/document.xml', content: Buffer.alloc(50 * MEGABYTE, ' '), claims: 1000 },
        ]),
      'damaged',
    ],
    [
      'ten thousand entries',
      () =>
        zipOf([
          ...docxEntries(['x']),
          ...Array.from({ length: 10_000 }, (_, n) => ({ name: `a${n}`, content: '' })),
        ]),
      'bomb',
    ],
    ['macros', () => zipOf([...docxEntries(['x']), { name: 'word/vbaProject.bin', content: 'x' }]), 'macros'],
    [
      'a path upwards',
      () => zipOf([...docxEntries(['x']), { name: '../../root.key', content: 'x' }]),
      'damaged',
    ],
    ['a path of Windows', () => zipOf([...docxEntries(['x']), { name: 'C:\\x', content: 'x' }]), 'damaged'],
    [
      'a billion laughs',
      () =>
        zipOf([
          docxEntries([])[0],
          { name: 'word/document.xml', content: '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>' },
        ]),
      'damaged',
    ],
    ['half of it missing', () => docxOf(['x']).subarray(0, 300), 'damaged'],
  ])('with %s is refused', async (_, bytes, code) => {
    expect(await codeOf(bytes())).toBe(code);
  });
});

describe('a picture', () => {
  const place = '<script>alert(1)</script> GPSLatitude 40.7128 Kaspar Umbra';
  const turned = Buffer.from(
    '49492a00080000000200120103000100000006000000' + '25880400010000001a000000' + '00000000',
    'hex',
  );

  it('of a camera loses place, device, comments, thumbnails and what hangs behind it, and stays the right way up', async () => {
    const jpeg = Buffer.concat([
      jpegOf([
        jpegSegment(0xe1, Buffer.concat([exif(''), turned, Buffer.from(place)])),
        jpegSegment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${place}`)),
        jpegSegment(0xed, Buffer.from(`Photoshop 3.0\0${place}`)),
        jpegSegment(0xfe, Buffer.from(place)),
        jpegSegment(0xe2, Buffer.from(`MPF\0${place}`)),
      ]),
      Buffer.from(`<html>${place}</html>`),
    ]);
    const { kept } = await through(jpeg);
    expect(kept.toString('latin1')).not.toMatch(/script|GPS|Umbra|html|adobe/);
    const at = kept.indexOf('Exif\0\0');
    expect(kept.readUInt16BE(at + 6 + 18)).toBe(6);
    expect(kept.subarray(-2)).toEqual(Buffer.of(0xff, 0xd9));
    expect((await through(kept)).kept.equals(kept)).toBe(true);
  });

  it('that says nothing beside itself is kept byte for byte, in whatever pieces it arrives', async () => {
    for (const bytes of [jpegOf(), pngOf(), pngOf(300, 200)]) {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 400 }), async (size) => {
          expect((await through(bytes, size)).kept.equals(bytes)).toBe(true);
        }),
        { numRuns: 20 },
      );
    }
  });

  it('of the screen loses texts, times, Exif, private chunks and what hangs behind it', async () => {
    const beside = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'prVt'].map((type) =>
      pngChunk(type, Buffer.from(place)),
    );
    const { kept } = await through(Buffer.concat([pngOf(24, 16, beside), Buffer.from(`<html>${place}`)]));
    expect(kept.equals(pngOf())).toBe(true);
  });

  it.each<[string, Buffer, string]>([
    ['50,000 by 50,000 pixels', pngOf(4, 4, [], [50_000, 50_000]), 'too_many_pixels'],
    ['no width', pngOf(4, 4, [], [0, 4]), 'damaged'],
    ['no end', pngOf().subarray(0, 60), 'damaged'],
    ['an unknown part that is needed', pngOf(4, 4, [pngChunk('EVIL', Buffer.from('x'))]), 'damaged'],
    ['no end (JPEG)', jpegOf().subarray(0, 100), 'damaged'],
    ['no picture (JPEG)', Buffer.of(0xff, 0xd8, 0xff, 0xd9), 'damaged'],
  ])('with %s is refused', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  it('with any bytes in it never makes anything but an answer or a refusal', async () => {
    const start = fc.constantFrom(
      jpegOf(),
      pngOf(),
      Buffer.of(0xff, 0xd8, 0xff),
      Buffer.from('89504e470d0a1a0a', 'hex'),
    );
    await fc.assert(
      fc.asyncProperty(start, fc.nat(), fc.uint8Array({ maxLength: 80 }), async (whole, cut, junk) => {
        const at = cut % (whole.length + 1);
        const bytes = Buffer.concat([whole.subarray(0, Math.max(8, at)), junk, whole.subarray(at)]);
        await through(bytes, 7).catch((error) => expect(error).toBeInstanceOf(Refused));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a file of 500 MB', () => {
  it('is refused on the way, without being held', async () => {
    const block = Buffer.alloc(MEGABYTE, 'a');
    let sent = 0;
    const endless = (async function* () {
      for (; sent < 500; sent += 1) yield block;
    })();
    const before = process.memoryUsage.rss();
    const incoming = await receive(endless, 50 * MEGABYTE);
    const reading = (async () => {
      for await (const part of incoming.bytes) expect(part.length).toBeGreaterThan(0);
    })();
    await expect(reading).rejects.toMatchObject({ status: 413 });
    expect(sent).toBeLessThan(60);
    expect((process.memoryUsage.rss() - before) / MEGABYTE).toBeLessThan(100);
  });
});
