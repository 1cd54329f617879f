import { Refused } from './refusal';

/** Reads a stream by counted bytes. Holds what the source hands over at once and what is asked for. */
export class ByteReader {
  private held: Buffer = Buffer.alloc(0);
  private readonly parts: AsyncIterator<Buffer>;

  constructor(source: AsyncIterable<Buffer>) {
    this.parts = source[Symbol.asyncIterator]();
  }

  /** Exactly this many bytes. @throws Refused damaged when there are fewer */
  async take(count: number): Promise<Buffer> {
    const parts = [this.held];
    let length = this.held.length;
    while (length < count) {
      const next = await this.parts.next();
      if (next.done) throw new Refused('damaged');
      parts.push(next.value);
      length += next.value.length;
    }
    const whole = parts.length === 1 ? this.held : Buffer.concat(parts, length);
    this.held = whole.subarray(count);
    return whole.subarray(0, count);
  }

  /** The next bytes, as many as there are at once but no more than this. @throws Refused damaged at the end */
  async some(most: number): Promise<Buffer> {
    if (this.held.length === 0) this.back(await this.take(1));
    const part = this.held.subarray(0, most);
    this.held = this.held.subarray(part.length);
    return part;
  }

  /** Goes past this many bytes. @throws Refused damaged when there are fewer */
  async skip(count: number): Promise<void> {
    for (let left = count; left > 0;) left -= (await this.some(Math.min(left, 64 * 1024))).length;
  }

  /** Puts bytes back in front. */
  back(bytes: Buffer): void {
    this.held = bytes.length === 0 ? this.held : Buffer.concat([bytes, this.held]);
  }

  /** Reads the rest and forgets it, so that whoever sends is not left waiting. */
  async drain(): Promise<void> {
    this.held = Buffer.alloc(0);
    for (let next = await this.parts.next(); !next.done; next = await this.parts.next());
  }
}
