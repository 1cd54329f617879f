import { createHash } from 'node:crypto';
import type { DerivedDeadline } from '@app/rules';

/** jsonb keeps the keys of an object by length, then by bytes; every key here is plain ASCII. */
const byLength = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);

/** A value as the database writes jsonb: what is undefined is not there. */
function jsonbText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonbText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = value as Record<string, unknown>;
  const keys = Object.keys(fields)
    .filter((key) => fields[key] !== undefined)
    .sort(byLength);
  return `{${keys.map((key) => `"${key}": ${jsonbText(fields[key])}`).join(', ')}}`;
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
