import { RuleInputError } from '../../errors';
import { parsePartialDate } from '../../identifiers';
import type { Known } from '../types';

/** One supplied value with the path it was found at. */
export interface Found {
  value: unknown;
  path: string;
}

const NOTHING = new Set(['', 'unknown', 'not known', 'unclear', 'null', '?']);
const YES = new Set(['yes', 'y', 'true', '1']);
const NO = new Set(['no', 'n', 'false', '0', 'none']);
/** More than this in one list is no case of one person. */
const MOST_ITEMS = 50_000;
const LONGEST_TEXT = 100_000;

export function malformed(path: string, message: string): RuleInputError {
  return new RuleInputError('malformed_fact', message, path);
}

export function contradictory(path: string, message: string): RuleInputError {
  return new RuleInputError('contradictory_facts', message, path);
}

/** The fields of one supplied object, found under any of several names, in camelCase, snake_case or with spaces. */
export class Fields {
  private readonly byName = new Map<string, Found>();

  constructor(
    value: unknown,
    readonly path: string,
  ) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw malformed(path, 'An object with named facts is needed here.');
    for (const [key, field] of Object.entries(value)) {
      if (field === undefined) continue;
      const name = plain(key);
      const before = this.byName.get(name);
      if (before && before.value !== field)
        throw contradictory(this.at(key), 'The same fact is given twice with different values.');
      this.byName.set(name, { value: field, path: this.at(key) });
    }
  }

  /** The first of these names that has a value; null when none has. */
  find(...names: string[]): Found | null {
    for (const name of names) {
      const found = this.byName.get(asked(name));
      if (found && found.value !== null) return found;
    }
    return null;
  }

  /** The fields of a nested object; null when there is none. */
  under(...names: string[]): Fields | null {
    const found = this.find(...names);
    return found ? new Fields(found.value, found.path) : null;
  }

  text(...names: string[]): string | null {
    return textOf(this.find(...names));
  }

  /** A partial date, or null. A whole timestamp counts as its day. */
  date(...names: string[]): string | null {
    const found = this.find(...names);
    return found ? dateOf(found) : null;
  }

  known(...names: string[]): Known {
    const found = this.find(...names);
    return found ? knownOf(found) : 'not_known';
  }

  list(...names: string[]): Found[] | null {
    const found = this.find(...names);
    return found ? listOf(found) : null;
  }

  /** Ids: a list of them, or one by itself. */
  ids(...names: string[]): Found[] | null {
    const found = this.find(...names);
    if (!found) return null;
    return typeof found.value === 'string' || typeof found.value === 'number' ? [found] : listOf(found);
  }

  at(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`;
  }
}

export function textOf(found: Found | null): string | null {
  if (!found) return null;
  const { value, path } = found;
  if (typeof value !== 'string' && typeof value !== 'number') throw malformed(path, 'Text is needed here.');
  const text = String(value).trim();
  if (text.length > LONGEST_TEXT) throw malformed(path, 'The text is too long.');
  return text === '' ? null : text;
}

export function dateOf({ value, path }: Found): string | null {
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new RuleInputError('malformed_day', 'A date is written 1997, 1997-05 or 1997-05-21.', path);
  const text = String(value).trim();
  if (NOTHING.has(text.toLowerCase())) return null;
  const parsed = parsePartialDate(/^\d{4}-\d{2}-\d{2}T/.test(text) ? text.slice(0, 10) : text);
  if (parsed.ok) return parsed.value;
  const code = parsed.code === 'year_out_of_range' ? 'day_out_of_range' : 'malformed_day';
  throw new RuleInputError(code, parsed.reason, path);
}

export function knownOf({ value, path }: Found): Known {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const word = wordOf(value);
  if (word !== null) {
    if (YES.has(word)) return 'yes';
    if (NO.has(word)) return 'no';
    if (NOTHING.has(word)) return 'not_known';
  }
  throw malformed(path, 'Answer with yes, no or unknown.');
}

export function listOf({ value, path }: Found): Found[] {
  if (!Array.isArray(value)) throw malformed(path, 'A list is needed here.');
  if (value.length > MOST_ITEMS) throw malformed(path, `A list may hold ${MOST_ITEMS} items.`);
  return value.map((item: unknown, at) => ({ value: item, path: `${path}[${at}]` }));
}

/** Small letters with single spaces: 'NOT_SUSTAINED' and 'Not sustained' are the same word. null for what is no word. */
export function wordOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  return String(value)
    .trim()
    .toLowerCase()
    .replace(/[_\s-]+/g, ' ');
}

/** Whether a word says that nothing is known. */
export function saysNothing(word: string): boolean {
  return NOTHING.has(word);
}

/** Ids of a list, as text; a repeated one counts once. */
export function idsOf(list: Found[] | null): Array<{ id: string; path: string }> {
  const seen = new Map<string, string>();
  for (const item of list ?? []) {
    const id = textOf(item);
    if (id === null) throw malformed(item.path, 'An id is needed here.');
    if (!seen.has(id)) seen.set(id, item.path);
  }
  return [...seen].map(([id, path]) => ({ id, path }));
}

/** Refuses a list in which two things have one id. */
export function refuseRepeatedIds(things: ReadonlyArray<{ id: string }>, list: string): void {
  const seen = new Set<string>();
  things.forEach(({ id }, at) => {
    if (seen.has(id))
      throw new RuleInputError(
        'duplicate_id',
        'Two entries of the list have the same id.',
        `${list}[${at}].id`,
      );
    seen.add(id);
  });
}

const names = new Map<string, string>();

/** Names asked for are few and asked often, so each is made plain once. */
function asked(name: string): string {
  let known = names.get(name);
  if (known === undefined) names.set(name, (known = plain(name)));
  return known;
}

function plain(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, '');
}
