import { inspect } from 'node:util';

const MARK = '[sealed]';
const openers = new WeakMap<object, () => unknown>();

/**
 * A value about a person on its way through the code. Printing, logging, templating or serialising it shows
 * '[sealed]'; copying it (spread, Object.assign, structuredClone, worker messages) throws. Reading it is `open()`,
 * which is easy to find in review.
 */
export class Sealed<T = string> {
  private constructor(opener: () => T) {
    openers.set(this, opener);
    // Spread and structuredClone read own enumerable properties, so this one refuses to be read.
    Object.defineProperty(this, 'sealed', {
      enumerable: true,
      get() {
        throw new TypeError('A sealed value cannot be copied. Open it where it is needed.');
      },
    });
    Object.freeze(this);
  }

  /** Wraps a value already in the clear, for example one that has just come from a form. */
  static of<T>(value: T): Sealed<T> {
    return new Sealed(() => value);
  }

  /** Wraps a value that is decrypted only when opened; `opener` runs on each `open()` and may throw SealBroken. */
  static lazily<T>(opener: () => T): Sealed<T> {
    return new Sealed(opener);
  }

  /** The value itself. Throws what its opener throws: SealBroken, ClientErased, KeyMissing. */
  open(): T {
    return openers.get(this)!() as T;
  }

  toString(): string {
    return MARK;
  }

  toJSON(): string {
    return MARK;
  }

  valueOf(): string {
    return MARK;
  }

  [Symbol.toPrimitive](): string {
    return MARK;
  }

  get [Symbol.toStringTag](): string {
    return MARK;
  }

  [inspect.custom](): string {
    return MARK;
  }
}
