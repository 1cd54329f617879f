interface Entry<V> {
  value: V;
  until: number;
}

/**
 * Keeps recently used keys for a bounded time and number. Age counts from loading and is not extended by use, so that
 * a key destroyed by another process is gone here too after `lifetime` milliseconds at most.
 */
export class KeyCache<V> {
  readonly #entries = new Map<string, Entry<V>>();

  constructor(
    private readonly lifetime: number,
    private readonly capacity: number,
    private readonly clock: () => number,
  ) {}

  get size(): number {
    return this.#entries.size;
  }

  get(id: string): V | undefined {
    const entry = this.#entries.get(id);
    if (!entry) return undefined;
    this.#entries.delete(id);
    if (entry.until <= this.clock()) return undefined;
    this.#entries.set(id, entry);
    return entry.value;
  }

  set(id: string, value: V): void {
    this.#entries.delete(id);
    this.#entries.set(id, { value, until: this.clock() + this.lifetime });
    if (this.#entries.size <= this.capacity) return;
    // A Map iterates in the order of insertion and `get` re-inserts, so the first entry is the least recently used.
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }

  delete(id: string): void {
    this.#entries.delete(id);
  }

  clear(): void {
    this.#entries.clear();
  }
}
