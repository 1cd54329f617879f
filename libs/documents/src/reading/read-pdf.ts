import { join } from 'node:path';
import { Refused } from '../files/refusal';

const MOST_PAGES = 3_000;
const MOST_PAGE_TEXT = 100_000;

/** What is known of a PDF as soon as it opens. */
export interface OpenedPdf {
  pages: number;
  /** It carries scripts or files inside, which are never run or opened here. */
  active: boolean;
}

interface PdfItem {
  str?: string;
  hasEOL?: boolean;
}

/**
 * Reads a PDF: first what it is, then page after page its text.
 * @throws Refused encrypted, damaged, too_complex before anything came out
 */
export async function readPdf(
  bytes: Buffer,
  opened: (pdf: OpenedPdf) => void,
  page: (number: number, text: string) => void,
): Promise<void> {
  // Wanted when the package is loaded, used only for drawing, which is not done here.
  const world = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) world[name] ??= class {};
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = join(require.resolve('pdfjs-dist/package.json'), '..');
  const folder = (name: string): string => `${join(home, name)}/`;
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    stopAtErrors: false,
    enableXfa: false,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    verbosity: 0,
  });
  const document = await task.promise.catch((error: Error) => {
    throw new Refused(error.name === 'PasswordException' ? 'encrypted' : 'damaged');
  });
  if (document.numPages > MOST_PAGES) throw new Refused('too_complex');
  const first = await document.getPage(1).catch(() => {
    throw new Refused('damaged');
  });
  opened({ pages: document.numPages, active: await isActive(document) });
  for (let number = 1; number <= document.numPages; number += 1) {
    const sheet = number === 1 ? first : await document.getPage(number).catch(() => null);
    page(number, sheet ? await textOf(sheet) : '');
    sheet?.cleanup();
  }
}

async function isActive(document: {
  getJSActions(): Promise<unknown>;
  getAttachments(): Promise<unknown>;
  getOpenAction(): Promise<unknown>;
}): Promise<boolean> {
  const found = await Promise.all([
    document.getJSActions().catch(() => true),
    document.getAttachments().catch(() => true),
    document.getOpenAction().catch(() => true),
  ]);
  const [scripts, files, action] = found;
  const launches = action !== null && typeof action === 'object' && 'action' in action;
  return Boolean(scripts) || Boolean(files) || launches;
}

async function textOf(sheet: { getTextContent(): Promise<unknown> }): Promise<string> {
  const content = (await sheet.getTextContent().catch(() => ({ items: [] }))) as { items: PdfItem[] };
  let text = '';
  for (const { str, hasEOL } of content.items) {
    text += (str ?? '') + (hasEOL ? '\n' : '');
    if (text.length > MOST_PAGE_TEXT) break;
  }
  return text.slice(0, MOST_PAGE_TEXT);
}
