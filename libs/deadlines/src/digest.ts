import { createHash } from 'node:crypto';
import type { DerivedDeadline } from '@app/rules';

/** jsonb keeps the keys of an object by length, then by bytes; every key here is plain ASCII. */
const byLength = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);

/** The few shapes of objects that occur, so that their keys are put in order once. */
const orders = new Map<string, readonly string[]>();
const MOST_SHAPES = 200;

function inOrder(keys: string[]): readonly string[] {
  const shape = keys.join();
  const known = orders.get(shape);
  if (known) return known;
  const order = [...keys].sort(byLength);
  if (orders.size < MOST_SHAPES) orders.set(shape, order);
  return order;
}

/** A value as the database writes jsonb: what is undefined is not there. */
function jsonbText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const each of value) text += text === '' ? jsonbText(each) : `, ${jsonbText(each)}`;
    return `[${text}]`;
  }
  const fields = value as Record<string, unknown>;
  for (const key of inOrder(Object.keys(fields))) {
    if (fields[key] === undefined) continue;
    text += `${text === '' ? '' : ', '}"${key}": ${jsonbText(fields[key])}`;
  }
  return `{${text}}`;
}

/**
 * The digest that the table works out for a stored deadline, of one that was just derived; base64. When the two
 * differ the whole row is compared, so a difference in writing costs time and is never mistaken for a change.
 */
export function digestOf(derived: DerivedDeadline): string {
  const text = [
    derived.ruleId,
    derived.ruleVersion,
    derived.ruleStatus,
    derived.title,
    derived.consequence,
    derived.cure,
    derived.stays,
    derived.citation,
    derived.verified,
    jsonbText(derived.alternates),
    jsonbText(derived.warnings),
    jsonbText(derived.trace),
    jsonbText(derived.triggeredBy),
    derived.answeredBy ? jsonbText(derived.answeredBy) : '',
  ].join('\u001f');
  return createHash('sha256').update(text).digest('base64');
}
