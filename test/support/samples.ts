import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';

// The package keeps this table to itself: only its own name for it tells which class a nested field has.
const { defaultMetadataStorage } = jest.requireActual<typeof import('class-transformer/types/storage')>(
  'class-transformer/cjs/storage',
);

type Class = new () => object;
type Body = Record<string, unknown>;

export const SAMPLE_ID = '018f3c5e-0000-7000-8000-00000000abcd';

/** Values tried for a field until its own rules accept one. A DTO with a new kind of rule may need another line. */
const CANDIDATES: unknown[] = [
  'Plain text',
  '2024-03-01',
  SAMPLE_ID,
  'US',
  'en',
  true,
  1,
  '10:30',
  'someone@example.org',
  'America/New_York',
  'plain-text',
  'NYC',
  'AB123456',
  '2024-03-01T15:00:00Z',
  'ERO-NY-NEW-YORK-CITY',
  '1997',
  'A999123456',
  30,
  [],
  ['en'],
  ['US'],
  [SAMPLE_ID],
  'board',
  'MA',
  '9',
  'https://example.org/notice',
  {},
];

/** Fields that are plain text to the DTO and have a meaning to the service. */
const MEANT: [RegExp, unknown][] = [
  [/(?:^on|On|^birth|^dated)$/, '2024-03-01'],
  [/^aNumber$/, 'A999123456'],
  [/^courtCode$/, 'NYC'],
  [/^code$/, '237a2Aiii'],
];

/** Names of the fields a DTO class knows. */
export function fieldsOf(type: Class): string[] {
  const names = rulesOf(type).map((rule) => rule.propertyName);
  return [...new Set(names)];
}

function rulesOf(type: Class) {
  return getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
}

/** Whether a field may be left out. */
export function isOptional(type: Class, field: string): boolean {
  return !validateSync(plainToInstance(type, {})).some((error) => error.property === field);
}

/** Whether a field holds a legal day. */
export function isDay(type: Class, field: string): boolean {
  return rulesOf(type).some((rule) => rule.propertyName === field && rule.name === 'isLegalDay');
}

/** The class of a nested field, or null. */
export function nestedType(type: Class, field: string): Class | null {
  const nested = defaultMetadataStorage.findTypeMetadata(type, field)?.typeFunction?.() as Class | undefined;
  const simple: unknown[] = [Number, String, Boolean, Date];
  return nested && !simple.includes(nested) ? nested : null;
}

function isList(type: Class, field: string): boolean {
  return rulesOf(type).some(
    (rule) => rule.propertyName === field && rule.type === 'nestedValidation' && rule.each,
  );
}

/** Values to try for a field before the usual ones. */
type Wanted = (field: string) => unknown[];
const NOTHING: Wanted = () => [];

/**
 * The smallest body a DTO class accepts, or with `full` one that has every field.
 * @param wanted what a field gets if its rules accept it and it is not one of fixed choices
 * @throws Error when none is found
 */
export function sampleBody(type: Class, full = false, wanted: Wanted = NOTHING): Body {
  const body: Body = {};
  for (const field of fieldsOf(type)) {
    if (!full && isOptional(type, field)) continue;
    body[field] = sampleField(type, field, full, wanted);
  }
  return body;
}

function sampleField(type: Class, field: string, full: boolean, wanted: Wanted): unknown {
  const nested = nestedType(type, field);
  if (nested) {
    const one = sampleBody(nested, full, wanted);
    return isList(type, field) ? [one] : one;
  }
  const choices = rulesOf(type).flatMap((rule) =>
    rule.propertyName === field ? (rule.constraints ?? []).filter(Array.isArray).flat() : [],
  );
  const meant = MEANT.filter(([name]) => name.test(field)).map(([, value]) => value);
  const fixed = [...choices, ...choices.map((choice) => [choice])];
  for (const value of [...fixed, ...wanted(field), ...meant, ...CANDIDATES]) {
    if (accepts(type, field, value)) return value;
  }
  throw new Error(
    `No sample value fits ${type.name}.${field}: add one to CANDIDATES in test/support/samples.ts.`,
  );
}

function accepts(type: Class, field: string, value: unknown): boolean {
  const instance = plainToInstance(type, { [field]: value });
  return !validateSync(instance).some((error) => error.property === field);
}
