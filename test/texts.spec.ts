import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERMISSIONS, ruleOf } from '@app/access';
import { en } from '../apps/web/src/i18n/en';
import { es } from '../apps/web/src/i18n/es';

const ENGLISH = join(__dirname, '../apps/web/src/i18n/en');

it('has each group of the texts in one file: of a group that stood in two, one would be lost', () => {
  const places = new Map<string, string[]>();
  for (const file of readdirSync(ENGLISH).filter((name) => name !== 'index.ts')) {
    const text = readFileSync(join(ENGLISH, file), 'utf8');
    for (const [, name, block] of text.matchAll(/^export const (\w+)[^=]*= \{$([\s\S]*?)^\};?$/gm)) {
      const place = /codes|enums/i.test(name) ? 'enums.' : '';
      for (const [, group] of block.matchAll(/^ {2}(\w+): \{/gm))
        places.set(place + group, [...(places.get(place + group) ?? []), file]);
    }
  }
  expect(places.size).toBeGreaterThan(60);
  expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
});

it('has words for everything that the access history of a client can name, in both languages', () => {
  const named = PERMISSIONS.filter((permission) => ruleOf(permission).client);
  expect(named.length).toBeGreaterThan(50);
  const missing = (words: Record<string, Record<string, string>>): string[] =>
    named.filter((permission) => {
      const [group, act] = permission.split('.');
      return !words[group]?.[act];
    });
  expect([missing(en.enums.action), missing(es.enums.action)]).toEqual([[], []]);
});
