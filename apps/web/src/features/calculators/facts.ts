import { isDay } from '../../ui/form/field';

export type FactType = 'day' | 'instant' | 'flag' | 'number' | 'text';

/** A fact as the rule describes it. */
export interface RuleFact {
  name: string;
  label: string;
  type: string;
  required: boolean;
}

/** One field: an event with every name under which the rule accepts it, the best first. */
export interface FactField {
  label: string;
  names: string[];
  type: FactType;
  required: boolean;
  /** In the language of the screen; otherwise the words of the law, which are English. */
  translated?: boolean;
}

/** What was entered, by the name of the field's first fact: text as it was typed, and under which name it counts. */
export interface Entry {
  text: string;
  name: string;
}
export type Entries = Record<string, Entry>;

/** Other names of the same event follow it with the name in brackets; they become one field. */
export function fieldsOf(facts: readonly RuleFact[]): FactField[] {
  const fields: FactField[] = [];
  for (const { name, label, type, required } of facts) {
    const ending = ` (${name.replaceAll('_', ' ')})`;
    const event = label.endsWith(ending)
      ? fields.find((field) => field.label === label.slice(0, -ending.length))
      : undefined;
    if (event) event.names.push(name);
    else fields.push({ label, names: [name], type: type as FactType, required });
  }
  return fields;
}

/** 'YYYY-MM-DD HH:MM', with a space or a T. */
export function isDayAndTime(text: string): boolean {
  const found = /^(\d{4}-\d{2}-\d{2})[T ](?:[01]\d|2[0-3]):[0-5]\d$/.exec(text);
  return found !== null && isDay(found[1]);
}

/** Whether what was typed can be sent. Whether the law can use it is the server's answer. */
export function isReady({ type }: FactField, text: string): boolean {
  const typed = text.trim();
  if (typed === '') return true;
  if (type === 'day') return isDay(typed);
  if (type === 'instant') return isDayAndTime(typed);
  return type !== 'number' || /^\d+$/.test(typed);
}

function valueOf(type: FactType, typed: string): string | number | boolean {
  if (type === 'flag') return typed === 'yes';
  if (type === 'number') return Number(typed);
  return type === 'instant' ? typed.replace(' ', 'T') : typed;
}

/** The facts to send; what was left empty is not known and not sent. */
export function triggersOf(
  fields: readonly FactField[],
  entries: Entries,
): Record<string, string | number | boolean> {
  const given = fields.flatMap((field) => {
    const entry = entries[field.names[0]];
    const typed = entry?.text.trim() ?? '';
    return typed === '' ? [] : [[entry.name, valueOf(field.type, typed)] as const];
  });
  return Object.fromEntries(given);
}
