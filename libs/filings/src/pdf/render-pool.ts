import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FilingDocument } from '../document/model';
import { fromWire, RenderingFailedError } from './errors';
import type { RenderAnswer, RenderRequest } from './pdf.worker';
import { startWorker } from './start-worker';

/** A document takes tens of milliseconds; one that takes this long never ends. */
const patienceMs = 30_000;
/** An idle worker holds parsed fonts (about 60 MB with its heap); give them back after a quiet minute. */
const idleMs = 60_000;

interface Job {
  request: RenderRequest;
  resolve(bytes: Buffer): void;
  reject(error: Error): void;
}

interface Seat {
  worker: Worker;
  job: Job | null;
  timer: NodeJS.Timeout | null;
}

/** One or two threads that set documents, so that no request waits while a page is broken into lines. */
export class RenderPool {
  private readonly seats: Seat[] = [];
  private readonly waiting: Job[] = [];
  private readonly size = availableParallelism() > 2 ? 2 : 1;
  private lastId = 0;

  render(document: FilingDocument, signedOff: boolean): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ request: { id: ++this.lastId, document, signedOff }, resolve, reject });
      this.hand();
    });
  }

  /** Stops the threads; documents still being set fail with RenderingFailedError. */
  async close(): Promise<void> {
    const stopped = this.seats.splice(0);
    for (const job of this.waiting.splice(0))
      job.reject(new RenderingFailedError('The renderer was stopped.'));
    await Promise.all(
      stopped.map((seat) => {
        this.fail(seat, 'The renderer was stopped.');
        return seat.worker.terminate();
      }),
    );
  }

  private hand(): void {
    const seat =
      this.seats.find((one) => !one.job) ?? (this.seats.length < this.size ? this.open() : undefined);
    const job = seat && this.waiting.shift();
    if (!seat || !job) return;
    this.wait(seat, patienceMs, () => this.drop(seat, 'Setting the document took too long.'));
    seat.job = job;
    // A waiting answer keeps the process alive; an idle thread does not.
    seat.worker.ref();
    try {
      seat.worker.postMessage(job.request);
    } catch {
      this.drop(seat, 'The document is not plain data.');
    }
  }

  private open(): Seat {
    const seat: Seat = { worker: startWorker(), job: null, timer: null };
    seat.worker.on('message', (answer: RenderAnswer) => this.answered(seat, answer));
    seat.worker.on('error', (error) => this.drop(seat, `The renderer stopped: ${error.message}`));
    seat.worker.on('exit', () => this.drop(seat, 'The renderer stopped.'));
    seat.worker.unref();
    this.seats.push(seat);
    return seat;
  }

  private answered(seat: Seat, answer: RenderAnswer): void {
    const { job } = seat;
    if (!job || job.request.id !== answer.id) return;
    seat.job = null;
    seat.worker.unref();
    this.wait(seat, idleMs, () => this.drop(seat, 'idle'));
    if ('error' in answer) job.reject(fromWire(answer.error));
    else job.resolve(Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength));
    this.hand();
  }

  private wait(seat: Seat, ms: number, then: () => void): void {
    if (seat.timer) clearTimeout(seat.timer);
    seat.timer = setTimeout(then, ms);
    seat.timer.unref();
  }

  private drop(seat: Seat, reason: string): void {
    const at = this.seats.indexOf(seat);
    if (at < 0) return;
    this.seats.splice(at, 1);
    this.fail(seat, reason);
    void seat.worker.terminate();
    if (this.waiting.length) this.hand();
  }

  private fail(seat: Seat, reason: string): void {
    if (seat.timer) clearTimeout(seat.timer);
    seat.job?.reject(new RenderingFailedError(reason));
    seat.job = null;
  }
}
