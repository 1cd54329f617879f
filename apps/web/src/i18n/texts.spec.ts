import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from './en';
import { es } from './es';

type Tree = { [key: string]: string | Tree };

/** Every text by its dotted key. */
function flat(tree: Tree, before = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as [string, string]] : flat(value, `${before}${key}.`),
  );
}
const holes = (text: string): string[] => (text.match(/\{\{\s*\w+\s*\}\}/g) ?? []).sort();
const english = new Map(flat(en as Tree));
const spanish = new Map(flat(es as unknown as Tree));

describe('texts', () => {
  it('exist in both languages', () => {
    expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('are never empty', () => {
    const empty = [...english, ...spanish].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('fill in the same values in both languages', () => {
    const differing = [...english].filter(
      ([key, text]) => holes(text).join() !== holes(spanish.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('have one file for each group: a group that stands in two would lose one of them', () => {
    const places = new Map<string, string[]>();
    for (const file of readdirSync(join(__dirname, 'en'))) {
      const text = readFileSync(join(__dirname, 'en', file), 'utf8');
      for (const [, name, block] of text.matchAll(/^export const (\w+)[^=]*= \{$([\s\S]*?)^\};?$/gm))
        for (const [, group] of file === 'index.ts' ? [] : block.matchAll(/^ {2}(\w+): \{/gm)) {
          const key = `${/codes|enums/i.test(name) ? 'enums.' : ''}${group}`;
          places.set(key, [...(places.get(key) ?? []), file]);
        }
    }
    expect(places.size).toBeGreaterThan(60);
    expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
  });
});
