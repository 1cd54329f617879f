import { docxEntries, docxOf, jpegOf, jpegSegment, pdfOf, pngChunk, pngOf, zipOf } from './factories/files';

/** One of three hundred files that mean harm, made on the spot. */
export interface HostileFile {
  what: string;
  name: string;
  claims: string;
  bytes: Buffer;
  /** A picture with the place where it was taken in it, in words that `PLACE` finds. */
  isPicture: boolean;
}

/** What no kept picture may hold: the place in each of the ways cameras and programs write it. */
export const PLACE = /GPS|PLACE\d|exif:|N40\.7|<script|Kaspar/;
/** Part of every name, so that a file which lands outside is found by it. */
export const MARK = 'vacaturharm';

const PAGE = '<html><script>alert(1)</script></html>';

/** Exif of a camera: a place as GPS rationals with its own words, and which way is up. */
function placed(n: number): Buffer {
  const words = Buffer.from(`ASCII\0\0\0PLACE${n} N40.7 Kaspar`, 'latin1');
  const tiff = Buffer.alloc(8 + 2 + 24 + 4 + 2 + 12 + 4);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  const entry = (at: number, [tag, type, count, value]: number[]): void => {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  };
  // Orientation, then the pointer to the directory of the place, which holds GPSProcessingMethod.
  entry(10, [0x0112, 3, 1, 1]);
  entry(22, [0x8825, 4, 1, 38]);
  tiff.writeUInt16LE(1, 38);
  entry(40, [0x001b, 7, words.length, tiff.length]);
  return Buffer.concat([tiff, words]);
}
const exifOf = (n: number): Buffer =>
  jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), placed(n)]));
const xmp = (n: number): string => `<rdf exif:GPSLatitude="40,42.7N" note="PLACE${n} Kaspar"/>`;
const onPdf = (n: number, extra: string): Buffer => pdfOf([`Paper ${n}`], extra);
const docxWith = (n: number, name: string): Buffer =>
  zipOf([...docxEntries([`Paper ${n}`]), { name, content: `inside ${n}` }]);

/** The same archive with one entry marked as a symbolic link, as Unix tools pack one. */
function linked(archive: Buffer, name: string): Buffer {
  const bytes = Buffer.from(archive);
  for (
    let at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')
  )
    if (bytes.toString('latin1', at + 46, at + 46 + name.length) === name) {
      bytes[at + 5] = 3;
      bytes.writeUInt32LE((0o120777 << 16) >>> 0, at + 38);
    }
  return bytes;
}

/** A picture of its own: the same one twice is refused as known already. Changes the first table of quantisation. */
function jpegOfItsOwn(n: number, extra: Buffer[] = []): Buffer {
  const bytes = jpegOf(extra);
  const table = bytes.lastIndexOf(Buffer.of(0xff, 0xdb)) + 5;
  bytes[table] = 1 + (n % 250);
  bytes[table + 1] = 1 + Math.floor(n / 250);
  return bytes;
}

type Make = (n: number) => Buffer;
const PICTURES: Record<string, Make> = {
  'a JPEG of a camera': (n) => jpegOfItsOwn(n, [exifOf(n)]),
  'a JPEG with XMP': (n) =>
    jpegOfItsOwn(n, [jpegSegment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp(n)}`))]),
  'a JPEG with a page in its comment': (n) =>
    jpegOfItsOwn(n, [exifOf(n), jpegSegment(0xfe, Buffer.from(PAGE + xmp(n)))]),
  'a JPEG with a page behind it': (n) =>
    Buffer.concat([jpegOfItsOwn(n, [exifOf(n)]), Buffer.from(PAGE + xmp(n))]),
  'a JPEG that is an archive too': (n) =>
    Buffer.concat([jpegOfItsOwn(n, [exifOf(n)]), zipOf([{ name: '../../x', content: xmp(n) }])]),
  'a JPEG with a second picture': (n) => Buffer.concat([jpegOfItsOwn(n), jpegOfItsOwn(n, [exifOf(n)])]),
  'a PNG with Exif': (n) => pngOf(8 + n, 8, [pngChunk('eXIf', placed(n))]),
  'a PNG with texts': (n) => pngOf(8 + n, 8, [pngChunk('tEXt', Buffer.from(`Comment\0${PAGE}${xmp(n)}`))]),
  'a PNG with XMP': (n) =>
    pngOf(8 + n, 8, [pngChunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp(n)}`))]),
  'a PNG with a page behind it': (n) => Buffer.concat([pngOf(8 + n, 8), Buffer.from(PAGE + xmp(n))]),
};

const OTHERS: Record<string, Make> = {
  'a PDF with a script': (n) => onPdf(n, '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'),
  'a PDF that starts a program': (n) => onPdf(n, '/OpenAction << /S /Launch /F (cmd.exe) >>'),
  'a PDF that opens an address': (n) =>
    onPdf(n, '/OpenAction << /S /URI /URI (https://elsewhere.example) >>'),
  'a PDF with a page before it': (n) => Buffer.concat([Buffer.from(PAGE), pdfOf([`Paper ${n}`])]),
  'a PDF that is an archive too': (n) => Buffer.concat([pdfOf([`Paper ${n}`]), docxOf([`Paper ${n}`])]),
  'a program before a PDF': (n) => Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), pdfOf([`Paper ${n}`])]),
  'half a PDF': (n) => pdfOf([`Paper ${n}`]).subarray(0, 150 + n),
  'a drawing': (n) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(${n})"/>`),
  'a drawing after a declaration': (n) =>
    Buffer.from(`<?xml version="1.0"?><!-- ${n} --><svg onload="alert(1)"/>`),
  'a page': (n) => Buffer.from(`<!DOCTYPE html>${PAGE}${n}`),
  'a page after blanks': (n) => Buffer.from(`\ufeff \n\t${' '.repeat(n)}<hTmL>${PAGE}`),
  'a picture that is a script': (n) => Buffer.from(`GIF89a/*${n}*/=1;alert(1)`),
  'a text with a page in it': (n) => Buffer.from(`Paper ${n}\n${PAGE}`),
  'a text in UTF-7': (n) => Buffer.from(`Paper ${n} +ADw-script+AD4-alert(1)+ADw-/script+AD4-`),
  'a mail with a page': (n) =>
    Buffer.from(`MIME-Version: 1.0\r\nSubject: ${n}\r\nContent-Type: text/html\r\n\r\n${PAGE}`),
  'a text with a NUL': (n) => Buffer.from(`Paper ${n}\0${PAGE}`),
  'a program': (n) => Buffer.from(`MZ\x90\0\x03 ${n}`, 'latin1'),
  'a script of a shell': (n) => Buffer.from(`#!/bin/sh\ntouch /tmp/${MARK}-${n}`),
  'an archive': (n) => zipOf([{ name: `../../${MARK}-${n}`, content: PAGE }]),
  'a Word file that climbs': (n) => docxWith(n, `../../../${MARK}-${n}`),
  'a Word file of an absolute path': (n) => docxWith(n, `/tmp/${MARK}-${n}`),
  'a Word file of a drive': (n) => docxWith(n, `C:\\${MARK}-${n}`),
  'a Word file of a share': (n) => docxWith(n, `\\\\elsewhere\\${MARK}-${n}`),
  'a Word file with a link': (n) => linked(docxWith(n, 'word/media/link'), 'word/media/link'),
  'a Word file with a NUL in a name': (n) => docxWith(n, `word/a\0${MARK}-${n}`),
  'a Word file with macros': (n) => docxWith(n, 'word/vbaProject.bin'),
};

const NAMES = [
  ...[
    '../../#.pdf',
    '../../../../../../../../tmp/#',
    '..\\..\\#.docx',
    '/etc/#',
    '/tmp/#.html',
    'C:\\Windows\\#.exe',
  ],
  ...[
    '\\\\elsewhere\\share\\#.pdf',
    '\\\\?\\C:\\#',
    '#.pdf\0.exe',
    '#.pdf.exe',
    '#.exe.pdf',
    '#.html',
    '#.svg',
    '#.php;.jpg',
  ],
  ...[
    '.#',
    'CON',
    'nul.#',
    '%2e%2e%2f%2e%2e%2f#',
    '....//....//#',
    '#\u202efdp.exe',
    `#${'a'.repeat(400)}.pdf`,
    '~/#',
  ],
  ...[
    'file:///etc/#',
    '<img src=x onerror=alert(1)>#.pdf',
    "#'; touch /tmp/#; '",
    '$(touch /tmp/#)',
    '#.pdf::$DATA',
  ],
];
const CLAIMS = [
  ...['text/html', 'image/svg+xml', 'application/pdf', 'image/jpeg', 'application/x-msdownload'],
  ...['text/html; charset=utf-7', 'application/xhtml+xml'],
];

/** Three hundred different files: every content with every kind of name sooner or later, under a false flag. */
export function hostileFiles(count = 300): HostileFile[] {
  const makes = [...Object.entries(PICTURES), ...Object.entries(OTHERS)];
  return Array.from({ length: count }, (_, n) => {
    const [what, make] = makes[n % makes.length];
    const name = NAMES[(n * 5 + Math.floor(n / makes.length)) % NAMES.length];
    return {
      what,
      name: name.replaceAll('#', `${MARK}-${n}`),
      claims: CLAIMS[n % CLAIMS.length],
      bytes: make(n),
      isPicture: what in PICTURES,
    };
  });
}
