import { getMetadataStorage } from 'class-validator';
import type { FieldError } from '../errors/problem';

// A NUL cannot be stored as text, and half a character would be stored as another one without a word.
// eslint-disable-next-line no-control-regex
const UNSTORABLE = /\u0000|\p{Cs}/u;

/** What a program calls a field: begins small, has no number in it that could be somebody's. */
const FIELD_NAME = /^(?!.*\d{4})[a-z_$][\w.$]{0,60}$/;

/** A field's name as an answer tells it. Unknown names may be anything, a person's too: those are not repeated. */
export function toldName(name: string): string {
  return FIELD_NAME.test(name) ? name : '(unknown)';
}

function at(parent: string, key: string | number): string {
  if (typeof key === 'number') return `${parent}[${key}]`;
  return parent ? `${parent}.${toldName(key)}` : toldName(key);
}

function textFault(path: string): FieldError {
  return { path, code: 'malformed_text', message: 'This text has a character that cannot be stored.' };
}

function nameFault(path: string): FieldError {
  return { path, code: 'unknown_field', message: 'This field is not known here.' };
}

/**
 * Text that cannot be stored as it is, and fields named like a method of every object, which a check for unknown
 * fields takes for known ones, or `prototype`, which is dropped without a word.
 */
export function contentFaults(value: unknown, path = ''): FieldError[] {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? [textFault(path)] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => contentFaults(item, at(path, index)));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) =>
    UNSTORABLE.test(key) || key in Object.prototype || key === 'prototype'
      ? [nameFault(at(path, key))]
      : contentFaults(item, at(path, key)),
  );
}

/** Lists where one object belongs and lists in lists: the rules for nested objects let both through. */
export function shapeFaults(instance: object, parent = ''): FieldError[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(instance.constructor, '', false, false);
  const nested = rules.filter((rule) => rule.type === 'nestedValidation');
  return nested.flatMap(({ propertyName: field, each: isList }) => {
    const value = (instance as Record<string, unknown>)[field];
    const path = at(parent, field);
    if (!isList) return objectFaults(value, path);
    return Array.isArray(value) ? value.flatMap((item, index) => objectFaults(item, at(path, index))) : [];
  });
}

function objectFaults(value: unknown, path: string): FieldError[] {
  if (value === null || typeof value !== 'object') return [];
  if (!Array.isArray(value)) return shapeFaults(value, path);
  return [{ path, code: 'invalid', message: 'This field must be one object, not a list.' }];
}
