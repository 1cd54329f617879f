import { may } from '@app/access';
import type { ClientKey, SealedBox } from '@app/platform';

/** Fields of a record that are sealed, and the column each is kept in. */
export type SealedColumns = Readonly<Record<string, string>>;

/** Seals what is given of these fields: what is left out stays as it is, null and blank text clear it. */
export function sealGiven<C extends SealedColumns>(
  box: SealedBox,
  columns: C,
  input: Partial<Record<keyof C, unknown>>,
): Partial<Record<keyof C, Buffer | null>> {
  const sealed: Partial<Record<keyof C, Buffer | null>> = {};
  for (const [field, column] of Object.entries(columns) as [keyof C, string][]) {
    const text = input[field];
    if (text === undefined) continue;
    sealed[field] = box.seal(column, typeof text === 'string' ? text.trim() || null : null);
  }
  return sealed;
}

/** Opens these fields of a row for roles that see who the person is; null for everybody else. */
export function openAll<C extends SealedColumns>(
  key: ClientKey,
  table: string,
  columns: C,
  row: { id: string } & Partial<Record<keyof C, Buffer | null>>,
): Record<keyof C, string | null> {
  const box = key.erased || !may('client.names') ? null : key.box(table, row.id);
  return Object.fromEntries(
    Object.entries(columns).map(([field, column]) => [field, box?.open(column, row[field] ?? null) ?? null]),
  ) as Record<keyof C, string | null>;
}
