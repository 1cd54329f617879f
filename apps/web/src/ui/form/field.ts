export interface Option {
  value: string;
  label: string;
}

export type RowValue = Record<string, string | boolean>;
export type FieldValue = string | boolean | string[] | RowValue[];

/** What every form's values must be: text is '' when nothing was entered, never null. */
export type Values<V> = { [K in keyof V]: FieldValue };

export type FieldKind =
  | 'text'
  | 'textarea'
  | 'email'
  | 'password'
  | 'number'
  | 'date'
  | 'partial'
  | 'time'
  | 'select'
  | 'multi'
  | 'switch'
  | 'rows';

export interface Field<V> {
  name: keyof V & string;
  kind: FieldKind;
  label: string;
  hint?: string;
  required?: boolean;
  options?: Option[];
  /** Where the contract's answer points when it refuses this field, if not the name. */
  path?: string;
  /** Shown only when this holds; a hidden field is neither checked nor compared. */
  when?: (values: V) => boolean;
  half?: boolean;
  /** A heading above this field. */
  section?: string;
  autoComplete?: string;
  /** kind rows: the fields of one row, and a new row. */
  columns?: Field<Record<string, string | boolean>>[];
  newRow?: RowValue;
  addLabel?: string;
}

const partial = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Whether text is 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
export function isPartialDate(text: string): boolean {
  return partial.test(text);
}

/** Whether text is a real 'YYYY-MM-DD'. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}

export type FieldFault = 'required' | 'date' | 'partial' | 'time' | 'email' | 'number';

const checks: Partial<Record<FieldKind, { fault: FieldFault; holds: (text: string) => boolean }>> = {
  date: { fault: 'date', holds: isDay },
  partial: { fault: 'partial', holds: isPartialDate },
  time: { fault: 'time', holds: (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text) },
  email: { fault: 'email', holds: (text) => /^[^\s@]+@[^\s@]+$/.test(text) },
  number: { fault: 'number', holds: (text) => /^\d+$/.test(text) },
};

/** What is wrong with one value before it is sent; the server has the last word. */
export function faultOf<V>(field: Field<V>, value: FieldValue): FieldFault | null {
  const empty = value === '' || (Array.isArray(value) && value.length === 0);
  if (empty) return field.required ? 'required' : null;
  const check = checks[field.kind];
  return check && typeof value === 'string' && !check.holds(value.trim()) ? check.fault : null;
}

/** '' as null: the person cleared it. */
export function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** '' as absent: the person said nothing. */
export function orAbsent(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}

/** A new record says nothing about what is not known, instead of null. */
export function known<T extends object>(body: T): { [K in keyof T]: Exclude<T[K], null> } {
  const said = Object.entries(body).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(said) as { [K in keyof T]: Exclude<T[K], null> };
}

/** Options from a closed list and the function that names its words. */
export function optionsOf<T extends string>(values: readonly T[], label: (value: T) => string): Option[] {
  return values.map((value) => ({ value, label: label(value) }));
}
