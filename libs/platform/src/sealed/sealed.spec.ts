import { format, inspect } from 'node:util';
import { serialize } from 'node:v8';
import { Sealed } from './sealed';

const SECRET = 'A 090 123 456';

describe('Sealed', () => {
  const sealed = Sealed.of(SECRET);

  it('opens only when asked', () => {
    expect(sealed.open()).toBe(SECRET);
    expect(Sealed.of(null).open()).toBeNull();
  });

  it('runs its opener at each opening and not before', () => {
    let opened = 0;
    const lazy = Sealed.lazily(() => {
      opened += 1;
      return 'Mai';
    });
    expect(`${lazy}`).toBe('[sealed]');
    expect(opened).toBe(0);
    expect(lazy.open()).toBe('Mai');
    expect(opened).toBe(1);
  });

  it.each<[string, (value: Sealed) => string]>([
    ['String', (value) => String(value)],
    ['a template', (value) => `${value}`],
    ['concatenation', (value) => '' + value],
    ['toString', (value) => value.toString()],
    ['JSON', (value) => JSON.stringify(value)],
    ['JSON in an object', (value) => JSON.stringify({ client: { name: value } })],
    ['JSON in an array', (value) => JSON.stringify([value])],
    ['inspect', (value) => inspect(value)],
    ['inspect in depth', (value) => inspect({ a: [value] }, { depth: 9, showHidden: true, getters: false })],
    ['inspect without its own method', (value) => inspect(value, { customInspect: false, showHidden: true })],
    ['inspect that runs getters', (value) => inspect(value, { customInspect: false, getters: true })],
    ['format', (value) => format('%s %o %O %j', value, value, value, value)],
    ['join', (value) => [value, value].join()],
    ['a Map', (value) => inspect(new Map([['name', value]]))],
    ['an error message', (value) => inspect(new Error(`bad ${value}`))],
    ['property names', (value) => Object.getOwnPropertyNames(value).join() + ' [sealed]'],
    ['Object.prototype.toString', (value) => Object.prototype.toString.call(value)],
  ])('does not show through %s', (_way, show) => {
    const shown = show(sealed);
    expect(shown).toContain('sealed');
    expect(shown).not.toContain('090');
  });

  it.each<[string, (value: Sealed) => unknown]>([
    ['spread', (value) => ({ ...value })],
    ['Object.assign', (value) => Object.assign({}, value)],
    ['Object.entries', (value) => Object.entries(value)],
    ['structuredClone', (value) => structuredClone(value)],
    ['structuredClone inside another', (value) => structuredClone({ a: [value] })],
    ['v8.serialize', (value) => serialize(value)],
  ])('refuses %s', (_way, copy) => {
    expect(() => copy(sealed)).toThrow();
  });

  it('cannot be changed or given another opener', () => {
    expect(() => Object.assign(sealed, { open: () => 'other' })).toThrow();
    expect(() => Object.create(sealed).open()).toThrow();
  });
});
