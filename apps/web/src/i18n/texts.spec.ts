import { describe, expect, it } from '@jest/globals';
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
});
