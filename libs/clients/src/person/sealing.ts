import type { SealedBox } from '@app/platform';

/** The sealed texts of a row: the field of the body and entity, and the column it is sealed for. */
export type SealedColumns = Record<string, string>;

/** Seals what the body gives: left out stays as it is, blank and null clear. */
export function sealGiven<C extends SealedColumns>(
  box: SealedBox,
  columns: C,
  input: { [field in keyof NoInfer<C>]?: string | null },
): { [field in keyof C]?: Buffer | null } {
  const sealed: { [field in keyof C]?: Buffer | null } = {};
  for (const field of Object.keys(columns) as (keyof C)[]) {
    const text = input[field];
    if (text !== undefined) sealed[field] = box.seal(columns[field], text?.trim() || null);
  }
  return sealed;
}

/** Opens the sealed texts of a row. */
export function openSealed<C extends SealedColumns>(
  box: SealedBox,
  columns: C,
  row: { [field in keyof NoInfer<C>]: Buffer | null },
): { [field in keyof C]: string | null } {
  const fields = Object.keys(columns) as (keyof C & string)[];
  const entries = fields.map((field) => [field, box.open(columns[field], row[field])]);
  return Object.fromEntries(entries) as { [field in keyof C]: string | null };
}

/** Of the body, the plain fields that it names. */
export function givenOf<T extends object, F extends keyof T>(
  input: T,
  fields: readonly F[],
): Partial<Pick<T, F>> {
  const given: Partial<Pick<T, F>> = {};
  for (const field of fields) if (input[field] !== undefined) given[field] = input[field];
  return given;
}
