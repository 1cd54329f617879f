import type { SearchSchemaInput } from '@tanstack/react-router';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
/** Search parameters by name, everything else is dropped. Never a name or an A-number: URLs are kept by browsers. */
export const only =
  <K extends string>(...names: K[]) =>
  (search: Record<string, unknown> & SearchSchemaInput): Partial<Record<K, string>> =>
    Object.fromEntries(names.map((name) => [name, text(search[name])]).filter(([, v]) => v)) as Partial<
      Record<K, string>
    >;

/** The caseload: filters as codes, a saved view by its id, and whether it was changed since. */
export const ofCaseload = only(
  'stage',
  'type',
  'status',
  'responsibleId',
  'custody',
  'deadlineWithinDays',
  'sort',
  'order',
  'view',
  'edited',
  'columns',
);
