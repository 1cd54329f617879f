import type { VersionedRow } from '@app/platform';
import type { SealedColumns } from '../sealed-fields';
import type { ClientRecord } from './client-record';

/** How one kind of record is kept: which fields it has and what each of them is. */
export interface RecordKind<E extends ClientRecord> {
  readonly entity: new () => E;
  readonly table: string;
  /** What the audit entry calls it. */
  readonly name: string;
  readonly sealed: SealedColumns;
  /** Codes and identifiers; these are never null. */
  readonly codes: readonly string[];
  /** Codes and identifiers that may be null. */
  readonly optional?: readonly string[];
  /** Which of them name another record of the same client. */
  readonly refs?: Readonly<Record<string, new () => VersionedRow>>;
  /** Days that lie in the past, known as far as they are. */
  readonly past: readonly string[];
  /** Full days, of any time. */
  readonly days?: readonly string[];
  /** The field whose earlier values are shown, with its day. */
  readonly told?: { readonly field: string; readonly column: string; readonly on: string | null };
  /** Pairs of days of which the second cannot come first. */
  readonly inOrder?: readonly (readonly [earlier: string, later: string])[];
}
