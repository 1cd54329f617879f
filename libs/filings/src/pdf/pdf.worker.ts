import { parentPort } from 'node:worker_threads';
import type { FilingDocument } from '../document/model';
import { toWire, type WireError } from './errors';
import { render } from './render';

/** Entry of the rendering thread: one document in, bytes or an error out. */

export interface RenderRequest {
  id: number;
  document: FilingDocument;
  signedOff: boolean;
}

export type RenderAnswer = { id: number; bytes: Uint8Array } | { id: number; error: WireError };

parentPort?.on('message', (request: RenderRequest) => {
  void answer(request);
});

async function answer({ id, document, signedOff }: RenderRequest): Promise<void> {
  try {
    const bytes = await render(document, signedOff);
    const reply: RenderAnswer = { id, bytes };
    parentPort?.postMessage(reply);
  } catch (error) {
    const reply: RenderAnswer = { id, error: toWire(error) };
    parentPort?.postMessage(reply);
  }
}
