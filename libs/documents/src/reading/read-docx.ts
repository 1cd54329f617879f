import { SaxesParser } from 'saxes';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { Refused } from '../files/refusal';

const MOST_ENTRIES = 5_000;
const MOST_UNPACKED = 500 * 1024 * 1024;
const MOST_TEXT_PART = 40 * 1024 * 1024;
const PARTS = /^word\/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$/;
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

/**
 * The text of a Word file (ECMA-376), its parts one after the other. Only text parts are unpacked, each within a limit
 * that counts what really comes out; entity declarations are not read at all.
 * @throws Refused archive, macros, bomb, damaged
 */
export async function readDocx(bytes: Buffer): Promise<string> {
  const zip = await openZip(bytes);
  const parts = new Map<string, string>();
  let unpacked = 0;
  let isWord = false;
  for await (const entry of entriesOf(zip)) {
    unpacked += entry.uncompressedSize;
    if (unpacked > MOST_UNPACKED || swells(entry)) throw new Refused('bomb');
    if (/vbaProject\.bin$|vbaData\.xml$|\/activeX\//i.test(entry.fileName)) throw new Refused('macros');
    if (entry.isEncrypted()) throw new Refused('old_office');
    if (entry.fileName === '[Content_Types].xml') isWord = isWordType(await unpack(zip, entry));
    else if (PARTS.test(entry.fileName)) parts.set(entry.fileName, textOf(await unpack(zip, entry)));
  }
  if (!isWord || !parts.has('word/document.xml')) throw new Refused('archive');
  const [main, ...rest] = [
    'word/document.xml',
    ...[...parts.keys()].filter((name) => name !== 'word/document.xml').sort(),
  ];
  return [main, ...rest].map((name) => parts.get(name)).join('\n');
}

/** Real parts of a Word file shrink to a tenth; only what was made to swell shrinks to less than a hundredth. */
function swells({ uncompressedSize, compressedSize }: Entry): boolean {
  return uncompressedSize > 20 * 1024 * 1024 && uncompressedSize > 100 * compressedSize;
}

function isWordType(types: Buffer): boolean {
  const text = types.toString('utf8');
  if (/macroEnabled/i.test(text)) throw new Refused('macros');
  return /wordprocessingml\.(?:document|template)\.main\+xml/.test(text);
}

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true }, (error, zip) =>
      zip && !error ? resolve(zip) : reject(new Refused('damaged')),
    );
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  if (zip.entryCount > MOST_ENTRIES) throw new Refused('bomb');
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      zip.removeAllListeners();
      zip.once('entry', resolve);
      zip.once('end', () => resolve(null));
      zip.once('error', () => reject(new Refused('damaged')));
      zip.readEntry();
    });
    if (!entry) return;
    yield entry;
  }
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  const stream = await new Promise<AsyncIterable<Buffer>>((resolve, reject) => {
    zip.openReadStream(entry, (error, found) =>
      found && !error ? resolve(found) : reject(new Refused('damaged')),
    );
  });
  try {
    for await (const part of stream) {
      size += part.length;
      if (size > MOST_TEXT_PART) throw new Refused('bomb');
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('damaged');
  }
  return Buffer.concat(parts, size);
}

const BREAKS: Record<string, string> = { p: '\n', br: '\n', cr: '\n', tab: '\t', tc: '\t', tr: '\n' };

/** The written text of one part: what stands in w:t, with line ends where paragraphs end. */
function textOf(xml: Buffer): string {
  let text = '';
  let inText = false;
  const parser = new SaxesParser({ xmlns: true });
  const isWord = (uri: string): boolean => uri === WORD || uri === STRICT;
  parser.on('error', () => {
    throw new Refused('damaged');
  });
  parser.on('doctype', () => {
    throw new Refused('damaged');
  });
  parser.on('opentag', ({ local, uri }) => {
    if (isWord(uri)) inText = local === 't';
    if (isWord(uri) && ['br', 'cr', 'tab'].includes(local)) text += BREAKS[local];
  });
  parser.on('text', (part) => {
    if (inText) text += part;
  });
  parser.on('closetag', ({ local, uri }) => {
    inText = false;
    if (isWord(uri) && ['p', 'tc', 'tr'].includes(local)) text += BREAKS[local];
  });
  parser.write(xml.toString('utf8')).close();
  return text;
}
