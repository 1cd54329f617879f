import type { FilingDocument } from './document/model';
import { RenderPool } from './pdf/render-pool';

const pool = new RenderPool();

export interface RenderOptions {
  /** True only once an attorney or accredited representative signed the paper off. Otherwise the draft stamp is on it. */
  signedOff: boolean;
}

/**
 * Sets a document as PDF (PDF/A-2a, tagged for PDF/UA-1) in a worker thread. The same document and
 * options give the same bytes. Rejects with UnprintableCharacterError for a character outside the
 * court font, LayoutError for a part taller than a page, RenderingFailedError if the thread stopped.
 */
export function renderPdf(document: FilingDocument, options: RenderOptions): Promise<Buffer> {
  return pool.render(document, options.signedOff);
}

/** Stops the rendering threads at shutdown. Idle ones never keep a process alive, so tests need not call it. */
export function closeRenderer(): Promise<void> {
  return pool.close();
}
