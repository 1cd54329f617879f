import { Refused, type RefusalCode } from '../files/refusal';
import { readDocx } from './read-docx';
import { readPdf } from './read-pdf';

/**
 * A process of its own that opens one file from its input and tells what it finds, a line of JSON each. It has no
 * secrets, no network to talk to and no right to write; what a hostile file does to it ends with it.
 */
export type ReaderLine =
  | { opened: { pages: number | null; active: boolean } }
  | { page: number; text: string }
  | { refused: RefusalCode }
  | { done: true };

const MOST_TEXT = 8_000_000;
let written = 0;

function tell(line: ReaderLine): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

// Half a character and a NUL cannot be stored.
// eslint-disable-next-line no-control-regex
const UNSTORABLE = /\u0000|\p{Cs}/gu;

function tellPage(page: number, text: string): void {
  const plain = text.replace(UNSTORABLE, '');
  if (written + plain.length > MOST_TEXT) return;
  written += plain.length;
  tell({ page, text: plain });
}

async function whole(): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function read(kind: string, bytes: Buffer): Promise<void> {
  if (kind === 'pdf') return readPdf(bytes, (opened) => tell({ opened }), tellPage);
  const text = kind === 'docx' ? await readDocx(bytes) : readText(bytes);
  tell({ opened: { pages: null, active: false } });
  tellPage(1, text);
}

function readText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refused('not_text');
  }
}

async function main(): Promise<void> {
  try {
    await read(process.argv.at(-1) ?? '', await whole());
    tell({ done: true });
  } catch (error) {
    tell({ refused: error instanceof Refused ? error.code : 'damaged' });
  }
}

void main().then(() => process.stdout.write('', () => process.exit(0)));
