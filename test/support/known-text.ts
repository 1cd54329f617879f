import { Keyring } from '@app/platform';
import { asAdmin, tablesOf } from './admin';
import type { TestApp } from './app';
import { fieldsOf, isOptional, nestedType, sampleBody } from './samples';
import type { Things } from './things';

type Class = new () => object;
export type Body = Record<string, unknown>;

/** What an office knows of one client and nobody else may read. Each occurs nowhere by chance. */
export const KNOWN = {
  name: 'Zorvath Quillenby',
  aNumber: 'A999313579',
  phone: '+1 907 555 0173',
  note: 'Confided the brimstonecrossing',
} as const;
export const TEXTS: readonly string[] = Object.values(KNOWN);
/** All of them at once, for what is refused anyway. */
export const EVERYTHING = TEXTS.join(' ');

const TRACES = /zorvath|quillenby|999[-. ]?313[-. ]?579|907[-. )]{0,2}555[-. ]?0173|brimstonecrossing/i;

/** Whether text holds a known one: as it is, escaped, percent-encoded, in base 64 or in hexadecimal. */
export function betrays(text: string): boolean {
  if (TRACES.test(text)) return true;
  const plain = text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\+/g, ' ')
    .replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  if (TRACES.test(plain)) return true;
  const packed = [...text.matchAll(/[\w+/-]{12,}/g)].map(([word]) => [
    Buffer.from(word, 'base64').toString('latin1'),
    /^[0-9a-f]+$/i.test(word) ? Buffer.from(word, 'hex').toString('latin1') : '',
  ]);
  return packed.flat().some((word) => TRACES.test(word));
}

/** The place in a text where a known one stands, with a little of what is around it. */
export function traceIn(text: string): string {
  const at = TRACES.exec(text)?.index ?? 0;
  return text.slice(Math.max(0, at - 120), at + 60);
}

/**
 * Every field of a body, with a known text wherever its rules take one, and things of the world behind its ids.
 * @param known the first that a field takes is used; a function is asked once for each field
 */
export function bodyWith(
  type: Class,
  known: readonly string[] | ((field: string) => readonly string[]),
  things: Things,
  people: string[],
): Body {
  return sampleBody(type, true, (field) => {
    if (/^(?:password|current|next|secret|token|code|slug|email)$/.test(field)) return [];
    const behind = Object.entries(things).find(([path]) => path.endsWith(`{${field}}`))?.[1];
    const ids = behind ? [behind] : /user|people|person|responsible|assignee|Id$/i.test(field) ? people : [];
    const texts = typeof known === 'function' ? known(field) : known;
    return [...ids, ...ids.map((id) => [id]), ...texts, ...texts.map((text) => [text])];
  });
}

/** The same shape with a known text in place of every single value. */
export function floodedWith(value: unknown, known: string): unknown {
  if (Array.isArray(value)) return value.map((item) => floodedWith(item, known));
  if (value === null || typeof value !== 'object') return known;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, floodedWith(item, known)]));
}

/** A good body with one fault each time: a wrong kind of value, one that is too long, a field nobody knows. */
export function spoiled(type: Class, good: Body, known: string): Body[] {
  const faults = fieldsOf(type).flatMap((field) => [
    { ...good, [field]: { [known]: known } },
    { ...good, [field]: known.repeat(300) },
    ...(nestedType(type, field) ? [{ ...good, [field]: { [known]: known, orgId: known } }] : []),
  ]);
  return [...faults, { ...good, [known]: known }, { [known]: { [known]: known } }];
}

/** The body without what was refused: left out where it may be, or else what it is without known texts. */
export function mended(type: Class, body: Body, refused: string[]): Body {
  const plain = sampleBody(type);
  const names = new Set(refused.map((path) => path.split(/[.[]/)[0]));
  return Object.fromEntries(
    Object.entries(body)
      .filter(([field]) => !names.has(field) || !isOptional(type, field))
      .map(([field, value]) => [field, names.has(field) ? plain[field] : value]),
  );
}

/** The body without what may be left out and holds no text of interest: a reference that leads nowhere, mostly. */
export function bare(type: Class, body: Body, holds: (text: string) => boolean): Body {
  return Object.fromEntries(
    Object.entries(body).filter(([field, value]) => !isOptional(type, field) || holds(JSON.stringify(value))),
  );
}

/** Every value of every row: of the tables that wait for somebody to do something, and of all others. */
export async function rowsOf(test: TestApp): Promise<{ place: string; row: string }[]> {
  return asAdmin(test, async (admin) => {
    const { rows: more } = await admin.query<{ name: string }>(
      `SELECT oid::regclass::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'sec'::regnamespace`,
    );
    const names = [...(await tablesOf(admin)).map((name) => `app.${name}`), ...more.map(({ name }) => name)];
    const found: { place: string; row: string }[] = [];
    for (const name of names) {
      // An older state of a row belongs where the row stands.
      const [table, row] =
        name === 'app.row_history' ? [`'app.' || table_name`, 'was'] : [`'${name}'`, 'to_jsonb(t)'];
      const { rows } = await admin.query<{ place: string; row: string }>(
        `SELECT ${table} || '.' || e.field AS place, e.value AS row FROM ${name} t, jsonb_each_text(${row}) AS e (field, value)
          WHERE e.value IS NOT NULL`,
      );
      found.push(...rows);
    }
    return found;
  });
}

/** What the mails that wait say, opened with the key of their office. */
export async function mailsWaiting(test: TestApp): Promise<string[]> {
  const rows = await asAdmin(test, async (admin) => {
    const sql = "SELECT org_id, id, payload FROM app.outbox_message WHERE payload <> ''";
    return (await admin.query<{ org_id: string; id: string; payload: Buffer }>(sql)).rows;
  });
  return Promise.all(
    rows.map(async (row) => {
      const key = await test.app.get(Keyring).orgKey(row.org_id);
      return key.box('outbox_message', row.id).open('payload', row.payload) ?? '';
    }),
  );
}
