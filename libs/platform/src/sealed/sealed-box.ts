import type { KeyObject } from 'node:crypto';
import { openBytes, sealBytes, sealText } from './aead';
import { SealBroken } from './errors';
import { Sealed } from './sealed';

/** Seals and opens the columns of one row. Null stays null: whether a field is filled in is not secret, its text is. */
export class SealedBox {
  readonly #keys: readonly KeyObject[];

  /** Seals with the first key and opens with any: during a rotation a value may be sealed under either of two. */
  constructor(
    keys: KeyObject | readonly KeyObject[],
    readonly orgId: string,
    readonly table: string,
    readonly rowId: string,
  ) {
    this.#keys = 'length' in keys ? keys : [keys];
  }

  seal(column: string, text: string): Buffer;
  seal(column: string, text: string | null | undefined): Buffer | null;
  seal(column: string, text: string | null | undefined): Buffer | null {
    return text === null || text === undefined ? null : sealText(this.#keys[0], this.#place(column), text);
  }

  /** Throws SealBroken when the bytes were not sealed for this row and column. */
  open(column: string, sealed: Buffer): string;
  open(column: string, sealed: Buffer | null | undefined): string | null;
  open(column: string, sealed: Buffer | null | undefined): string | null {
    return sealed ? this.openBytes(column, sealed).toString('utf8') : null;
  }

  sealBytes(column: string, plain: Buffer): Buffer {
    return sealBytes(this.#keys[0], this.#place(column), plain);
  }

  /** Throws SealBroken. */
  openBytes(column: string, sealed: Buffer): Buffer {
    const place = this.#place(column);
    for (const other of this.#keys.slice(0, -1)) {
      try {
        return openBytes(other, place, sealed);
      } catch (problem) {
        if (!(problem instanceof SealBroken)) throw problem;
      }
    }
    return openBytes(this.#keys[this.#keys.length - 1], place, sealed);
  }

  /** The column as a value that cannot be printed; it is decrypted when opened, not before. */
  hold(column: string, sealed: Buffer): Sealed;
  hold(column: string, sealed: Buffer | null | undefined): Sealed | null;
  hold(column: string, sealed: Buffer | null | undefined): Sealed | null {
    return sealed ? Sealed.lazily(() => this.open(column, sealed)) : null;
  }

  #place(column: string) {
    return { orgId: this.orgId, table: this.table, column, rowId: this.rowId };
  }
}
