import type { KeyObject } from 'node:crypto';
import { openBytes, openText, sealBytes, sealText } from './aead';
import { Sealed } from './sealed';

/** Seals and opens the columns of one row. Null stays null: whether a field is filled in is not secret, its text is. */
export class SealedBox {
  readonly #key: KeyObject;

  constructor(
    key: KeyObject,
    readonly orgId: string,
    readonly table: string,
    readonly rowId: string,
  ) {
    this.#key = key;
  }

  seal(column: string, text: string): Buffer;
  seal(column: string, text: string | null | undefined): Buffer | null;
  seal(column: string, text: string | null | undefined): Buffer | null {
    return text === null || text === undefined ? null : sealText(this.#key, this.#place(column), text);
  }

  /** Throws SealBroken when the bytes were not sealed for this row and column. */
  open(column: string, sealed: Buffer): string;
  open(column: string, sealed: Buffer | null | undefined): string | null;
  open(column: string, sealed: Buffer | null | undefined): string | null {
    return sealed ? openText(this.#key, this.#place(column), sealed) : null;
  }

  sealBytes(column: string, plain: Buffer): Buffer {
    return sealBytes(this.#key, this.#place(column), plain);
  }

  /** Throws SealBroken. */
  openBytes(column: string, sealed: Buffer): Buffer {
    return openBytes(this.#key, this.#place(column), sealed);
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
